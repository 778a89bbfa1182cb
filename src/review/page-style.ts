/** How the page looks: light and dark, on a telephone and on paper. The colours have a contrast of 4.5 and more. */
export const pageStyle = `
:root { color-scheme: light dark; --text: #1f2328; --paper: #ffffff; --line: #d0d7de; --soft: #57606a; --more: #a40e26;
  --more-paper: #fff0f0; --less: #116329; --less-paper: #eefbf0; --link: #0550ae; --tip: #f6f8fa }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --paper: #0d1117; --line: #484f58; --soft: #9aa4af; --more: #ff9b95; --more-paper: #33161a;
    --less: #7ee787; --less-paper: #12261e; --link: #79c0ff; --tip: #1c2128 }
}
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1rem; max-width: 80rem; background: var(--paper); color: var(--text);
  font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere }
h1 { font-size: 1.5rem } h2 { font-size: 1.25rem; margin-top: 2rem } h3 { font-size: 1rem }
code { font-family: ui-monospace, monospace; font-size: .9em }
.changes { padding: 0; list-style: none } .changes > li { border-left: .3rem solid var(--line); padding: .3rem .7rem; margin: .5rem 0 }
.changes .widens { border-color: var(--more); background: var(--more-paper) }
.changes .narrows { border-color: var(--less); background: var(--less-paper) }
.turn { font-weight: 700 } .widens .turn, .more { color: var(--more) } .narrows .turn, .less { color: var(--less) }
.soft { color: var(--soft) }
.picture { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; list-style: none; align-items: stretch }
.picture > li { flex: 1 1 14rem; border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .8rem }
.picture ul { padding-left: 1.1rem; margin: .3rem 0 }
.scroll { overflow-x: auto } .scroll:focus-visible, button:focus-visible, summary:focus-visible { outline: 3px solid var(--link) }
table { border-collapse: collapse; min-width: 40rem } caption { text-align: left }
th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: left; vertical-align: top; font-weight: 400 }
thead th { font-weight: 700; min-width: 7rem } td, tbody th { overflow-wrap: break-word }
td { position: relative } td.more { background: var(--more-paper) } td.less { background: var(--less-paper) }
button { all: unset; cursor: help; text-decoration: underline dotted; color: inherit }
details { margin-top: .3rem } details ul { padding-left: 1.1rem }
summary { cursor: pointer }
button { interest-delay: 0s }
[role=tooltip] { width: 18rem; max-width: 90vw; padding: .5rem; border: 1px solid var(--line); background: var(--tip); color: var(--text) }
@supports (position-area: bottom) {
  [role=tooltip] { inset: auto; margin: 0; position-area: bottom span-right; position-try-fallbacks: flip-inline,
    bottom span-all, flip-block, flip-block flip-inline, top span-all }
}
@supports not selector(:interest-source) {
  [role=tooltip]:not(:popover-open) { position: absolute; z-index: 1; left: 0; top: 100%; max-width: 70vw }
  td:last-child [role=tooltip]:not(:popover-open) { left: auto; right: 0 }
  button:hover + [role=tooltip], button:focus + [role=tooltip], [role=tooltip]:hover { display: block }
}
@page { size: landscape; margin: 1cm }
@media print {
  :root { font-size: 9px; --text: #000; --paper: #fff; --soft: #333; --more: #a40e26; --less: #116329 }
  tbody th br { display: none }
  body { font-size: 8pt; line-height: 1.3; max-width: none; padding: 0 } h2 { margin-top: .8rem } table { min-width: 0; font-size: 6.5pt; line-height: 1.2 } th, td { padding: .1rem .25rem }
  .scroll { overflow: visible } thead th { min-width: 0 } td, tbody th { overflow-wrap: anywhere } [role=tooltip] { display: none } .changes > li { margin: .15rem 0; padding: .1rem .5rem }
}
`
