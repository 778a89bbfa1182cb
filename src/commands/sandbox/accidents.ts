import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Inside, SandboxStack, Who } from '../../outside/sandbox/world.port.ts'
import { applied, edited, handedOver } from './interrupt.ts'
import { organisationDenies } from './organisation.ts'
import type { Step } from './way-out.ts'

/** Something that goes wrong, for real, in a stack that is at work. */
export type Accident = {
  readonly name: string
  /** What has happened, in one sentence. */
  readonly what: string
  /** The rule that refuses then; undefined where the program came through by itself. */
  readonly rule: string | undefined
  readonly happens: (inside: Inside) => TE.TaskEither<string, unknown>
  /** The line that meets it. */
  readonly met: (stack: SandboxStack) => Step
  /** Whether the newest object of the state is the right one, which only people know. */
  readonly isObjectRight: boolean
}

const guard =
  (command: 'plan' | 'apply', as: Who = 'bootstrap', before = '') =>
  ({ name }: SandboxStack): Step => ({
    line: `${before}npm run tofu -- stacks/${name}.ts ${command}`,
    as,
    answers: []
  })

const accident = (
  name: string,
  what: string,
  rule: string | undefined,
  happens: Accident['happens'],
  { met = guard('plan'), isObjectRight = false }: Partial<Pick<Accident, 'met' | 'isObjectRight'>> = {}
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

const operator = ({ operator: arn }: SandboxStack) => ({ role: arn.slice(arn.lastIndexOf('/') + 1) })
const stranger = ({ account }: SandboxStack): string => `arn:aws:iam::${account}:role/SomebodyElse`

const COLLEAGUE = {
  ident: '2f0e6b0a-54c1-4f4b-8d7f-6f1f0f5a9c11',
  who: 'colleague@elsewhere',
  created: '2026-01-02T03:04:05.678901234Z'
}

/** In two minutes, as `date` of GNU and of BSD write it. */
const SOON = '$(date -u -d "+2 minutes" +%FT%TZ 2>/dev/null || date -u -v+2M +%FT%TZ)'

/** The oldest version is brought back without its digest. Where there is none yet, a change is applied first. */
const older = (inside: Inside): TE.TaskEither<string, unknown> => {
  const brought = byHand('state', (stack) => ({ ...object(stack), does: 'older' }))(inside)
  return pipe(
    brought,
    TE.flatMap((version) =>
      version === null
        ? pipe(
            applied(inside, 'none'),
            TE.flatMap(() => brought)
          )
        : TE.right(version)
    )
  )
}

/** The accidents, from the lock to the state, the settings, the people and the files. Each is proven by an end-to-end test. */
export const ACCIDENTS: ReadonlyArray<Accident> = [
  accident(
    'lock-held',
    'A colleague holds the lock, and has gone.',
    'lock-free',
    byHand('lock', (stack) => ({ ...table(stack), path: path(stack), ...COLLEAGUE }))
  ),
  accident('apply-killed', 'OpenTofu was killed while it applied.', 'lock-free', (inside) => applied(inside, 'kill')),
  accident('terminal-closed', 'The terminal was closed while OpenTofu applied.', undefined, (inside) =>
    applied(inside, 'close')
  ),
  accident(
    'network-cut',
    'The network went away between the state and its digest.',
    'state-digest',
    (inside) => applied(inside, 'cut'),
    { isObjectRight: true }
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
  accident(
    'state-emptied',
    "The state's object was emptied.",
    'state-read',
    byHand('state', (stack) => ({ ...object(stack), does: 'empty' }))
  ),
  accident('state-older', 'An older version of the state was brought back.', 'state-digest', older),
  accident('table-lost', 'The lock table was deleted.', 'table-known', byHand('lose_table', table), {
    isObjectRight: true
  }),
  accident(
    'policy-changed',
    'A statement was taken out of the bucket policy by hand.',
    'bucket-policy',
    byHand('lax_policy', bucket),
    { met: guard('plan', 'operator') }
  ),
  accident(
    'table-own-key',
    "The table was encrypted with a customer's own key.",
    'table-encryption-key',
    byHand('own_key', table)
  ),
  accident(
    'versioning-suspended',
    "The bucket's versioning was suspended.",
    'bucket-versioning',
    byHand('suspend', bucket)
  ),
  accident(
    'access-opened',
    "The bucket's block of public access was taken away.",
    'bucket-public-access',
    byHand('open_access', bucket)
  ),
  accident(
    'role-trusted',
    'A foreign role was trusted with the operator role by hand.',
    'plan-drift',
    byHand('trust', (stack) => ({ ...operator(stack), arn: stranger(stack) })),
    { met: guard('plan', 'operator') }
  ),
  accident(
    'policy-attached',
    'A foreign policy was attached to the operator role by hand.',
    'plan-drift',
    byHand('attach', (stack) => ({ ...operator(stack), name: 'Temporary' })),
    { met: guard('plan', 'operator') }
  ),
  accident(
    'organisation-denies',
    'A policy of the organisation denies writing to lock tables.',
    'lock-accepts',
    organisationDenies
  ),
  accident('wrong-account', 'The stack is of another account than the credentials.', 'caller-account', nothing, {
    met: guard('plan', 'other-account')
  }),
  accident(
    'stranger',
    'The shell has credentials of a role that the stack does not know.',
    'caller-principal',
    nothing,
    { met: guard('plan', 'stranger') }
  ),
  accident('credentials-short', 'The credentials end in two minutes.', 'credentials-last', nothing, {
    met: guard('plan', 'bootstrap', `AWS_CREDENTIAL_EXPIRATION=${SOON} `)
  }),
  accident('credentials-ended', 'The credentials ended in the middle of an apply.', 'no-local-state', (inside) =>
    applied(inside, 'expire')
  ),
  accident('tests-beside', 'A folder tests/ lies beside the emitted file.', 'nothing-else-read', ({ write, stack }) =>
    write(`out/${stack.name}/tests/a.tftest.hcl`, 'run "a" {\n}\n')
  ),
  accident('file-edited', 'The emitted file was edited between plan and apply.', 'file-as-emitted', edited, {
    met: guard('apply')
  }),
  accident('owner-handed-over', 'Another bootstrap principal was declared in one step.', 'bucket-policy', handedOver)
]
