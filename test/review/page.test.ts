import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ofAccess } from '../../src/review/consequence.ts'
import { matrix } from '../../src/review/matrix.ts'
import { type Page, page } from '../../src/review/page.ts'
import { pageStyle } from '../../src/review/page-style.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { readsAs } from '../support/screens.ts'

const test = suite('the page of a review')

const text = readFileSync(new URL('../project/out/staging-eu/main.tf.json', import.meta.url), 'utf8')
const emitted = (from = '', to = ''): JsonObject => JSON.parse(text.replaceAll(from, to)) as JsonObject
const [after, narrower, wider] = [emitted(), emitted('"s3:GetObject",', ''), emitted('"s3:GetObject"', '"s3:*"')]

const change = (turn: 'widens' | 'may widen' | 'narrows' | 'moves', parts: ReadonlyArray<string> = []) => ({
  change: {
    ...{ ...ofAccess, turn, sentence: `one <b> that ${turn}`, stacks: ['a-eu'], isOfMany: false },
    ...(parts.length === 0 ? {} : { parts })
  },
  where: 'a-eu & b-eu',
  consequence: `"the owner" applies it`
})

const whole: Page = {
  sides: 'v1 → the working tree',
  counts: '3 of 4 stacks change: 1 widen',
  notes: [
    "a note that isn't <i>Markdown</i>",
    'a turned \u202e one, and a control \u0007',
    'a hard\u00a0space, and  two'
  ],
  changes: [change('widens', ['one & one', 'two']), change('may widen'), change('narrows'), change('moves')],
  drawn: [
    { stack: 'a-eu', before: narrower, after },
    { stack: 'b<eu', before: wider, after },
    { stack: 'new-eu', before: undefined, after }
  ],
  undrawn: 2
}

/** Without its style; of a table the head with the first row, and each row about the state in which something was otherwise. */
const shown = (html: string): ReadonlyArray<string> =>
  html
    .replace(pageStyle, '…')
    .split('\n')
    .filter((line) => !line.startsWith('<tr>') || (line.includes('>state<') && /\((was: |for another)/.test(line)))
    .map((line) => line.replaceAll('</td>', '</td>\n').replaceAll('<ul>', '\n<ul>'))

readsAs(test, new URL('page.txt', import.meta.url), {
  'a page with changes': () => shown(page(whole)),
  'a page without a change': () => shown(page({ ...whole, notes: [], changes: [], drawn: [], undrawn: 0 }))
})

const count = (html: string, form: RegExp): number => html.match(form)?.length ?? 0

test('each cell says what the matrix says, and names its own reason', () => {
  const html = page({ ...whole, drawn: [{ stack: 'a-eu', before: undefined, after }] })
  const cells = matrix(undefined, after).flatMap((row) => row.cells)
  const verdicts = cells.map((cell) => cell.after?.verdict ?? 'denied')
  for (const verdict of new Set(verdicts))
    assert.is(
      count(html, new RegExp(`>${verdict}</button>`, 'g')),
      verdicts.filter((one) => one === verdict).length,
      verdict
    )
  const ids = [...html.matchAll(/ popover id="([^"]+)"/g)].map(([, id]) => id)
  assert.is(new Set(ids).size, cells.length)
  for (const name of ['aria-describedby', 'popovertarget', 'interestfor'])
    assert.equal(
      [...html.matchAll(new RegExp(` ${name}="([^"]+)"`, 'g'))].map(([, id]) => id),
      ids,
      name
    )
})

test('a role that principals become in two ways has a line for each and nothing between', () => {
  const other = { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::111122223333:role/B' } }
  const withMfa = { ...other, Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }
  const two = emitted('"Sid": "TrustedRoles"\n        }', `"Sid": "TrustedRoles" }, ${JSON.stringify(withMfa)}`)
  const html = page({ ...whole, drawn: [{ stack: 'a-eu', before: undefined, after: two }] })
  assert.match(html, /<ul><li>[^<]*role\/[^<]* → [^<]*<\/li><li>[^<]*role\/[^<]* → [^<]*<\/li><\/ul>/)
})

test('every element that is opened is closed', () => {
  const html = page(whole)
  for (const name of [
    'html',
    'head',
    'body',
    'main',
    'section',
    'ul',
    'li',
    'table',
    'tr',
    'td',
    'th',
    'button',
    'details'
  ])
    assert.is(count(html, new RegExp(`<${name}[ >]`, 'g')), count(html, new RegExp(`</${name}>`, 'g')), name)
})

/** The relative luminance of a colour. Source: WCAG 2.2, "relative luminance". */
const luminance = (colour: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** Source: WCAG 2.2, success criterion 1.4.3, "Contrast (Minimum)". */
test('in light and in dark every text has a contrast of 4.5 with what is behind it', () => {
  const schemes = [...pageStyle.matchAll(/:root \{([^}]*--more-paper[^}]*)\}/g)].map(
    ([, block = '']) =>
      new Map([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]))
  )
  assert.is(schemes.length, 2)
  for (const scheme of schemes)
    for (const [front, back] of [
      ['text', 'paper'],
      ['soft', 'paper'],
      ['link', 'paper'],
      ['text', 'tip'],
      ['more', 'more-paper'],
      ['less', 'less-paper'],
      ['text', 'more-paper'],
      ['text', 'less-paper']
    ] as const) {
      const [low = 0, high = 0] = [scheme.get(front), scheme.get(back)]
        .map((colour) => luminance(colour ?? 'none'))
        .toSorted((a, b) => a - b)
      assert.ok((high + 0.05) / (low + 0.05) >= 4.5, `${front} on ${back}`)
    }
})

test.run()
