import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Path } from '../src/diagnostics/diagnostic.ts'
import { emitStacks } from '../src/stack/emit.ts'
import { block } from '../src/stack/parts/block.ts'
import { changed } from './support/changed.ts'
import { type Options, loaded, partsWith, validDeclaration, validOptions } from './support/valid-stack.ts'

const test = suite('emit of secrets')

/** One of each kind that must not be repeated: credentials, and data about a person. */
const secrets = [
  'AKIAQNZGKIQY56JQ7WML',
  'ghp_0123456789abcdefABCDEF0123456789abcd',
  'https://jane:hunter22@zenthea.eu/',
  'jane.doe@zenthea.eu',
  'DE89 3704 0044 0532 0130 00'
]

const pathsOf = (value: unknown, at: Path = []): ReadonlyArray<Path> =>
  typeof value === 'object' && value !== null
    ? [
        at,
        ...Object.entries(value).flatMap(([key, item]) =>
          pathsOf(item, [...at, Array.isArray(value) ? Number(key) : key])
        )
      ]
    : [at]

/** What is written or said of a stack. */
const outcome = (declaration: unknown, parts: unknown): string =>
  JSON.stringify(
    emitStacks([loaded(declaration, parts)]).map(({ file }) =>
      E.isLeft(file) ? file.left : `emitted ${file.right.text}`
    )
  )

const parts = partsWith(validOptions)

const silent = (text: string, secret: string, where: string): void => {
  assert.is(text.includes('emitted'), false, `${where}: refused`)
  assert.is(text.includes(secret), false, `${where}: not shown in ${text}`)
}

for (const secret of secrets) {
  const kind = secret.slice(0, 4)

  test(`${kind}… as any value of a declaration is refused and not shown`, () => {
    for (const at of pathsOf(validDeclaration).filter((path) => path.length > 0))
      silent(outcome(changed(validDeclaration, at, secret), parts), secret, at.join('.'))
  })

  test(`${kind}… as any key of a declaration is refused and not shown`, () => {
    for (const at of [[], ['region'], ['versions'], ['backend'], ['tags']])
      silent(outcome(changed(validDeclaration, [...at, secret], 'x'), parts), secret, `${at.join('.')} + key`)
  })

  test(`${kind}… in the options of any part is refused and not shown`, () => {
    for (const at of pathsOf(validOptions).filter((path) => path.length > 1)) {
      const options = changed(validOptions, at, secret) as Options
      silent(outcome(validDeclaration, partsWith(options)), secret, at.join('.'))
    }
    for (const at of [['stateBucket'], ['stateBucket', 'tags'], ['permissionsBoundary'], ['operatorRole', 'trust']]) {
      const options = changed(validOptions, [...at, secret], 'x') as Options
      silent(outcome(validDeclaration, partsWith(options)), secret, `${at.join('.')} + key`)
    }
  })

  test(`${kind}… in a block of the author's own is refused and not shown`, () => {
    for (const extra of [
      block('locals', ['x'], secret),
      block('locals', ['x'], { [secret]: 'x' }),
      block('locals', [secret], 'x')
    ])
      silent(outcome(validDeclaration, [...parts, extra]), secret, 'block')
    silent(outcome(validDeclaration, [...parts, secret]), secret, 'part')
  })
}

test.run()
