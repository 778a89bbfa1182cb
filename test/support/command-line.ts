import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}

/** A command of this project. */
export type Command =
  'status' | 'emit' | 'review' | 'seed' | 'preflight' | 'tofu' | 'explain' | 'completion' | 'new' | 'doctor' | 'sandbox'

/** What `npm run` of a command gives to Node, each path made absolute; so that tests start what a person starts. */
export const commandLine = (command: Command): ReadonlyArray<string> => {
  const [node, ...args] = (scripts[command] ?? '').split(' ')
  if (node !== 'node') throw new Error(`package.json starts ${command} with ${node}`)
  return args.map((arg) => (arg.includes('/') ? join(root, arg) : arg))
}
