import { delimiter, dirname, join } from 'node:path'
import type { World } from './world.port.ts'

/** What of the terminal and of the language comes from outside; nothing else does but PATH. */
const FROM_OUTSIDE = ['TERM', 'COLORTERM', 'LANG', 'LC_ALL', 'LC_CTYPE', 'TZ', 'NO_COLOR', 'COLUMNS', 'LINES']

/** By these names a program learns its way out. All of them lead to the stand-in, which is the way to nothing else. */
const EVERY_PROXY = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy']

/**
 * The folder for temporary files of a sandbox. What is left in the machine's own is of real runs, and they do not see
 * this one. Its name is short, since the path of a provider's socket may have 104 characters at most (unix(4) of macOS).
 */
export const temporaryOf = (folder: string): string => join(folder, 't')

/**
 * The whole environment of each program that runs in a sandbox, an allow list. No profile, no credential, no endpoint and
 * no configuration of this user comes in, under any name.
 */
export const sandboxEnvironment = (
  { folder, proxy, authority, tofu }: Pick<World, 'folder' | 'proxy' | 'authority' | 'tofu'>,
  stack: string,
  who: string,
  credentials: Readonly<Record<string, string>>,
  outside: NodeJS.ProcessEnv
): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(FROM_OUTSIDE.flatMap((name) => (outside[name] === undefined ? [] : [[name, outside[name]]]))),
  PATH: [dirname(tofu), dirname(process.execPath), outside['PATH'] ?? '/usr/bin:/bin']
    .join(delimiter)
    .split(delimiter)
    .filter((path) => path.startsWith('/'))
    .join(delimiter),
  HOME: join(folder, 'home'),
  TMPDIR: temporaryOf(folder),
  SHELL: '/bin/bash',
  PAGER: 'cat',
  ...Object.fromEntries(EVERY_PROXY.map((name) => [name, proxy])),
  AWS_CA_BUNDLE: authority,
  AWS_EC2_METADATA_DISABLED: 'true',
  ...credentials,
  TF_CLI_CONFIG_FILE: join(folder, `${stack}.tfrc`),
  CHECKPOINT_DISABLE: 'true',
  GIT_CONFIG_NOSYSTEM: '1',
  npm_config_update_notifier: 'false',
  npm_config_loglevel: 'silent',
  ZENTHEA_SANDBOX: folder,
  SANDBOX_STACK: stack,
  SANDBOX_WHO: who
})
