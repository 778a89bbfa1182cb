import { placeOfSetting } from './shared-places.ts'
import { type Sourced, variables as originOf } from '../diagnostics/origin.ts'
import { type Surroundings, activeProfile, chainOf, isSet, setOf } from './surroundings.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { shellWord } from './shell.ts'
import { shown } from '../diagnostics/shown.ts'

/** What the way to AWS depends on. */
type Seen = Pick<Surroundings, 'variables' | 'shared' | 'route'>

const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']
const clause = 'J.7.0 §4'
const oneWay = 'one way to AWS for this program and for OpenTofu, which reads the environment'

/** An address without slashes at its end, which mean nothing. It has the scheme that Go and curl add where there is none. */
const address = (text: string | undefined): string | undefined =>
  text?.replace(/\/+$/, '').replace(/^(?![a-z][a-z0-9+.-]*:\/\/)/i, 'http://')

/** Whether a user stands in the address, with or without a password; nothing of the address is shown then. */
const hasUser = (text: string | undefined): boolean => text?.includes('@') === true

/** The address of a relay of the user's own, to which the proxy's password is given instead. */
const RELAY = 'http://127.0.0.1:3128'

const withUser = (names: ReadonlyArray<string>): Sourced<Diagnostic> => ({
  rule: 'proxy-named',
  clause,
  from: originOf(...names),
  expected:
    'the host and the port of a proxy alone: each other part would stand in command lines, where others read it',
  actual: `an address with a user in ${names.join(', ')}`,
  remedy: `Run a relay on this machine that adds the user and the password, such as cntlm or px, unset ${names.join(' ')}, and name the relay: --proxy ${RELAY}`
})

const otherProxy = (
  names: ReadonlyArray<string>,
  value: string | undefined,
  proxy: string | undefined
): Sourced<Diagnostic> => ({
  rule: 'proxy-named',
  clause,
  from: originOf(...names),
  expected: proxy === undefined ? `${oneWay}: no proxy, since --proxy names none` : `${oneWay}: ${proxy}`,
  actual: `${shown(value)} in ${names.join(', ')}`,
  remedy: /^(https?:\/\/)?[A-Za-z0-9.:[\]-]+\/*$/i.test(value ?? '')
    ? `Unset ${names.join(' ')}, or name the same address: --proxy ${address(value)}`
    : `Unset ${names.join(' ')}, or name the proxy: --proxy http://HOST:PORT`
})

/** The names of each group, in the order of the first of each. Programs read one setting under several names. */
const grouped = (
  names: ReadonlyArray<string>,
  keyOf: (name: string) => string | undefined
): ReadonlyArray<readonly [first: string, ...others: ReadonlyArray<string>]> =>
  names
    .filter((name, index) => names.findIndex((other) => keyOf(other) === keyOf(name)) === index)
    .map((name) => [name, ...names.filter((other) => other !== name && keyOf(other) === keyOf(name))])

/** Each address once, with all variables that hold it. Addresses with a user are one kind, since none of them is shown. */
const proxies = ({ variables, route }: Seen): ReadonlyArray<Sourced<Diagnostic>> =>
  grouped(
    setOf(variables, proxyNames).filter((name) => address(variables[name]) !== address(route.proxy)),
    (name) => (hasUser(variables[name]) ? '@' : address(variables[name]))
  ).map((names) =>
    hasUser(variables[names[0]]) ? withUser(names) : otherProxy(names, variables[names[0]], route.proxy)
  )

const isBypass = (entry: string): boolean => {
  const host = entry
    .trim()
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/^\*?\.?/, '')
  const isAll = entry.trim() === '*'
  return (
    isAll ||
    (host !== '' &&
      (/amazonaws/.test(host) || ['amazonaws.com', 'amazonaws.eu'].some((name) => name.endsWith(`.${host}`))))
  )
}

/** The entries of a list that take AWS past the proxy. One with a user in it is not shown. */
const bypassesIn = (list: string | undefined): ReadonlyArray<string> =>
  (list ?? '')
    .split(',')
    .filter(isBypass)
    .map((entry) => (hasUser(entry) ? '(an address with a user)' : entry.trim()))

const bypasses = ({ variables, route }: Seen): ReadonlyArray<Sourced<Diagnostic>> => {
  if (route.proxy === undefined) return []
  const past = setOf(variables, ['NO_PROXY', 'no_proxy']).filter((name) => bypassesIn(variables[name]).length > 0)
  return grouped(past, (name) => bypassesIn(variables[name]).join()).map((names) => {
    const entries = bypassesIn(variables[names[0]])
    const of = names.join(' and ')
    return {
      rule: 'proxy-for-all',
      clause,
      from: originOf(...names),
      expected: oneWay,
      actual: `${entries.map(shown).join(', ')} in ${names.join(', ')}, which takes hosts of AWS past the proxy`,
      remedy: entries.includes('*')
        ? `Unset ${names.join(' ')}, or name in ${of} each host that needs no proxy: the * stands for all hosts, those of AWS among them.`
        : `Take ${entries.map(shown).join(', ')} out of ${of}.`
    }
  })
}

/** A path as a shell takes it. A home folder has the name of a person in it, and stands as the variable that names it. */
const pathWord = (path: string, home: string | undefined): string =>
  home !== undefined && home.length > 1 && path.startsWith(`${home}/`)
    ? `"$HOME"/${shellWord(path.slice(home.length + 1))}`
    : shellWord(path)

/** The one option that stands for all of these files. It names the first that has a whole path. */
const sameBundle = (files: ReadonlyArray<string | undefined>, home: string | undefined): string => {
  const file = files.find((path) => path?.startsWith('/') === true)
  return `--ca-bundle ${file === undefined ? 'FILE' : pathWord(file, home)}`
}

const bundles = ({ variables, shared, route }: Seen): ReadonlyArray<Sourced<Diagnostic>> => {
  const replaced = setOf(variables, ['AWS_CA_BUNDLE']).filter((name) => variables[name] !== route.caBundle)
  const added =
    route.caBundle === undefined ? setOf(variables, ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS']) : []
  const inVariables = [...replaced, ...added].map((name) => ({
    what: name,
    // The option names a file, and this is a folder.
    file: name === 'SSL_CERT_DIR' ? undefined : variables[name],
    from: originOf(name)
  }))
  const inConfig = chainOf(shared, activeProfile(variables))
    .filter(([, section]) => section['ca_bundle'] !== undefined && section['ca_bundle'] !== route.caBundle)
    .map(([where, section, id]) => ({
      what: `ca_bundle in ${where} of the shared config`,
      file: section['ca_bundle'],
      from: placeOfSetting(shared, id, 'ca_bundle')
    }))
  const all = [...inVariables, ...inConfig]
  const named = sameBundle(
    all.map(({ file }) => file),
    variables['HOME']
  )
  const away = [
    ...(inVariables.length === 0 ? [] : [`unset ${[...replaced, ...added].join(' ')}`]),
    ...(inConfig.length === 0 ? [] : ['remove ca_bundle from the shared config'])
  ].join(' and ')
  return all.map(({ what, from }) => ({
    rule: 'ca-bundle-named',
    clause,
    from,
    expected: oneWay,
    actual: `${what} is set${route.caBundle === undefined ? '' : ', and not to the file that --ca-bundle names'}`,
    remedy: `${away.slice(0, 1).toUpperCase()}${away.slice(1)}, or let every program take its authorities from one file, and name it: ${named}`
  }))
}

/** The file that `--ca-bundle` names gives no authorities. It is named on the command line, whatever else is set. */
export const bundleUnusable = (actual: string, remedy: string): Sourced<Diagnostic> => ({
  rule: 'ca-bundle-named',
  clause,
  from: { kind: 'flag', name: '--ca-bundle' },
  expected: 'a PEM file with certificates, which can be read and which you alone can change',
  actual,
  remedy
})

const trust = ({ variables }: Seen): ReadonlyArray<Sourced<Diagnostic>> =>
  isSet(variables, 'NODE_TLS_REJECT_UNAUTHORIZED') && variables['NODE_TLS_REJECT_UNAUTHORIZED'] !== '1'
    ? [
        {
          rule: 'tls-verified',
          clause: 'J.7.0 §7',
          from: originOf('NODE_TLS_REJECT_UNAUTHORIZED'),
          expected: 'every certificate is verified',
          actual: 'NODE_TLS_REJECT_UNAUTHORIZED is set, which turns that off',
          remedy: 'Unset NODE_TLS_REJECT_UNAUTHORIZED.'
        }
      ]
    : []

/**
 * A proxy or a CA bundle in the environment equals the one that the command line names, or is absent. OpenTofu reads the
 * environment and the SDK for JavaScript does not, so both would otherwise go different ways.
 */
export const networkPath = (surroundings: Seen): ReadonlyArray<Sourced<Diagnostic>> => [
  ...proxies(surroundings),
  ...bypasses(surroundings),
  ...bundles(surroundings),
  ...trust(surroundings)
]
