import type { Route } from './surroundings.ts'

/**
 * Makes an SDK ask the region's host alone, `dynamodb.<region>.amazonaws.com`. It never asks
 * `<account>.ddb.<region>.amazonaws.com`: a proxy or a private network that knows the first need not know the second.
 * Source: AWS SDKs and Tools Reference Guide, "Account-based endpoints".
 */
export const ONE_HOST = { AWS_ACCOUNT_ID_ENDPOINT_MODE: 'disabled' } as const

/** A word as a POSIX shell takes it: as it is where that is safe, else between single quotes. */
export const shellWord = (text: string): string =>
  /^[A-Za-z0-9_/:=.,@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`

/** Words as one command line. */
export const commandLine = (words: ReadonlyArray<string>): string => words.map(shellWord).join(' ')

/** What a shell needs for the way to AWS that was named: the AWS CLI and OpenTofu read both variables. */
export const routeExports = ({ proxy, caBundle }: Route): ReadonlyArray<string> => [
  ...(proxy === undefined ? [] : [`export HTTPS_PROXY=${shellWord(proxy)}`]),
  ...(caBundle === undefined ? [] : [`export AWS_CA_BUNDLE=${shellWord(caBundle)}`]),
  ...Object.entries(ONE_HOST).map(([name, value]) => `export ${name}=${value}`)
]

/** The options by which a command of this project is told the way to AWS, each after a space. */
export const routeOptions = ({ proxy, caBundle }: Route): string =>
  [
    ...(proxy === undefined ? [] : [` --proxy ${shellWord(proxy)}`]),
    ...(caBundle === undefined ? [] : [` --ca-bundle ${shellWord(caBundle)}`])
  ].join('')

const word = String.raw`(?:[A-Za-z0-9_/.@%+-]|'[^']*')+`
const value = String.raw`(?:[A-Za-z0-9_/:.=,@%+-]|'[^']*')+`
/** A command of this project, and the options of the way to AWS that it names already. */
const ownCommand = new RegExp(
  String.raw`\bnpm run (?:seed|preflight|tofu) -- ${word}(?: (?:init|plan|apply)\b| --check ${word})?((?: --(?:proxy|ca-bundle) ${value})*)`,
  'g'
)
/** The first of a line of commands. Those in its `$(…)` or behind its `&&` have what was exported before it. */
const awsCommand =
  /(?<!&& |\$\()(?:\b(?:policy=|eval )"\$\()?\baws (?=(?:s3api|dynamodb|iam|account|kms|service-quotas|sso|login|configure) )/g

/** What a line of OpenTofu exports where it was told no way yet. */
const bareTofu = new RegExp(
  String.raw`(?<!&& )${routeExports({ proxy: undefined, caBundle: undefined }).join(' && ')}(?= && tofu )`,
  'g'
)

/**
 * The same text, with the named way to AWS in each of its commands that goes there. A line that is copied goes the way
 * that the run went.
 */
export const throughRoute = (route: Route, text: string): string => {
  const { proxy, caBundle } = route
  if (proxy === undefined && caBundle === undefined) return text
  const exported = routeExports(route).join(' && ')
  return text
    .replace(ownCommand, (command, named: string) => (named === '' ? `${command}${routeOptions(route)}` : command))
    .replace(awsCommand, (command) => `${exported} && ${command}`)
    .replace(bareTofu, () => exported)
}
