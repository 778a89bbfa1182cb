import type { Command } from './command-line.ts'
import { type Ended, inTempProject, runCommand } from './temp-project.ts'

const ENDLESS = 'const forever = () => { let n = 0; while (true) n += 1 }\nexport default forever()\n'

/** Ends this process by a signal as soon as it listens to signals. */
const endingBy = (signal: 'SIGTERM' | 'SIGINT'): string => `
  const { on } = process
  process.on = function (name, listener) {
    if (name === 'SIGHUP') setTimeout(() => process.kill(process.pid, '${signal}'), 50)
    return on.call(this, name, listener)
  }`

/** How a command ends that is told to while it waits for a stack. */
export const interrupted = async (
  command: Command,
  args: ReadonlyArray<string> = [],
  signal: 'SIGTERM' | 'SIGINT' = 'SIGTERM'
): Promise<Ended> => {
  let ended: Ended | undefined
  await inTempProject({ 'stacks/loop.ts': ENDLESS }, async ({ root }) => {
    const env = { XDG_STATE_HOME: `${root}/state`, GIT_CEILING_DIRECTORIES: root }
    ended = await runCommand(command, args, { cwd: root, env, preload: endingBy(signal) })
  })
  if (ended === undefined) throw new Error(command)
  return ended
}

/** How a command ends of which npm kept an option that takes a value, which it left behind as a word. */
export const cutByNpm = (command: Command, option: string, value: string): Promise<Ended> =>
  runCommand(command, [value], {
    env: {
      npm_lifecycle_event: command,
      npm_command: 'run',
      npm_config_user_agent: 'npm/11.19.1 node/v20',
      npm_execpath: undefined,
      [`npm_config_${option.replaceAll('-', '_')}`]: 'true'
    }
  })
