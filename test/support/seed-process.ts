import { fileURLToPath } from 'node:url'
import { ACCESS_KEY } from './seed-bench.ts'
import { type ChildOptions, type Ended, runCommand } from './temp-project.ts'

const root = fileURLToPath(new URL('../project/', import.meta.url))

/** Nothing of this machine that is about AWS, a way to it, or an automated run. */
const bare = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /^(AWS_|CI$|SSL_CERT|NODE_EXTRA|NODE_TLS)|_proxy$/i.test(name))
    .map((name) => [name, undefined])
)
const keys = { AWS_ACCESS_KEY_ID: ACCESS_KEY, AWS_SECRET_ACCESS_KEY: 'a-secret-key', HOME: '/nonexistent' }

/** Runs the seed command as a process without a terminal, with keys that the double knows unless it is told otherwise. */
export const seedProcess = (args: ReadonlyArray<string>, env: ChildOptions['env'] = {}): Promise<Ended> =>
  runCommand('seed', args, { cwd: root, env: { ...bare, ...keys, ...env } })
