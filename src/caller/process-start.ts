import { type Sourced, variables as originOf } from '../diagnostics/origin.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type EnvironmentRule, type Variables, isSet } from './surroundings.ts'

/**
 * The flags of Node that do no harm. They change neither which code runs, nor who may look into it, nor whom it trusts.
 * Those with `=` take a value. Everything else in NODE_OPTIONS is refused. Source: Node.js, "Command-line API",
 * NODE_OPTIONS.
 */
const harmless: ReadonlyMap<string, RegExp | undefined> = new Map([
  ...[
    ...['--enable-source-maps', '--no-warnings', '--warnings', '--no-deprecation', '--pending-deprecation'],
    ...['--throw-deprecation', '--trace-deprecation', '--trace-warnings', '--trace-uncaught', '--trace-exit'],
    ...['--trace-sigint', '--abort-on-uncaught-exception', '--force-fips', '--enable-fips', '--frozen-intrinsics'],
    ...['--no-addons', '--no-experimental-fetch', '--no-experimental-websocket', '--no-experimental-repl-await'],
    ...['--no-experimental-global-navigator', '--no-experimental-strip-types', '--no-network-family-autoselection'],
    ...['--no-extra-info-on-fatal-exception', '--no-force-async-hooks-checks', '--no-global-search-paths'],
    ...['--no-verify-base-objects', '--experimental-vm-modules', '--zero-fill-buffers', '--jitless']
  ].map((flag): [string, undefined] => [flag, undefined]),
  ...[
    ...['--max-old-space-size', '--max-semi-space-size', '--min-semi-space-size', '--max-http-header-size'],
    ...['--stack-trace-limit', '--v8-pool-size', '--network-family-autoselection-attempt-timeout']
  ].map((flag): [string, RegExp] => [flag, /^[0-9]{1,9}$/]),
  ['--dns-result-order', /^(ipv4first|ipv6first|verbatim)$/],
  ['--unhandled-rejections', /^(strict|throw)$/],
  ['--disable-proto', /^(delete|throw)$/],
  ['--disable-warning', /^[A-Za-z0-9_]{1,64}$/],
  ['--secure-heap', /^[0-9]{1,9}$/],
  ['--secure-heap-min', /^[0-9]{1,9}$/]
])

const isPlain = (text: string): boolean => /^[A-Za-z0-9_=,.\- ]*$/.test(text)

const isHarmless = (word: string): boolean => {
  const [, flag = '', value] = /^(--[A-Za-z0-9_-]+)(?:=(.*))?$/.exec(word) ?? []
  const name = flag.replaceAll('_', '-')
  if (!harmless.has(name)) return false
  const form = harmless.get(name)
  return form === undefined ? value === undefined : value !== undefined && form.test(value)
}

/** What is wrong with NODE_OPTIONS, in words that follow its name. No value is shown, since it can be a path. */
export const nodeOptionsFaults = (text: string): ReadonlyArray<string> => {
  const words = text.split(' ').filter((word) => word !== '')
  const others = words.filter((word) => !isHarmless(word)).map((word) => word.replace(/=.*/s, ''))
  if (others.length === 0) return []
  const flags = [...new Set(others.filter((word) => /^--?[A-Za-z][A-Za-z0-9_-]*$/.test(word)))]
  if (flags.length > 0) return [`has ${flags.join(', ')}: not known to be harmless`]
  return [isPlain(text) ? 'has a word that is not a flag' : 'has quotes or other signs, and is not read here']
}

type Named = readonly [form: RegExp, why: string]

/**
 * Variables that load code into programs, or open what they keep closed, before anything here looks. Sources: glibc,
 * ld.so(8) and unsecvars.h, which lists what it takes from programs with more rights; macOS, dyld(1); OpenSSL, openssl-env(7); Bash, "Bash Variables"; npm, config(7).
 */
const refused: ReadonlyArray<Named> = [
  [/^LD_(?!BIND_NOW$|RUN_PATH$)/, 'loads or replaces libraries of every program that starts'],
  [/^(DYLD|_RLD|LDR)_/, 'loads or replaces libraries of every program that starts'],
  [/^GLIBC_TUNABLES$/, 'changes how the C library runs every program'],
  [/^(GCONV_PATH|LOCPATH|GETCONF_DIR|NLSPATH|TZDIR|NIS_PATH)$/, 'loads code or tables into the C library'],
  [/^(HOSTALIASES|LOCALDOMAIN|RES_OPTIONS|RESOLV_.*)$/, 'finds other hosts for the names of AWS'],
  [/^MALLOC_(TRACE|CHECK_)$/, 'writes a file for, or changes, every program that starts'],
  [/^OPENSSL_(CONF|CONF_INCLUDE|MODULES|ENGINES)$/, 'loads code into the library that encrypts'],
  [/^SSLKEYLOGFILE$/, 'writes down the keys of every encrypted connection'],
  [/^(BASH_ENV|ENV|SHELLOPTS|BASHOPTS|PS4)$/, 'is run or obeyed by the shell that npm starts this with'],
  [/^BASH_FUNC_(node|npm|npx|git|tofu|terraform|aws)(%%|\(\))$/, 'is run by the shell in the place of that program'],
  [/^npm_config_(node_options|script_shell)$/i, 'names what npm runs, or runs this with']
]

/**
 * The variables of Node's prefix that do no harm. Node reads them, or they are not Node's own. All others of its prefix
 * are refused.
 */
const harmlessToNode = [
  ...['NODE_ENV', 'NODE_VERSION', 'NODE_HOME', 'NODE_MIRROR', 'NODE_AUTH_TOKEN', 'NODE_NO_WARNINGS'],
  ...['NODE_PENDING_DEPRECATION', 'NODE_DISABLE_COLORS', 'NODE_DISABLE_COMPILE_CACHE', 'NODE_SKIP_PLATFORM_CHECK'],
  ...['NODE_REPL_HISTORY', 'NODE_REPL_MODE', 'NODE_UNIQUE_ID', 'NODE_V8_COVERAGE', 'NODE_GYP_FORCE_PYTHON'],
  // Judged by what they say.
  ...['NODE_OPTIONS', 'NODE_EXTRA_CA_CERTS', 'NODE_TLS_REJECT_UNAUTHORIZED']
]

const whyRefused = (name: string): string | undefined =>
  name.startsWith('NODE_') && !harmlessToNode.includes(name)
    ? 'may change what Node runs or whom it trusts'
    : refused.find(([form]) => form.test(name))?.[1]

/** The one line that takes these variables, and the functions of the shell among them, out of a shell. */
const unsetAll = (names: ReadonlyArray<string>): string => {
  const functions = names.flatMap((name) => /^BASH_FUNC_([a-z]+)/.exec(name)?.slice(1) ?? [])
  const others = names.filter((name) => !name.startsWith('BASH_FUNC_'))
  return [
    ...(others.length === 0 ? [] : [`unset ${others.join(' ')}`]),
    ...(functions.length === 0 ? [] : [`unset -f ${functions.join(' ')}`])
  ].join(' && ')
}

const ofVariables = (variables: Variables): ReadonlyArray<Sourced<Diagnostic>> => {
  const found = Object.keys(variables)
    .filter((name) => isSet(variables, name))
    .toSorted()
    .flatMap((name) => {
      const why = whyRefused(name)
      return why === undefined ? [] : [{ name, why }]
    })
  const remedy = unsetAll(found.map(({ name }) => name))
  return found.map(({ name, why }) => ({
    rule: 'process-start',
    clause: 'J.6.2 §7',
    from: originOf(name),
    expected: 'no variable that loads code into a program before it can check, or that decrypts its connections',
    actual: `${name} is set: it ${why}`,
    remedy
  }))
}

const ofNodeOptions = (variables: Variables): ReadonlyArray<Sourced<Diagnostic>> =>
  nodeOptionsFaults(variables['NODE_OPTIONS'] ?? '').map((actual) => ({
    rule: 'node-options',
    clause: 'J.6.2 §7',
    from: originOf('NODE_OPTIONS'),
    expected: 'in NODE_OPTIONS nothing, or flags that load no code, open no debugger and change no trust',
    actual: `NODE_OPTIONS ${actual}`,
    remedy: 'Unset NODE_OPTIONS, or take that out of it; where a .npmrc sets node-options, take it out there.'
  }))

const ofPath = ({ PATH }: Variables): ReadonlyArray<Sourced<Diagnostic>> => {
  const others = (PATH ?? '/').split(':').filter((folder) => !folder.startsWith('/'))
  const what = others.includes('') ? 'an empty element' : `the relative element ${others[0] ?? ''}`
  return others.length === 0
    ? []
    : [
        {
          rule: 'path-absolute',
          clause: 'J.7.0 §4',
          from: originOf('PATH'),
          expected: 'a PATH of absolute folders: the same programs wherever this is started',
          actual: `PATH has ${what}, which means the working directory`,
          remedy: 'Take every empty and relative element out of PATH.'
        }
      ]
}

/** Nothing in the environment runs before this program, in its place, or beside it with what it knows. */
export const processStart: EnvironmentRule = ({ variables }) => [
  ...ofVariables(variables),
  ...ofNodeOptions(variables),
  ...ofPath(variables)
]
