import { type ExecException, exec } from 'node:child_process'
import { homedir } from 'node:os'
import { systemWords } from '../files/system-refusal.ts'
import { endTree } from '../process/end-tree.ts'

/** How a failed command ended. A text in the place of its exit code is Node's own. */
const endOf = (error: ExecException): string => {
  const code: unknown = error.code
  if (typeof code === 'string') return `could not be started: ${systemWords(error)}`
  return error.signal ? `was ended by ${error.signal}` : `ended with ${error.code ?? 'an unknown exit code'}`
}

/**
 * How a failed command ended, and the first line that it wrote to stderr. Nothing else of the command or of its output is told.
 */
const failureOf = (error: ExecException, stderr: string): string => {
  const code: unknown = error.code
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return 'wrote more than one MiB, and was ended'
  const first = stderr.split('\n').find((line) => line.trim() !== '')
  return `${endOf(error)}${first === undefined ? ' and wrote nothing to stderr' : `: ${first.trim()}`}`
}

type Done = (error: Error | null, said: { readonly stdout: string }) => void

/**
 * Runs a credential process as the SDK does, and keeps how it failed. The SDK hands on the command instead of its exit. No
 * program of the checkout is found: not by PATH, where npm puts its own folders first, and not by a relative path.
 */
export const credentialProcess = (path: () => string) => {
  let failed: string | undefined
  const running = new Set<number>()
  return {
    run: (command: string, done: Done): void => {
      const child = exec(
        command,
        { cwd: homedir(), env: { ...process.env, PATH: path() } },
        (error, stdout, stderr) => {
          if (pid !== undefined) running.delete(pid)
          if (error !== null) failed ??= failureOf(error, stderr)
          done(error, { stdout })
        }
      )
      const pid: number | undefined = child?.pid
      if (pid !== undefined) running.add(pid)
    },
    /** Ends what still runs after so long, with all that it started. */
    end: async (seconds: number): Promise<void> => {
      if (running.size > 0) failed = `did not end within ${seconds} seconds, and was ended`
      await Promise.all([...running].map(endTree))
    },
    failure: (): string | undefined => failed
  }
}
