import { type Sourced, variables as originOf } from '../diagnostics/origin.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { nodeOptionsFaults } from './node-options.ts'
import { type EnvironmentRule, type Variables, isSet } from './surroundings.ts'

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

const remedyOf = (name: string): string => {
  const program = /^BASH_FUNC_([a-z]+)/.exec(name)?.[1]
  return program === undefined ? `unset ${name}` : `unset -f ${program}`
}

const ofVariables = (variables: Variables): ReadonlyArray<Sourced<Diagnostic>> =>
  Object.keys(variables)
    .filter((name) => isSet(variables, name))
    .toSorted()
    .flatMap((name) => {
      const why = whyRefused(name)
      return why === undefined
        ? []
        : [
            {
              rule: 'process-start',
              clause: 'J.6.2 §7',
              from: originOf(name),
              expected:
                'no variable that loads code into a program before it can check, or that decrypts its connections',
              actual: `${name} is set: it ${why}`,
              remedy: remedyOf(name)
            }
          ]
    })

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
