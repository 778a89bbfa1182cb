import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Path } from '../../../src/diagnostics/diagnostic.ts'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'
import { placeOfPath } from '../../../src/stack/source/places.ts'

const test = suite('where each form of a stack and of a part is written')

const surface = ['zenthea-foundation/stack', 'zenthea-foundation/operator-role', 'zenthea-foundation/block']
const head = `import { stack as made } from 'zenthea-foundation/stack'
import * as roles from 'zenthea-foundation/operator-role'
import { block, dataSource, resource } from 'zenthea-foundation/block'
import { list } from './shared/list.ts'
`

/** The place of each path, told by what stands there in what follows the imports. */
const places = (body: string, paths: ReadonlyArray<Path>): ReadonlyArray<string> => {
  const text = head + body
  const { module, problems } = judgedSource('stacks/a.ts', text, surface)
  assert.equal(problems, [])
  return paths.map((path) => {
    const place = placeOfPath(module?.written ?? [], path)
    const line = text.split('\n')[(place?.line ?? 0) - 1] ?? ''
    return place === undefined ? 'nowhere' : line.slice(place.column - 1, place.column + 11)
  })
}

/** What follows the imports, and the place of each path in it. */
const forms: Readonly<Record<string, readonly [text: string, found: ReadonlyArray<readonly [Path, string]>]>> = {
  'parts of each kind, by the address that a problem has': [
    `export default made({} as never, [
      resource('aws_a', 'one', { b: 1 }),
      dataSource('aws_d', 'two', { c: 2 }),
      block('resource', ['aws_e', 'three', 'x'], { d: 3 }),
      block('locals', [], { e: 4 }),
      block('data', ['aws_f', 'four'], { f: 5 }),
      roles.operatorRole({ sessionHours: 1 })
    ] as never)`,
    [
      [['block', 'aws_a', 'one', 'b'], 'b: 1 }),'],
      [['block', 'data', 'aws_d', 'two', 'c'], 'c: 2 }),'],
      [['block', 'aws_e', 'three', 'd'], 'd: 3 }),'],
      [['block', 'locals', 'e'], 'e: 4 }),'],
      [['block', 'data', 'aws_f', 'four', 'f'], 'f: 5 }),'],
      [['operatorRole', 'sessionHours'], 'sessionHours'],
      [['parts', 3], "block('local"],
      [['block', 'data', 'aws_f'], 'made({} as n']
    ]
  ],
  'of two parts with one address the first': [
    `export default made({} as never, [resource('a', 'b', { c: 1 }), resource('a', 'b', { c: 2, d: 3 })] as never)`,
    [
      [['block', 'a', 'b', 'c'], 'c: 1 }), res'],
      [['block', 'a', 'b', 'd'], "resource('a'"],
      [['parts', 1], "resource('a'"]
    ]
  ],
  'parts before one that is spread, and none behind it': [
    `const last = resource('a', 'z', { c: 1 })
export default made({} as never, [resource('a', 'b', { c: 1 }), ...list, last] as never)`,
    [
      [['parts', 0], "resource('a'"],
      [['parts', 1], 'made({} as n'],
      [['parts', 2], 'made({} as n']
    ]
  ],
  'a part that is not a call, where its constant holds it': [
    `const one = { a: 1 }\nexport default made({} as never, [one, list] as never)`,
    [
      [['parts', 0], '{ a: 1 }'],
      [['parts', 1], 'list] as nev']
    ]
  ],
  'items of a list, up to one that is spread': [
    `export default made({ a: [1, [2, 3], ...list, 4], b: [,5] } as never, [] as never)`,
    [
      [['a', 0], '1, [2, 3], .'],
      [['a', 1, 1], '3], ...list,'],
      [['a', 3], 'a: [1, [2, 3'],
      [['b', 1], 'b: [,5] } as']
    ]
  ],
  'keys in quotes and numbers, and none that is computed': [
    `const k = 'x'\nexport default made({ 'a-b': 1, 7: 2, ...{ [k]: 3 } } as never, [] as never)`,
    [
      [['a-b'], "'a-b': 1, 7:"],
      [['7'], '7: 2, ...{ ['],
      [['x'], "made({ 'a-b'"],
      [['k'], "made({ 'a-b'"]
    ]
  ],
  'exported constants, and none that may change': [
    `export const a = { b: 1 }\nlet c = { d: 2 }\nexport default made({ a, c } as never, [] as never)`,
    [
      [['a', 'b'], 'b: 1 }'],
      [['c', 'd'], 'c } as never']
    ]
  ],
  'a value with a type on it': [
    `const a = { b: 1 } satisfies object\nexport default made({ a: (a as never)! } as never, [] as never)`,
    [
      [['a', 'b'], 'b: 1 } satis'],
      [['a'], '{ b: 1 } sat']
    ]
  ],
  'a stack that another function makes, as a whole': [
    `const f = (of: object) => of\nexport default f({ account: '1' })`,
    [
      [[], 'f({ account:'],
      [['account'], 'f({ account:']
    ]
  ],
  'a function of the surface that is reached by a computed name is no stack': [
    `import * as all from 'zenthea-foundation/stack'\nexport default all['stack']({ account: '1' } as never, [] as never)`,
    [[['account'], "all['stack']"]]
  ],
  'one that is reached by its name is': [
    `import * as all from 'zenthea-foundation/stack'\nexport default all.stack({ account: '1' } as never, [] as never)`,
    [[['account'], "account: '1'"]]
  ]
}
for (const [what, [text, found]] of Object.entries(forms))
  test(what, () => {
    const paths = found.map(([path]) => path)
    assert.equal(
      places(text, paths),
      found.map(([, place]) => place)
    )
  })

/** A constant that names one that names one …, and so on, so many. */
const chain = (length: number, first: string): string =>
  [`const c0 = ${first}`, ...Array.from({ length: length - 1 }, (_, index) => `const c${index + 1} = c${index}`)].join(
    '\n'
  )

test('constants are followed through 32 of them, and no further', () => {
  for (const [length, place] of [
    [32, "account: '1'"],
    [33, 'c32 as never']
  ] as const)
    assert.equal(
      places(`${chain(length, "{ account: '1' }")}\nexport default made(c${length - 1} as never, [] as never)`, [
        ['account']
      ]),
      [length === 32 ? place : `made(${place}`.slice(0, 12)]
    )
})

test('values are shown 31 levels deep, and what lies deeper where the last of them is', () => {
  const nested = (depth: number): string => (depth === 0 ? '0' : `{ k${depth}: ${nested(depth - 1)} }`)
  const path = Array.from({ length: 40 }, (_, index) => `k${40 - index}`)
  const text = `export default made(${nested(40)} as never, [] as never)`
  assert.equal(places(text, [path.slice(0, 32), path.slice(0, 33), path]), [
    'k9: { k8: { ',
    'k9: { k8: { ',
    'k9: { k8: { '
  ])
  assert.equal(places(text, [path.slice(0, 31)]), ['k10: { k9: {'])
})

test('a path to nothing that is written is where the nearest thing around it is', () => {
  assert.equal(
    placeOfPath(
      [
        [[], { line: 1, column: 1 }],
        [['a'], { line: 2, column: 1 }],
        [['a'], { line: 3, column: 1 }]
      ],
      ['a']
    ),
    { line: 2, column: 1 }
  )
  assert.is(placeOfPath([[['a'], { line: 2, column: 1 }]], ['b']), undefined)
  assert.is(placeOfPath([[['a', 'b'], { line: 2, column: 1 }]], ['a']), undefined)
})

test.run()
