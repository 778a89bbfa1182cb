import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cellTexts, cellsText, keyText, principalTexts } from '../../src/access/cell-text.ts'
import { type Cells, cellsOf } from '../../src/access/cells.ts'
import { condition } from '../../src/access/condition.ts'
import { type Criterion, criterion } from '../../src/access/criterion.ts'
import { like, literal, matches } from '../../src/access/pattern.ts'
import { addressed } from '../../src/access/principal.ts'

const test = suite('cells in words')

const spelled = (lower: string): string => lower.replace('aws:mfaage', 'aws:MFAAge')

const named = (text: string): Criterion => {
  const pattern = /[*?]/.test(text) ? like(text) : literal(text)
  return criterion({
    id: text,
    dimension: 'action',
    holds: ({ texts }) => texts?.some((one) => matches(pattern, one)) === true,
    patterns: [pattern]
  })
}

/** The cells that hold one of these texts; `rest` is the cell of what no policy names. */
const holding = ({ cells, criteria }: Cells, texts: string): ReadonlyArray<number> =>
  texts.split(' ').flatMap((text) =>
    cells.flatMap(({ answers, members }, index) => {
      const isRest = criteria.every(({ id }) => answers.get(id) === false)
      return (text === 'rest' ? isRest : members.some((member) => (member.texts?.join('+') ?? 'absent') === text))
        ? [index]
        : []
    })
  )

const actions = (patterns: string): Cells => cellsOf('action', patterns.split(' ').map(named), 'aws')

/** What policies name, what is chosen of it, in a few words, and one by one. */
const chosen: ReadonlyArray<readonly [patterns: string, texts: string, few: string, each: string]> = [
  ['a:1 a:2 a:3', 'rest a:1 a:2 a:3', 'any action', 'other|a:1|a:2|a:3'],
  ['a:1 a:2 a:3', 'rest a:3 a:2', 'a:2, a:3, other', 'other|a:3|a:2'],
  ['a:1 a:2', 'rest a:1 a:2', 'a:1, a:2, other', 'other|a:1|a:2'],
  ['a:1 a:2 a:3 a:4', 'rest a:2 a:3 a:4', 'any action (but a:1)', 'other|a:2|a:3|a:4'],
  ['a:1 a:2 a:3 a:4 a:5', 'rest a:3 a:4 a:5', 'any action (but a:1, a:2)', 'other|a:3|a:4|a:5'],
  ['a:1 a:2 a:3 a:4 a:5 a:6', 'rest a:4 a:5 a:6', 'a:4, a:5, a:6, other', 'other|a:4|a:5|a:6'],
  ['a:1 a:2 a:3 a:4 a:5', 'a:5 a:1 a:3 a:2 a:4', 'a:1, a:2, a:3, a:4, a:5', 'a:5|a:1|a:3|a:2|a:4']
]

for (const [patterns, texts, few, each] of chosen)
  test(`of ${patterns}, ${texts}: ${few}`, () => {
    const cells = actions(patterns)
    const indexes = holding(cells, texts)
    assert.is(indexes.length, texts.split(' ').length)
    assert.is(cellsText(cells, indexes, { all: 'any action', other: 'other', spelled }), few)
    assert.equal(cellTexts(cells, indexes, { other: 'other', spelled }), each.split('|'))
  })

test('a pattern stands for all that it holds, and what is only a part of it is told by the narrowest', () => {
  const cells = actions('a:g* a:g1 a:g2 a:g3 a:g4 b:1 x?')
  const rest = cells.cells.findIndex(({ members }) =>
    members.every(({ texts }) => !/^(?:a:g|b:1)/.test(texts?.[0] ?? ''))
  )
  const within = (pattern: string) =>
    cells.cells.flatMap(({ carried }, index) => (matches(like(pattern), carried.texts?.[0] ?? '') ? [index] : []))
  const few = (indexes: ReadonlyArray<number>) => cellsText(cells, indexes, { all: 'any', other: 'other', spelled })
  const each = (indexes: ReadonlyArray<number>) => cellTexts(cells, indexes, { other: 'other', spelled })
  const ofG = within('a:g*')
  const otherG = ofG.filter((index) => holding(cells, 'a:g1 a:g2 a:g3 a:g4').every((one) => one !== index))
  for (const [indexes, inFew, oneByOne] of [
    [ofG, 'a:g*', 'a:g*'],
    [otherG, 'other of a:g*', 'other of a:g*'],
    [[...ofG, rest], 'any (but b:1)', 'a:g*|other'],
    [ofG.filter((index) => !holding(cells, 'a:g2').includes(index)), 'a:g* (but a:g2)', 'a:g1|a:g3|a:g4|other of a:g*']
  ] as const) {
    assert.is(few(indexes), inFew)
    assert.equal(each(indexes).toSorted(), oneByOne.split('|').toSorted())
  }
})

test('of two patterns, one in the other, the wider stands for both, and the narrower tells what lies in it', () => {
  const cells = actions('a:* a:g*')
  const [wide, narrow] = ['a:*', 'a:g*'].map((text) =>
    cells.cells.flatMap(({ carried }, index) => (matches(like(text), carried.texts?.[0] ?? '') ? [index] : []))
  )
  assert.equal(cellTexts(cells, wide ?? [], { other: 'other', spelled }), ['a:*'])
  assert.equal(cellTexts(cells, narrow ?? [], { other: 'other', spelled }), ['a:g*'])
  const between = (wide ?? []).filter((index) => narrow?.includes(index) !== true)
  assert.equal(cellTexts(cells, between, { other: 'other', spelled }), ['other of a:*'])
})

const K = 'key aws:mfaage'
const asked = (all: ReadonlyArray<readonly [operator: string, ...values: ReadonlyArray<string>]>): Cells =>
  cellsOf(
    K,
    all.map(([operator, ...values]) => condition(operator, 'aws:MFAAge', values, true)),
    'aws'
  )

const numbers = (...all: ReadonlyArray<string>): Cells =>
  asked([
    ['Null', 'true'],
    ...all.flatMap((one) => [['NumericLessThan', one] as const, ['NumericGreaterThan', one] as const])
  ])

/** Of 600 and 900: 599 lies below, 750 between, and 901 above. */
for (const [texts, said] of [
  ['absent', 'is absent'],
  ['599', 'is less than 600'],
  ['599 600', 'is at most 600'],
  ['600', 'is 600'],
  ['600 750', 'is from 600 to below 900'],
  ['600 750 900', 'is from 600 to 900'],
  ['750', 'is between 600 and 900'],
  ['750 900', 'is above 600 to 900'],
  ['900 901', 'is at least 900'],
  ['901', 'is more than 900'],
  ['901 absent', 'is absent or more than 900'],
  ['901 599', 'is less than 600 or more than 900'],
  ['901 750 599', 'is less than 600 or between 600 and 900 or more than 900'],
  ['600 900', 'is 600 or 900'],
  ['599 600 750', 'is less than 900'],
  ['599 600 750 900 901', 'is not absent'],
  ['absent 600 750 900 901', 'is not less than 600'],
  ['absent 599 750 901', 'is not 600 or 900'],
  ['absent 599 600 750 900 901', 'is absent or any number']
] as const)
  test(`a number ${said}`, () => {
    const cells = numbers('600', '900')
    assert.is(cells.cells.length, 6)
    assert.is(keyText(K, cells, holding(cells, texts), spelled), `aws:MFAAge ${said}`)
  })

test('numbers that policies name in no order are one range where nothing lies between', () => {
  const cells = numbers('1200', '600', '900')
  assert.is(keyText(K, cells, holding(cells, '750 900 1050'), spelled), 'aws:MFAAge is between 600 and 1200')
  assert.is(keyText(K, cells, holding(cells, '900 600 750'), spelled), 'aws:MFAAge is from 600 to 900')
  const six = numbers('1', '2', '3', '4', '5', '6')
  assert.is(keyText(K, six, holding(six, '7 3 1.5'), spelled), 'aws:MFAAge is between 1 and 2 or 3 or more than 6')
})

test('a text and a list of them: what it is, or what it is not where that is shorter', () => {
  const cells = asked([
    ['Null', 'true'],
    ['StringEquals', 'a'],
    ['StringEquals', 'b'],
    ['StringEquals', 'c']
  ])
  const said = (indexes: ReadonlyArray<number>): string => keyText(K, cells, indexes, spelled)
  const [absent, a, b] = ['absent', 'a', 'b'].map((text) => holding(cells, text))
  assert.is(said([...(a ?? []), ...(b ?? [])]), 'aws:MFAAge is a or b')
  assert.is(said(absent ?? []), 'aws:MFAAge is absent')
  assert.is(said([...cells.cells.keys()].filter((index) => a?.includes(index) !== true)), 'aws:MFAAge is not a')
  const lists = asked([
    ['ForAllValues:StringEquals', 'a'],
    ['ForAllValues:StringEquals', 'a', 'b']
  ])
  assert.is(keyText(K, lists, holding(lists, 'a+b'), spelled), 'aws:MFAAge is b or the list a and b')
})

test('principals: by name, by session, by pattern, by account, by kind, and all others', () => {
  const arn = (name: string) => `arn:aws:iam::111122223333:${name}`
  const criteria = [
    ['AWS', arn('role/Operator')],
    ['AWS', '111122223333'],
    ['AWS', 'arn:aws:sts::111122223333:assumed-role/Operator/jane'],
    ['Service', 'ec2.amazonaws.com']
  ] as const
  const cells = cellsOf(
    'principal',
    criteria.map(([kind, name]) => addressed(kind, name).criterion),
    'aws'
  )
  assert.equal(principalTexts(cells, [...cells.cells.keys()]), [
    arn('role/Operator'),
    'any principal of any other account',
    'anybody without credentials',
    'any other principal of the account 111122223333',
    arn('role/*'),
    arn('role/*/Operator'),
    `${arn('role/Operator')} in the session jane`,
    'Service ec2.amazonaws.com'
  ])
  assert.equal(principalTexts(cells, holding(cells, arn('role/Operator'))), [arn('role/Operator')])
  assert.equal(principalTexts(cells, []), [])
})

test.run()
