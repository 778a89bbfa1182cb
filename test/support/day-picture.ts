import { toldIn } from './told-in-documents.ts'

/** The page with the transcript of the tour, which an end-to-end test holds. */
const TOUR = { document: 'operator/rehearse.md', section: 'Day 0, step by step' }

const HEADLINE = /^(\d)\/\d {2}/
const PROMPT = /^SANDBOX \((\w+)\) \$ /

/** A line of the picture, and how it is drawn. */
type Drawn = { readonly kind: 'why' | 'typed' | 'said'; readonly text: string }

/** How the line begins that says what came of each step, in the order of the steps. */
const RESULTS = [
  'out/',
  'bucket and table',
  'OpenTofu has been',
  '… Pin',
  'Plan: ',
  'Apply complete!',
  'there is nothing'
]

const resultOf = (said: ReadonlyArray<string>, index: number): string => {
  const begins = RESULTS[index]
  const found = begins === undefined ? undefined : said.find((line) => line.startsWith(begins))
  if (found === undefined) throw new Error(`step ${index + 1} of the tour has no line that says what came of it`)
  return found
}

/** Each step of the tour: why, what is typed, and what came of it. */
const stepsOfTour = (): ReadonlyArray<ReadonlyArray<Drawn>> => {
  const lines = toldIn(TOUR).flatMap(({ output }) => output.map((line) => line.trim()))
  const starts = lines.flatMap((line, index) => (HEADLINE.test(line) ? [index] : []))
  return starts.map((start, index) => {
    const [why = '', typed = '', ...said] = lines.slice(start, starts[index + 1]).filter((line) => line !== '…')
    const [, who = ''] = PROMPT.exec(typed) ?? []
    return [
      { kind: 'why', text: why },
      { kind: 'typed', text: `${who} $ ${typed.replace(PROMPT, '')}` },
      { kind: 'said', text: resultOf(said, index) }
    ]
  })
}

const WIDTH = 960
const LINE = 20
const TOP = 28

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Colours for a light page and for a dark one, each with a contrast of at least 4.5 to 1 (WCAG 2.2, 1.4.3). */
const STYLE = `    .page { fill: #ffffff; stroke: #d0d7de }
    text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; fill: #1f2328; white-space: pre }
    .why { font-family: system-ui, sans-serif }
    .typed { fill: #0550ae; font-weight: 600 }
    .said { fill: #59636e }
    @media (prefers-color-scheme: dark) {
      .page { fill: #0d1117; stroke: #3d444d }
      text { fill: #f0f6fc }
      .typed { fill: #79c0ff }
      .said { fill: #9198a1 }
    }`

/** The picture of day 0 as SVG, from the transcript of the tour: readable on a light and on a dark page, and in no need of a network. */
export const dayPicture = (): string => {
  const steps = stepsOfTour()
  const texts = steps.flatMap((step, index) =>
    step.map(({ kind, text }, line) => {
      const y = TOP + (index * (step.length + 0.6) + line) * LINE
      return `  <text class="${kind}" x="${kind === 'why' ? 20 : 48}" y="${Math.round(y)}">${escaped(text)}</text>`
    })
  )
  const height = Math.round(TOP + steps.length * 3.6 * LINE)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img">`,
    '  <title>Day 0 of a state, step by step: why, what is typed, and what comes of it</title>',
    '  <!-- `npm run docs` makes this file from the transcript in docs/operator/rehearse.md. -->',
    '  <style>',
    STYLE,
    '  </style>',
    `  <rect class="page" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="6"/>`,
    ...texts,
    '</svg>',
    ''
  ].join('\n')
}
