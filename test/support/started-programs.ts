import childProcess from 'node:child_process'
import { EventEmitter } from 'node:events'
import { syncBuiltinESMExports } from 'node:module'
import { PassThrough } from 'node:stream'
import { promisify } from 'node:util'

/** A program as this process would start it: by which call of Node, and with all that Node is given. */
export type Started = {
  readonly by: string
  readonly file: string
  readonly args: ReadonlyArray<string>
  readonly options: unknown
}

/** How a program ends that is not started in truth. One that `stays` ends with its standard input. */
export type Ending = {
  readonly stdout?: string
  readonly stderr?: string
  readonly code?: number
  readonly signal?: string
  readonly error?: Error
  readonly stays?: boolean
  /** Hears that one that stays has ended. */
  readonly ends?: () => void
  /** Hears each signal that it is sent; where it says false, one that stays goes on. */
  readonly hears?: (signal: unknown) => boolean
  /** Is given one that stays when it began, so that it says something or ends. */
  readonly begun?: (running: {
    readonly say: (text: string) => void
    readonly complain: (text: string) => void
    readonly end: () => void
  }) => void
  /** What one that stays answers to each line of its standard input; of a list, each part comes by itself. */
  readonly answers?: (line: string) => string | Buffer | ReadonlyArray<string>
}

type Done = (error: unknown, stdout: unknown, stderr: unknown) => void

/** Which of its standard files Node gives to the one that starts it: those that are a pipe. Source: Node.js, options.stdio. */
const isPiped = (options: unknown, file: number): boolean => {
  const stdio = typeof options === 'object' && options !== null && 'stdio' in options ? options.stdio : 'pipe'
  return (Array.isArray(stdio) ? stdio[file] : stdio) === 'pipe'
}

const childOf = (ending: Ending, options: unknown): EventEmitter => {
  const {
    stdout = '',
    stderr = '',
    code = 0,
    signal = null,
    error,
    stays = false,
    ends,
    hears,
    begun,
    answers
  } = ending
  const [input, out, err] = [new PassThrough(), new PassThrough(), new PassThrough()]
  const [stdin, given, complaints] = [input, out, err].map((one, file) => (isPiped(options, file) ? one : null))
  const child = Object.assign(new EventEmitter(), { stdin, stdout: given, stderr: complaints, pid: 4711 })
  const kill = (sent: unknown): boolean => {
    if (hears?.(sent) !== false && stays) close()
    return true
  }
  const ended = Object.assign(child, { exitCode: null, signalCode: null, kill })
  let isClosed = false
  const close = (): void => {
    isClosed = true
    const [exitCode, signalCode] = signal === null ? [code, null] : [null, signal]
    Object.assign(ended, { exitCode, signalCode })
    out.end()
    err.end()
    ends?.()
    child.emit('close', exitCode, signalCode)
  }
  setImmediate(() => {
    if (isClosed) return
    if (error !== undefined) {
      for (const stream of [out, err]) stream.end()
      return void child.emit('error', error)
    }
    out.write(stdout)
    err.write(stderr)
    if (stays) {
      begun?.({ say: (text) => void out.write(text), complain: (text) => void err.write(text), end: close })
      input.once('finish', close).setEncoding('utf8')
      return void input.on('data', (text: string) => {
        for (const line of text.split('\n').slice(0, -1)) {
          const answer = answers?.(line) ?? ''
          if (typeof answer === 'string' || Buffer.isBuffer(answer)) out.write(answer)
          else for (const [index, part] of answer.entries()) setTimeout(() => out.write(part), index * 5)
        }
      })
    }
    out.end()
    err.end()
    setTimeout(close, 5)
  })
  return ended
}

/** Whether it is done by now, without waiting for anything. */
export const isDoneAtOnce = (doing: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    doing.then(() => true),
    new Promise<boolean>((resolve) => {
      setTimeout(() => resolve(false), 1000)
    })
  ])

/** What Node tells of a program that did not end well. */
const failureOf = ({ code = 0, signal, error }: Ending): Error | null =>
  error ??
  (code === 0 && signal === undefined ? null : Object.assign(new Error('it failed'), { code, signal, killed: false }))

/** Uses something that starts programs, and gives what it would have started, in order. No program is started. */
export const startedBy = async (
  ending: (started: Started) => Ending,
  use: () => unknown
): Promise<ReadonlyArray<Started>> => {
  const all: Array<Started> = []
  const noted = (by: string, file: string, args: ReadonlyArray<string>, options: unknown): Ending => {
    const started = { by, file, args, options }
    all.push(started)
    return ending(started)
  }
  const bytes = (text: string | undefined, options: unknown): unknown =>
    typeof options === 'object' && options !== null && 'encoding' in options && options.encoding === 'utf8'
      ? (text ?? '')
      : Buffer.from(text ?? '')
  const execFile = (file: string, args: ReadonlyArray<string>, options: unknown, done: Done): void => {
    const end = noted('execFile', file, args, options)
    const isBytes = JSON.stringify(options).includes('"encoding":"buffer"')
    const given = (text = ''): unknown => (isBytes ? Buffer.from(text) : text)
    setImmediate(() => done(failureOf(end), given(end.stdout), given(end.stderr)))
  }
  const promised = (file: string, args: ReadonlyArray<string>, options: unknown): Promise<unknown> =>
    new Promise((resolve, reject) => {
      execFile(file, args, options, (error, stdout, stderr) =>
        error === null ? resolve({ stdout, stderr }) : reject(error)
      )
    })
  const calls = {
    spawn: (file: string, args: ReadonlyArray<string>, options: unknown) =>
      childOf(noted('spawn', file, args, options), options),
    spawnSync: (file: string, args: ReadonlyArray<string>, options: unknown) => {
      const end = noted('spawnSync', file, args, options)
      return { status: end.code ?? 0, stdout: bytes(end.stdout, options), stderr: bytes(end.stderr, options) }
    },
    execFileSync: (file: string, args: ReadonlyArray<string>, options: unknown) =>
      bytes(noted('execFileSync', file, args, options).stdout, options),
    exec: (command: string, options: unknown, done: Done): void => {
      const end = noted('exec', command, [], options)
      setImmediate(() => done(failureOf(end), end.stdout ?? '', end.stderr ?? ''))
    },
    execFile: Object.assign(execFile, { [promisify.custom]: promised })
  }
  const before = Object.fromEntries(Object.keys(calls).map((name) => [name, childProcess[name as keyof typeof calls]]))
  Object.assign(childProcess, calls)
  syncBuiltinESMExports()
  try {
    await use()
  } finally {
    Object.assign(childProcess, before)
    syncBuiltinESMExports()
  }
  return all
}
