import { type Origin, type Sourced, machine } from '../../../diagnostics/origin.ts'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { Credentials } from '../../../outside/aws/identity.port.ts'
import type { PrivateFailure } from '../../../outside/files/files.port.ts'
import type { TofuBinary } from '../../../outside/tofu/tofu.port.ts'
import { commandLine, shellWord } from '../../../caller/shell.ts'
import type { Subject } from '../subject.ts'

/** How many minutes credentials must still hold when a command starts. A plan of a stack takes less than one minute. */
export const leastMinutes = { init: 5, plan: 15, apply: 15 } as const

const refused = (minutes: number, actual: string, remedy: string): Sourced<Diagnostic> => ({
  rule: 'credentials-last',
  clause: 'J.7.0 §4',
  from: machine('the end that came with the credentials, or AWS_CREDENTIAL_EXPIRATION'),
  expected: `credentials of a session that holds for at least ${minutes} minutes more, so that none ends half way`,
  actual,
  remedy
})

/**
 * Whether credentials hold for so many minutes more; `now` in milliseconds since 1970. Credentials without a known
 * end are refused: they could end in the next minute.
 */
export const judgeLasting = (
  { expiration }: Credentials,
  least: number,
  now: number
): ReadonlyArray<Sourced<Diagnostic>> => {
  if (expiration === undefined || !Number.isFinite(expiration))
    return [
      refused(
        least,
        'nothing says when these credentials end',
        'Use a profile (AWS_PROFILE), or set AWS_CREDENTIAL_EXPIRATION to the moment that came with the keys: `aws configure export-credentials --format env` prints it.'
      )
    ]
  const minutes = Math.floor((expiration - now) / 60_000)
  if (minutes >= least) return []
  return [
    refused(
      least,
      minutes < 0 ? 'they have ended' : `they end in ${minutes} minute${minutes === 1 ? '' : 's'}`,
      'Take new credentials, and run this again.'
    )
  ]
}

/** All of a checkout that decides what is applied, below the project. */
export const decisive = ({ source, imports, file }: Subject): ReadonlyArray<string> => [
  ...['.', file.path, `out/${file.stack}/.terraform.lock.hcl`, source],
  ...imports
]

/** What others could change of a checkout, by absolute paths. */
export const judgeCheckout = (changeable: ReadonlyArray<string>): ReadonlyArray<Sourced<Diagnostic>> =>
  changeable.map((path) => ({
    rule: 'checkout-unchanged-by-others',
    clause: 'J.7.0 §7',
    from: machine('the rights on files of this checkout'),
    expected: 'a checkout that only you and the administrator of this machine can change',
    actual: `others can change ${path}`,
    remedy: `Take their right to write away: ${commandLine(['chmod', 'go-w', ...changeable])}; or work in a clone of your own.`
  }))

/** What tofu leaves where it runs when it could not store the state that it made. */
export const ERRORED = 'errored.tfstate'

export const errored: Pick<Diagnostic, 'rule' | 'clause' | 'expected'> = {
  rule: 'state-stored',
  clause: 'J.6.2 §3',
  expected: `no ${ERRORED}: the state is stored where it belongs`
}

/** A state that an earlier run could not store lies in the folder of that run. Nothing removes it. */
export const stateLeftBefore = (stack: string, path: string): Sourced<Diagnostic> => ({
  ...errored,
  from: machine('the folder of an earlier run'),
  expected: `no ${ERRORED} of an earlier run on ${stack}`,
  actual: `there is ${path}`,
  remedy: `Keep that file: it alone knows what an earlier apply made. Run this again after you moved it, and it says how the state is stored: mv -n ${shellWord(path)} out/${stack}/${ERRORED}`
})

/** The refusal of a place for what a run keeps; the remedy is about its cause. */
export const judgePrivate = (failure: PrivateFailure): Sourced<Diagnostic> => {
  const isOpen = failure._tag === 'NotPrivate' && failure.why.endsWith('by others')
  const other = 'name another folder in XDG_STATE_HOME or TMPDIR, absolute and outside of the project'
  const first = isOpen
    ? `Take the right of others away (chmod go-rwx ${shellWord(failure.path)}), or ${other}.`
    : `N${other.slice(1)}.`
  return {
    rule: 'private-folders',
    clause: 'J.6.2 §3',
    from: machine('XDG_STATE_HOME, HOME and TMPDIR'),
    expected: 'folders for what a run keeps, outside of the project, for your user alone',
    actual: failure._tag === 'NotPrivate' ? `${failure.path} ${failure.why}` : `${failure.path}: ${failure.message}`,
    remedy: failure._tag === 'NotPrivate' ? first : `Correct what the system says about it, or ${other}.`
  }
}

const tooling = 'J.7.0 §2'
/** Where the program is looked for. */
const program: Origin = { kind: 'machine', name: '--tofu, or the first tofu on PATH' }

const ITSELF = 'OpenTofu itself, a program that was built from it'

/** The refusal on a machine without a program that may be run as tofu. */
export const noTofu = (actual: string): Sourced<Diagnostic> => ({
  rule: 'tofu-itself',
  clause: tooling,
  from: program,
  expected: ITSELF,
  actual,
  remedy: 'Install a release of OpenTofu, or name it: --tofu PATH'
})

const form = ({ form: found, path, namesOpenTofu }: TofuBinary): ReadonlyArray<Sourced<Diagnostic>> => {
  const remedy = 'Install a release of OpenTofu, or name the program behind a version switcher: --tofu PATH'
  if (found !== 'ELF' && found !== 'Mach-O')
    return [
      {
        rule: 'tofu-itself',
        clause: tooling,
        from: program,
        expected: ITSELF,
        actual: `${path} is ${found === 'script' ? 'a script' : 'not a program'}`,
        remedy
      }
    ]
  return namesOpenTofu
    ? []
    : [
        {
          rule: 'tofu-itself',
          clause: tooling,
          from: program,
          expected: ITSELF,
          actual: `${path} was built from other sources`,
          remedy
        }
      ]
}

const place = ({ path, isInCheckout }: TofuBinary): ReadonlyArray<Sourced<Diagnostic>> =>
  isInCheckout
    ? [
        {
          rule: 'tofu-outside',
          clause: tooling,
          from: program,
          expected: 'a tofu of this machine',
          actual: `${path} belongs to the project: a change of the project would change it`,
          remedy: 'Name the tofu of this machine: --tofu PATH'
        }
      ]
    : []

const hands = ({ changeable }: TofuBinary): ReadonlyArray<Sourced<Diagnostic>> =>
  changeable.map((path) => ({
    rule: 'tofu-unchanged-by-others',
    clause: 'J.7.0 §7',
    from: program,
    expected: 'a tofu that only you and the administrator of this machine can change',
    actual: `others can change ${path}`,
    remedy: 'Install it where they cannot, or take their right to write away.'
  }))

/** What is against running a program as tofu, before it is run. Nothing here proves that a program is not made to deceive. */
export const judgeBinary = (binary: TofuBinary): ReadonlyArray<Sourced<Diagnostic>> => [
  ...form(binary),
  ...place(binary),
  ...hands(binary)
]
