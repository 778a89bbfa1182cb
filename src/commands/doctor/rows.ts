import type { Clock } from '../../outside/process/clock.port.ts'
import type { Moment } from '../../diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { credentialSources } from '../../caller/credential-sources.ts'
import { networkPath } from '../../caller/network-path.ts'
import type { Route, SharedConfig, Variables } from '../../caller/surroundings.ts'
import { activeProfile, isSet } from '../../caller/surroundings.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { PrivateFailure, ReadFailure } from '../../outside/files/files.port.ts'
import type { Head, RepositoryFailure } from '../../outside/git/repository.port.ts'
import type { Emission } from '../../outside/stack/evaluator.port.ts'
import type { CliConfiguration, DistrustedFolder, NoTofu, TofuBinary } from '../../outside/tofu/tofu.port.ts'
import { judgeBinary, judgePrivate } from '../preflight/foreseen/judge-foreseen.ts'
import { judgeCli } from '../preflight/checks/environment/cli-configuration.ts'
import { providerSourceFindings } from '../preflight/checks/environment/provider-sources.ts'

/** One thing that the work needs. Where it is wrong it has a remedy and a word that `explain` knows. */
export type Row = {
  readonly name: string
  readonly ok: boolean
  readonly says: string
  readonly remedy?: string
  readonly word?: string
}

const right = (name: string, says: string): Row => ({ name, ok: true, says })
const wrong = (name: string, says: string, remedy: string, word: string): Row => ({
  name,
  ok: false,
  says,
  remedy,
  word
})

/** The first of what is against a thing, with the rules of the others, which `explain` knows. */
const against = (name: string, diagnostics: ReadonlyArray<Diagnostic>, says: string): Row => {
  const [first, ...others] = diagnostics
  if (first === undefined) return right(name, says)
  const rules = [...new Set(others.map(({ rule }) => rule))].filter((rule) => rule !== first.rule)
  const more = rules.length === 0 ? '' : `; refused next: ${rules.join(', ')}`
  return wrong(name, `${first.actual}${more}`, first.remedy, first.rule)
}

const privateWord = ({ _tag }: PrivateFailure): string => (_tag === 'NotPrivate' ? 'not-private' : 'system-refused')

export const git = (head: E.Either<RepositoryFailure, Head>): Row =>
  E.isRight(head)
    ? right('git', `at the commit ${head.right.commit.slice(0, 12)}`)
    : wrong(
        'git',
        `${head.left.what}: ${head.left.cause}`,
        head.left.remedy ?? 'Install git, and work in a clone: only what was committed is applied.',
        'repository'
      )

/** The oldest Node that runs this program, as bin/zenthea.js asks for it before anything is loaded. */
export const OLDEST_NODE = [20, 19] as const

export const node = (version: string, oldest: readonly [number, number]): Row => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const isOld = major < oldest[0] || (major === oldest[0] && minor < oldest[1])
  return isOld
    ? wrong('Node', `${version}, which is too old`, `Install Node ${oldest.join('.')} or later.`, 'node-too-old')
    : right('Node', version)
}

export const tofu = (found: E.Either<NoTofu, TofuBinary>): Row => {
  if (E.isLeft(found))
    return found.left._tag === 'NoTofu'
      ? wrong('tofu', 'none on PATH', 'Install a release of OpenTofu, or name it: --tofu PATH', 'tofu-itself')
      : wrong(
          'tofu',
          `${found.left.path}: ${found.left.message}`,
          'Name the tofu of this machine: --tofu PATH',
          'tofu-itself'
        )
  const { path, realPath, sha256 } = found.right
  const from = path === realPath ? path : `${path}, which is ${realPath}`
  return against('tofu', judgeBinary(found.right), `${from}, sha256 ${sha256.slice(0, 12)}`)
}

export const providerSource = (
  cli: E.Either<ReadFailure, CliConfiguration>,
  distrusted: ReadonlyArray<DistrustedFolder>
): Row => {
  const name = 'provider source'
  if (E.isLeft(cli))
    return wrong(
      name,
      `${cli.left.what}: ${cli.left.cause}`,
      'Make the CLI configuration readable.',
      'cli-configuration-read'
    )
  const { diagnostics, sources } = judgeCli(cli.right)
  const findings = providerSourceFindings(cli.right, O.toUndefined(sources), distrusted)
  const failures = findings.flatMap((finding) => (finding.outcome === 'failed' ? [finding] : []))
  return against(name, [...diagnostics, ...failures], findings.map(({ actual }) => actual).join())
}

/** Which source there is, by name; what is in it is neither shown nor used. */
export const credentials = (variables: Variables, shared: SharedConfig, route: Route): Row => {
  const source = isSet(variables, 'AWS_ACCESS_KEY_ID')
    ? 'the keys of a session in the environment'
    : `the profile ${activeProfile(variables)}`
  return against(
    'credentials',
    [...credentialSources({ variables, shared }), ...networkPath({ variables, shared, route })],
    `${source}, not used here`
  )
}

export const privateFolders = (
  state: E.Either<PrivateFailure, string>,
  temporary: E.Either<PrivateFailure, string>
): Row => {
  const {
    left: [failure],
    right: folders
  } = RA.separate([state, temporary])
  return failure === undefined
    ? right('private folders', folders.join(', '))
    : wrong('private folders', judgePrivate(failure).actual, judgePrivate(failure).remedy, privateWord(failure))
}

/** So far may two clocks differ before AWS refuses a signature. Source: AWS, "Signature Version 4", five minutes. */
const MOST_SKEW_MILLIS = 5 * 60 * 1000

/** A clock that is behind is known by a file that was written later than now. */
export const clock = (now: Moment, newest: Moment, written: Clock['written']): Row =>
  newest - now > MOST_SKEW_MILLIS
    ? wrong(
        'clock',
        `${written(now)}, and a file of this checkout is of ${written(newest)}`,
        'Set the clock by NTP: AWS refuses a signature that is five minutes off.',
        'clock-wrong'
      )
    : right('clock', `${written(now)}, not before any file of this checkout`)

export const terminal = (isThere: boolean): Row =>
  isThere
    ? right('terminal', 'a person can be asked')
    : wrong(
        'terminal',
        'input or output is not a terminal',
        'Run it by hand in a terminal: seed and apply ask a person (J.7.0 §2).',
        'terminal'
      )

/** How many stacks name a release of the provider that no end-to-end test was run with; nothing where none does. */
const acceptedText = (emissions: ReadonlyArray<Emission>): string => {
  const accepted = emissions.flatMap(({ file }) => {
    const { awsProvider, acceptedProof } = E.isRight(file) ? file.right.declaration.versions : {}
    return acceptedProof === undefined ? [] : [`AWS provider ${awsProvider}, ${acceptedProof}`]
  })
  return [...new Set(accepted)]
    .map((text) => `; ${accepted.filter((one) => one === text).length} of them with the ${text}`)
    .join('')
}

export const stacks = (emissions: ReadonlyArray<Emission>): Row => {
  const [first, ...others] = emissions.filter(({ file }) => E.isLeft(file)).map(({ source }) => source)
  if (emissions.length === 0) return wrong('stacks', 'none in stacks/', 'npm run new', 'no-stacks')
  return first === undefined
    ? right('stacks', `${emissions.length} valid${acceptedText(emissions)}`)
    : wrong(
        'stacks',
        `${first} is refused${others.length === 0 ? '' : `, and ${others.length} more`}`,
        'npm run emit',
        'neighbour-known'
      )
}

export const evidence = (folder: E.Either<PrivateFailure, string>): Row =>
  E.isLeft(folder)
    ? wrong('evidence', judgePrivate(folder.left).actual, judgePrivate(folder.left).remedy, privateWord(folder.left))
    : right('evidence', folder.right)
