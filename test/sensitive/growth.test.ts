import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { birthNumbers } from '../../src/sensitive/birth-numbers.ts'
import { clinicalFacts, mailAddresses, phoneNumbers, postalAddresses } from '../../src/sensitive/clinical.ts'
import { credentialIn } from '../../src/sensitive/credentials.ts'
import { bankNumbers, numberTable } from '../../src/sensitive/numbers.ts'
import { personalDataIn } from '../../src/sensitive/personal-data.ts'
import type { Table } from '../../src/sensitive/reading.ts'
import { letteredNumbers, registerNumbers } from '../../src/sensitive/register-numbers.ts'
import { assignedIn } from '../../src/sensitive/sensitive-inside.ts'
import { otherTokens, tokens } from '../../src/sensitive/tokens.ts'
import { vendorRules } from '../../src/sensitive/vendor-rules.ts'

const test = suite('growth')

/** What a pattern may begin with again and again: letters, digits and marks, alone and in turn. */
const pieces = [
  ...[
    'a',
    '1',
    '-',
    '.',
    ' ',
    '@',
    '/',
    ':',
    '=',
    '_',
    'é',
    'ж',
    'A',
    'a ',
    '1 ',
    'a.',
    '1.',
    '1-',
    'a@',
    'a-',
    'Aa ',
    'a1'
  ],
  ...[
    'a: ',
    'aaa ',
    '12.03.',
    'x=',
    '01 ',
    'a, ',
    'str. 1 ',
    'patient ',
    'passwort ',
    'geb. ',
    'mg ',
    '1 mg ',
    'sk_',
    'ey.'
  ]
]

/** The least time of three, in milliseconds of this process: what else runs on the machine counts little in it. */
const least = (act: () => unknown): number => {
  const times = [1, 2, 3].map(() => {
    const before = process.cpuUsage()
    act()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  return Math.min(...times)
}

/** The most that a pattern is given at a time. */
const piece = 8_192

/** What a pattern costs that is known to take half the square of a text in steps: each place is tried, to the end. */
const square = /a*b/g
const yardstick = [24, 1_024, piece].map((length) => {
  const text = 'a'.repeat(length)
  return { length, most: 20 + 20 * least(() => Array.from(text.matchAll(square))) }
})

/**
 * The texts on which work grows faster than with the square of their length, with a margin of twenty against a pattern that
 * is known to grow so. Short texts come first: what doubles with each character ends there, and what grows with the cube ends
 * at 1,024.
 */
const grows = (act: (text: string) => unknown): ReadonlyArray<string> =>
  pieces.filter((each) =>
    yardstick.some(({ length, most }) => least(() => act(each.repeat(length).slice(0, length))) > most)
  )

const tables: Readonly<Record<string, Table>> = {
  birthNumbers: numberTable([...birthNumbers, ...bankNumbers, ...registerNumbers], 'i'),
  letteredNumbers: numberTable(letteredNumbers, ''),
  clinicalFacts,
  mailAddresses,
  phoneNumbers,
  postalAddresses,
  tokens,
  otherTokens
}

for (const [name, table] of Object.entries(tables))
  test(`${name}: no text takes more than the square of its length, in each row`, () => {
    for (const { written } of table.rows) {
      const shape = new RegExp(`${table.before}(?:${written})${table.after}`, `g${table.flags}`)
      assert.equal(
        grows((text) => Array.from(text.matchAll(shape))),
        [],
        written
      )
    }
  })

test('vendor rules: no text takes more than the square of its length, in each rule', () => {
  for (const { pattern } of vendorRules) {
    const shape = new RegExp(pattern, 'g')
    assert.equal(
      grows((text) => Array.from(text.matchAll(shape))),
      [],
      pattern
    )
  }
})

test('what is judged of one text, from words to passwords: no text takes more than the square of its length', () => {
  assert.equal(grows(personalDataIn), [])
  assert.equal(grows(credentialIn), [])
})

test('what is assigned, quoted or denied in a text of any length is found in one pass', () => {
  const most = yardstick.at(-1)?.most ?? 0
  const slow = ['a', 'a,', 'a@', 'Aa,', 'a-,', 'a*', 'x=', 'a "', 'a is not ', 'aB is not '].filter((each) => {
    const text = `${each.repeat(10 * piece).slice(0, 10 * piece)} is not x: "y`
    return least(() => assignedIn(text)) > most
  })
  assert.equal(slow, [])
})

test.run()
