import { type EnvironmentRule, type Surroundings, activeProfile, chainOf, isSet, setOf } from './surroundings.ts'
import type { Objection } from '../diagnostics/finding.ts'

const proxyNames = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']
const clause = 'J.7.0 §4'
const oneWay = 'one way to AWS for this program and for OpenTofu, which reads the environment'

/** An address without the slash that nobody means. */
const address = (text: string | undefined): string | undefined => text?.replace(/\/+$/, '')

const proxies = ({ variables, route }: Surroundings): ReadonlyArray<Objection> =>
  setOf(variables, proxyNames)
    .filter((name) => address(variables[name]) !== address(route.proxy))
    .map((name) => ({
      id: 'proxy-named',
      clause,
      expected: oneWay,
      actual: `${name} is set${route.proxy === undefined ? '' : ', and not to the proxy that --proxy names'}`,
      remedy: `unset ${name}, or name the same address: --proxy URL`
    }))

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

const bypasses = ({ variables, route }: Surroundings): ReadonlyArray<Objection> =>
  route.proxy === undefined
    ? []
    : setOf(variables, ['NO_PROXY', 'no_proxy'])
        .filter((name) => (variables[name] ?? '').split(',').some(isBypass))
        .map((name) => ({
          id: 'proxy-for-all',
          clause,
          expected: oneWay,
          actual: `${name} takes hosts of AWS past the proxy`,
          remedy: `take the hosts of AWS out of ${name}`
        }))

const bundles = ({ variables, shared, route }: Surroundings): ReadonlyArray<Objection> => {
  const replaced = setOf(variables, ['AWS_CA_BUNDLE']).filter((name) => variables[name] !== route.caBundle)
  const added =
    route.caBundle === undefined ? setOf(variables, ['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS']) : []
  const inConfig = chainOf(shared, activeProfile(variables))
    .filter(([, section]) => section['ca_bundle'] !== undefined && section['ca_bundle'] !== route.caBundle)
    .map(([where]) => `ca_bundle in ${where} of the shared config`)
  return [...replaced, ...added, ...inConfig].map((what) => ({
    id: 'ca-bundle-named',
    clause,
    expected: oneWay,
    actual: `${what} is set${route.caBundle === undefined ? '' : ', and not to the file that --ca-bundle names'}`,
    remedy: `remove it, or name the same file: --ca-bundle FILE`
  }))
}

const trust = ({ variables }: Surroundings): ReadonlyArray<Objection> =>
  isSet(variables, 'NODE_TLS_REJECT_UNAUTHORIZED') && variables['NODE_TLS_REJECT_UNAUTHORIZED'] !== '1'
    ? [
        {
          id: 'tls-verified',
          clause: 'J.7.0 §7',
          expected: 'every certificate is verified',
          actual: 'NODE_TLS_REJECT_UNAUTHORIZED is set, which turns that off',
          remedy: 'unset NODE_TLS_REJECT_UNAUTHORIZED'
        }
      ]
    : []

/**
 * A proxy or a CA bundle in the environment is what the command line names, or nothing is: OpenTofu reads the
 * environment and the SDK for JavaScript does not, so both would go different ways.
 */
export const networkPath: EnvironmentRule = (surroundings) => [
  ...proxies(surroundings),
  ...bypasses(surroundings),
  ...bundles(surroundings),
  ...trust(surroundings)
]
