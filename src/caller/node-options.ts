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
  const others = words.filter((word) => !isHarmless(word)).map((word) => word.replace(/=.*$/s, ''))
  if (others.length === 0) return []
  const flags = [...new Set(others.filter((word) => /^--?[A-Za-z][A-Za-z0-9_-]*$/.test(word)))]
  if (flags.length > 0) return [`has ${flags.join(', ')}: not known to be harmless`]
  return [isPlain(text) ? 'has a word that is not a flag' : 'has quotes or other signs, and is not read here']
}
