import { type JsonObject, isObject } from '../terraform/json.ts'
import { accessIn } from '../access/access-in-file.ts'
import type { LikeChange } from './like-changes.ts'
import { htmlText } from './markdown.ts'
import { type MatrixRow, matrix, principalsOf } from './matrix.ts'
import { cellText } from './page-cell.ts'
import { pageStyle } from './page-style.ts'
import { newRoleSentences } from '../access/sentences.ts'
import { isWidening } from './stack-changes.ts'

/** A stack that is drawn, as both sides have it. */
export type Drawn = { readonly stack: string; readonly before: JsonObject | undefined; readonly after: JsonObject }

/** What the page tells; every text is taken as text. */
export type Page = {
  readonly sides: string
  readonly counts: string
  readonly notes: ReadonlyArray<string>
  readonly changes: ReadonlyArray<{ readonly change: LikeChange; readonly where: string; readonly consequence: string }>
  readonly drawn: ReadonlyArray<Drawn>
  /** How many stacks are not drawn, because the page would be too long. */
  readonly undrawn: number
}

/** One page of HTML that needs nothing else: no script, no network, no font of anybody's. */
export const page = ({ sides, counts, notes, changes, drawn, undrawn }: Page): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>Review: ${htmlText(counts)}</title>`,
    `<style>${pageStyle}</style>`,
    '</head>',
    '<body>',
    '<main>',
    '<h1>Who gains what</h1>',
    `<p>${htmlText(sides)}</p>`,
    `<p><strong>${htmlText(counts)}</strong></p>`,
    ...notes.map((note) => `<p class="soft">${htmlText(note)}</p>`),
    '<h2>What changes</h2>',
    changes.length === 0 ? '<p>Nothing.</p>' : `<ul class="changes">${changes.map(changeItem).join('\n')}</ul>`,
    ...drawn.map(stackSection),
    undrawn === 0 ? '' : `<p class="soft">${undrawn} more stacks are not drawn; name some of them to see them.</p>`,
    '</main>',
    '</body>',
    '</html>',
    ''
  ].join('\n')

const changeItem = ({ change, where, consequence }: Page['changes'][number]): string => {
  const kind = isWidening(change) ? 'widens' : change.turn
  const parts = (change.parts ?? []).map((part) => `<li>${htmlText(part)}</li>`)
  const exactly =
    parts.length === 0
      ? ''
      : `<details><summary>Part by part: each request is in exactly one of ${parts.length}</summary><ul>${parts.join('')}</ul></details>`
  return `<li class="${kind}"><span class="turn">${change.turn}</span>: ${htmlText(change.sentence)}<br><span class="soft">in ${htmlText(where)}; ${htmlText(consequence)}</span>${exactly}</li>`
}

const stackSection = ({ stack, before, after }: Drawn, index: number): string => {
  const rows = matrix(before, after)
  return [
    `<section aria-labelledby="stack-${index}">`,
    `<h2 id="stack-${index}">${htmlText(stack)}</h2>`,
    '<h3>The picture</h3>',
    picture(after),
    '<h3>Who may do what</h3>',
    '<p class="soft">Point at a cell, tap it, or go to it with the keyboard, to see what says so.</p>',
    `<div class="scroll" role="region" tabindex="0" aria-label="Who may do what in ${htmlText(stack)}">`,
    table(rows, before !== undefined, `cell-${index}`),
    '</div>',
    '</section>'
  ].join('\n')
}

const named = (root: JsonObject, type: string, name: string, attribute: string): string => {
  const all = isObject(root['resource']) ? root['resource'][type] : undefined
  const body = isObject(all) ? all[name] : undefined
  const value = isObject(body) ? body[attribute] : undefined
  return typeof value === 'string' ? value : ''
}

/** Principals, roles, and what those reach, from left to right. */
const picture = (after: JsonObject): string => {
  const access = accessIn(after)
  const become = access.roles.map((role) => {
    const said = newRoleSentences({ ...access, roles: [role] }).map(
      ({ sentence }) => `<li>${htmlText(sentence.replace(' may now become ', ' → '))}</li>`
    )
    return `<li><strong>${htmlText(role.name)}</strong><br><code>${htmlText(role.arn)}</code><ul>${said.join('')}</ul></li>`
  })
  const things = [
    ['bucket', named(after, 'aws_s3_bucket', 'state', 'bucket')],
    ['lock table', named(after, 'aws_dynamodb_table', 'lock', 'name')]
  ] as const
  const reached = things.map(([what, name]) => `<li>${what} <code>${htmlText(name)}</code></li>`).join('')
  return `<ul class="picture" aria-label="Who becomes which role, and what the roles reach">${become.join('')}<li><strong>both roles → state and lock</strong><ul>${reached}</ul></li></ul>`
}

const table = (rows: ReadonlyArray<MatrixRow>, hasBefore: boolean, id: string): string => {
  const principals = principalsOf(rows)
  const head = ['thing', 'to do what', ...principals].map((name) => `<th scope="col">${htmlText(name)}</th>`).join('')
  const body = rows.map(({ thing, what, action, cells }, row) => {
    const all = principals.map((who, column) => {
      const found = cells.find((one) => one.who === who)
      return found === undefined
        ? '<td><span class="soft">by its own account alone</span></td>'
        : cellText(found, hasBefore, `${id}-${row}-${column}`)
    })
    return `<tr><th scope="row">${htmlText(thing)}</th><th scope="row">${htmlText(what)}<br><code>${htmlText(action)}</code></th>${all.join('')}</tr>`
  })
  return `<table><thead><tr>${head}</tr></thead><tbody>${body.join('\n')}</tbody></table>`
}
