import * as TE from 'fp-ts/lib/TaskEither.js'
import type { Inside, SandboxStack, Who } from '../../outside/sandbox/world.port.ts'
import type { Step } from './way-out.ts'

/** Something that goes wrong, for real, in a stack that is at work. */
export type Accident = {
  readonly name: string
  /** What has happened, in one sentence. */
  readonly what: string
  /** The rule that refuses then. */
  readonly rule: string
  readonly happens: (inside: Inside) => TE.TaskEither<string, unknown>
  /** The line that meets it. */
  readonly met: (stack: SandboxStack) => Step
  /** Whether the newest object of the state is the right one, which only people know. */
  readonly isObjectRight: boolean
}

const plan =
  (as: Who) =>
  ({ name }: SandboxStack): Step => ({ line: `npm run tofu -- stacks/${name}.ts plan`, as, answers: [] })

const accident = (
  name: string,
  what: string,
  rule: string,
  happens: Accident['happens'],
  { met = plan('bootstrap'), isObjectRight = false }: Partial<Pick<Accident, 'met' | 'isObjectRight'>> = {}
): Accident => ({ name, what, rule, happens, met, isObjectRight })

const nothing = (): TE.TaskEither<string, unknown> => TE.right(undefined)

/** Done in the console of AWS. */
const byHand =
  (action: string, parameters: (stack: SandboxStack) => Readonly<Record<string, unknown>>) =>
  ({ console, stack }: Inside): TE.TaskEither<string, unknown> =>
    console(action, parameters(stack))

/** The lock and the digest of a state are items of these names. */
const path = ({ bucket, key }: SandboxStack): string => `${bucket}/${key}`
const table = ({ region, lockTable }: SandboxStack) => ({ region, table: lockTable })
const bucket = ({ region, bucket: name }: SandboxStack) => ({ region, bucket: name })
const object = (stack: SandboxStack) => ({ ...bucket(stack), key: stack.key })

const COLLEAGUE = {
  ident: '2f0e6b0a-54c1-4f4b-8d7f-6f1f0f5a9c11',
  who: 'colleague@elsewhere',
  created: '2026-01-02T03:04:05.678901234Z'
}

/** The accidents; each is proven by an end-to-end test. */
export const ACCIDENTS: ReadonlyArray<Accident> = [
  accident(
    'lock-held',
    'A colleague holds the lock, and has gone.',
    'lock-free',
    byHand('lock', (stack) => ({ ...table(stack), path: path(stack), ...COLLEAGUE }))
  ),
  accident(
    'digest-wrong',
    'The digest in the table is of another version of the state.',
    'state-digest',
    byHand('digest', (stack) => ({ ...table(stack), path: path(stack), md5: '0123456789abcdef0123456789abcdef' })),
    { isObjectRight: true }
  ),
  accident(
    'state-deleted',
    "The state's object was deleted.",
    'state-digest',
    byHand('state', (stack) => ({ ...object(stack), does: 'delete' }))
  ),
  accident('table-lost', 'The lock table was deleted.', 'table-known', byHand('lose_table', table), {
    isObjectRight: true
  }),
  accident(
    'versioning-suspended',
    "The bucket's versioning was suspended.",
    'bucket-versioning',
    byHand('suspend', bucket)
  ),
  accident(
    'stranger',
    'The shell has credentials of a role that the stack does not know.',
    'caller-principal',
    nothing,
    {
      met: plan('stranger')
    }
  ),
  accident('tests-beside', 'A folder tests/ lies beside the emitted file.', 'nothing-else-read', ({ write, stack }) =>
    write(`out/${stack.name}/tests/a.tftest.hcl`, 'run "a" {\n}\n')
  )
]
