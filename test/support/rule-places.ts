import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { RulePlace, RulePlaces } from '../../src/registry/registry.ts'
import { ruleIndex } from './rule-index.ts'

const tests = fileURLToPath(new URL('../', import.meta.url))

/** The tests that may see a rule refuse: those that say its name. The broken stacks of the charter come first. */
const texts: ReadonlyArray<readonly [file: string, text: string]> = readdirSync(tests, {
  recursive: true,
  encoding: 'utf8'
})
  .filter(
    (name) =>
      /(?:\.test|broken-stacks\/[a-z-]+)\.ts$/.test(name) && !/^(?:registry|support|commands\/completion)\//.test(name)
  )
  .toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  .map((name) => [`test/${name}`, readFileSync(tests + name, 'utf8')])

function rank(name: string): number {
  return (
    ['charter/broken-stacks/', 'plan/', 'commands/', 'caller/', 'wire/'].findIndex((folder) =>
      name.startsWith(folder)
    ) >>> 0
  )
}

/** So many tests are named; the others say the same rule in passing. */
const MOST = 2

/** The tests of a file by its own name; the rules on plans are taken away one by one in one test. */
const mirrored = (file: string): ReadonlyArray<string> => {
  if (file.startsWith('src/plan/rules/')) return ['test/plan/rules-removed.test.ts']
  if (file.startsWith('src/backend/compare-')) return ['test/wire/preflight/backend.test.ts']
  if (file === 'src/backend/emitted-form.ts') return ['test/backend/wanted.test.ts']
  const beginning = file.replace(/^src\//, 'test/').replace(/\.ts$/, '')
  return texts.flatMap(([test]) =>
    test === `${beginning}.test.ts` || test === `${beginning}.process.test.ts` ? [test] : []
  )
}

const testsOf = (id: string, files: ReadonlyArray<string>): ReadonlyArray<string> => {
  const said = new RegExp(`(?<![a-z0-9-])${id}(?![a-z0-9-])`)
  const found = [...files.flatMap(mirrored), ...texts.flatMap(([file, text]) => (said.test(text) ? [file] : []))]
  return [...new Set(found)].slice(0, MOST)
}

const byName = (a: string, b: string): number => (a < b ? -1 : 1)

/** Where each rule is named and tested, by clause, as the sources have it: src/registry/places.json. */
export const rulePlaces = (): RulePlaces => {
  const { emit = [], 'seed and preflight': preflight = [], guard = [] } = ruleIndex()
  const placesOf = (named: typeof emit): Readonly<Record<string, RulePlace>> =>
    Object.fromEntries(
      [...new Set(named.map(({ id }) => id))].map((id) => {
        const of = named.filter((one) => one.id === id)
        const files = [...new Set(of.map(({ file }) => file))]
        return [
          id,
          {
            clauses: [...new Set(of.flatMap(({ clauses }) => clauses))].toSorted(byName),
            files,
            remedies: [...new Set(of.flatMap(({ remedies }) => remedies))],
            tests: testsOf(id, files)
          }
        ]
      })
    )
  return { emit: placesOf(emit), preflight: placesOf(preflight), guard: placesOf(guard) }
}
