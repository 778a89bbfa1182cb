import type { Sourced } from '../../diagnostics/origin.ts'
import { didYouMean } from '../../diagnostics/nearest.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'

/** The commands that the guard runs, in the order of a first day; J.7.0 §2 authorises no other. */
export const commands = ['init', 'plan', 'apply'] as const

export type GuardCommand = (typeof commands)[number]

/** Whether a word is one of the three. */
export const isCommand = (word: string): word is GuardCommand => commands.some((command) => command === word)

/** Why a command of OpenTofu is none of the three, and what a person does instead. */
type Reason = readonly [why: string, instead: string]

const looking: Reason = [
  'it is none of the three, and its output may show the state',
  'Plan, which shows what state and file differ in: npm run tofu -- STACK plan. Whether the state is whole: npm run preflight -- STACK'
]
const editing: Reason = [
  'it changes the state without a plan that was judged (J.6.2 §7)',
  'Change the stack, emit it, and have it reviewed. Then plan it: npm run tofu -- STACK plan'
]
const workspaces: Reason = [
  'a stack has one state and no workspaces (J.7.0 §3.4)',
  'Write a stack for each environment in stacks/.'
]
const signingIn: Reason = [
  'it stores credentials on this machine',
  'Take credentials from AWS alone: nothing here needs a token.'
]
const offline: Reason = [
  'it is none of the three, and emit has done it: the file is checked and written in one form',
  'Compare the emitted files with the stacks: npm run emit -- --check'
]

/** Every command of OpenTofu 1.12 but the three. Source: `tofu -help`. */
const refusedCommands: ReadonlyMap<string, Reason> = new Map<string, Reason>([
  [
    'destroy',
    [
      'it removes what holds the state and its history (J.6.2 §7)',
      'Nothing here is ever destroyed. docs/operator/retire.md says how a stack is retired.'
    ]
  ],
  [
    'import',
    [
      'it writes into the state without a plan that was judged',
      'Plan and apply, since the emitted file imports what seed made: npm run tofu -- STACK plan'
    ]
  ],
  [
    'force-unlock',
    [
      'it removes a lock that another person may hold at this moment (J.6.2 §5)',
      'See whose lock it is and since when; the same line says how it is removed where its run is dead: npm run preflight -- STACK --check lock-free'
    ]
  ],
  ['state', editing],
  ['taint', editing],
  ['untaint', editing],
  ['refresh', editing],
  ['workspace', workspaces],
  ['env', workspaces],
  ['console', looking],
  ['output', looking],
  ['show', looking],
  ['graph', looking],
  ['login', signingIn],
  ['logout', signingIn],
  ['validate', offline],
  ['fmt', offline],
  ['test', ['it makes and destroys what its files say', 'Run npm test in this project; it needs no account.']],
  ['get', ['the emitted file has no modules', 'Initialise the stack: npm run tofu -- STACK init']],
  ['providers', ['it is none of the three', 'Read .terraform.lock.hcl, or the evidence of a run.']],
  ['metadata', ['it is none of the three', 'Run plain tofu for it: it tells nothing about an account.']],
  ['version', ['it is none of the three', 'Read version and digest of tofu in the output of any run.']],
  ['push', ['it is none of the three', 'Plan it: npm run tofu -- STACK plan']]
])

/** Whether a word is a command of OpenTofu that is none of the three. */
export const isRefusedCommand = (word: string): boolean => refusedCommands.has(word)

/**
 * The refusal of a command that is not one of the three. Unknown ones are refused like known ones (J.7.0 §2). `file` is the
 * stack's, where one is named.
 */
export const refusedCommand = (name: string, file = 'STACK'): Sourced<Diagnostic> => {
  const [why, instead] = refusedCommands.get(name) ?? [
    'the guard does not know this command',
    didYouMean(name, commands) || 'See npm run tofu -- --help'
  ]
  return {
    rule: 'three-commands',
    clause: 'J.7.0 §2',
    from: { kind: 'flag', name },
    expected: 'init, plan or apply',
    actual: `${name}: ${why}`,
    remedy: instead.replaceAll('STACK', file)
  }
}
