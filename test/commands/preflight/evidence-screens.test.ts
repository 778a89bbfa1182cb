import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import type { PreflightDocument } from '../../../src/commands/preflight/document.ts'
import { BOOTSTRAP, type PreflightWorld, healthyWorld, preflightIn } from '../../support/preflight-world.ts'
import { type Screen, readsAs } from '../../support/screens.ts'

const test = suite('what the document of preflight keeps of a run that is right')

type Found = PreflightDocument['checks'][number]['findings'][number]

const originOf = ({ from: { kind, name, file, line } }: Found): string =>
  [kind, name, ...(file === null ? [] : [file]), ...(line === null ? [] : [`line ${line}`])].join(', ')

const linesOf = (found: Found): ReadonlyArray<string> => [
  `  ${found.outcome} ${found.id}, ${found.clause}`,
  `    expected  ${found.expected}`,
  `    actual    ${found.actual}`,
  `    from      ${originOf(found)}`
]

/** Without the digest and the size of what the stack emits, which each change of the emitter changes. */
const withoutBytes = (line: string): string =>
  line.replace(/"[0-9a-f]{64}"/, '"a SHA-256"').replace(/the same \d{4,5} bytes/, 'the same thousands of bytes')

/** All that a document says of the world with this change, a line for each part. */
const keptOf =
  (change: (world: PreflightWorld) => unknown, ...argv: ReadonlyArray<string>): Screen =>
  async () => {
    const world = healthyWorld()
    change(world)
    const { code, out } = await preflightIn(world, ['--json', ...argv])
    const { checks, ...document } = JSON.parse(out) as PreflightDocument
    return [
      ...Object.entries(document).map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
      ...checks.flatMap(({ name, outcome, because, findings }) => [
        `${name}: ${outcome}${because === null ? '' : `, ${because}`}`,
        ...findings.flatMap(linesOf)
      ]),
      `exit code ${code}`
    ].map(withoutBytes)
  }

readsAs(test, new URL('evidence-screens.txt', import.meta.url), {
  'everything is proven, for the operator': keptOf(() => undefined),
  'who is calling alone, for the bootstrap principal, through a proxy': keptOf(
    (world) => Object.assign(world, { caller: E.right({ account: '111122223333', arn: BOOTSTRAP }) }),
    ...['--check', 'identity', '--proxy', 'http://proxy.example.com:3128']
  ),
  'a lock file that no commit has yet, on day 0': keptOf(
    (world) => world.committed.delete('out/staging-eu/.terraform.lock.hcl'),
    ...['--check', 'reviewed-file']
  ),
  'a lock table that holds nothing yet, before the first apply': keptOf(
    (world) => {
      world.state = E.right(O.none)
      world.items.clear()
    },
    '--check',
    'lock-works'
  )
} satisfies Readonly<Record<string, Screen>>)

test.run()
