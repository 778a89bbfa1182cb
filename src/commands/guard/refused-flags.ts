import type { Sourced } from '../../diagnostics/origin.ts'
import type { Clause, Diagnostic } from '../../diagnostics/diagnostic.ts'

/** Which clause a flag breaks, what it would do, and what a person does instead. */
type Reason = readonly [clause: Clause, why: string, instead: string]

const state: Reason = [
  'J.6.2 §3',
  'it names another state than the remote one',
  'Leave it out: the state is the one that the file declares.'
]
const backend: Reason = [
  'J.7.0 §4',
  'it changes or skips the backend that the file declares, and with it the state, the lock or the account',
  'Leave it out; a changed backend is a changed stack: emit it and have it reviewed.'
]
const part: Reason = [
  'J.7.0 §4',
  'it applies a part of the reviewed file, and leaves the state between two files',
  'Leave it out: the whole file is planned.'
]
const destroying: Reason = ['J.6.2 §7', 'it plans to delete', 'Leave it out: nothing here is ever deleted.']
const variables: Reason = [
  'J.7.0 §6',
  'it gives the file values that were not reviewed',
  'Write the value in the stack, and emit it.'
]
const provider: Reason = [
  'J.7.0 §3.1',
  'it takes another provider than the recorded one',
  'Leave it out; where the provider is to change, change the stack, remove .terraform.lock.hcl, run init, and have both reviewed.'
]
const own: Reason = ['J.7.0 §2', 'the guard sets it itself', 'Leave it out.']
const output: Reason = [
  'J.7.0 §2',
  'it changes the form of what a person must read, or writes it elsewhere',
  'Leave it out; the evidence is the document of a run.'
]

/** Flags of init, plan and apply that the guard refuses by name. Source: `tofu init|plan|apply -help` of 1.12. */
const refusedFlags: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  [
    'lock',
    ['J.6.2 §5', 'it runs without the lock, even while another run holds it', 'Leave it out: every run takes the lock.']
  ],
  [
    'lock-timeout',
    [
      'J.6.2 §5',
      'it waits for a lock that another run holds, and then plans or applies on what that run left',
      'Leave it out: where the lock is taken, the run ends (fail closed).'
    ]
  ],
  [
    'auto-approve',
    [
      'J.7.0 §6',
      'it applies without a person',
      'Leave it out: apply takes a plan that was judged, and asks for the name of the environment.'
    ]
  ],
  ['target', part],
  ['target-file', part],
  ['exclude', part],
  ['exclude-file', part],
  ['replace', destroying],
  ['destroy', destroying],
  ['suppress-forget-errors', destroying],
  [
    'refresh-only',
    ['J.6.2 §7', 'it writes what it finds into the state, reviewed or not', 'Run plan: it shows what has drifted.']
  ],
  ['refresh', ['J.7.0 §4', 'it plans on the state alone and does not look at AWS', 'Leave it out.']],
  ['var', variables],
  ['var-file', variables],
  ['state', state],
  ['state-out', state],
  ['backup', state],
  ['backend', backend],
  ['backend-config', backend],
  ['reconfigure', backend],
  ['migrate-state', backend],
  ['force-copy', backend],
  ['ignore-remote-version', backend],
  ['from-module', backend],
  ['chdir', backend],
  ['upgrade', provider],
  ['plugin-dir', provider],
  ['lockfile', provider],
  ['get', provider],
  ['out', own],
  ['input', own],
  ['detailed-exitcode', own],
  ['parallelism', own],
  ['concise', output],
  ['compact-warnings', output],
  ['consolidate-warnings', output],
  ['consolidate-errors', output],
  ['deprecation', output],
  ['json', output],
  ['json-into', output],
  ['show-sensitive', ['J.7.0 §7', 'it prints what is marked as sensitive', 'Leave it out.']],
  ['generate-config-out', output],
  ['test-directory', output]
])

/** The refusal of a flag that does not reach tofu. A flag that the guard does not know is refused as well. */
export const refusedFlag = (name: string): Sourced<Diagnostic> => {
  const [clause, why, instead] = refusedFlags.get(name) ?? [
    'J.7.0 §2',
    'the guard does not know it, so it does not reach tofu',
    'See npm run tofu -- --help'
  ]
  return {
    rule: 'flags-known',
    clause,
    from: { kind: 'flag', name: `-${name}` },
    expected: 'no flag of tofu but -no-color',
    actual: `-${name}: ${why}`,
    remedy: instead
  }
}
