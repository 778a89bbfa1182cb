import * as O from 'fp-ts/lib/Option.js'
import { setTimeout } from 'node:timers/promises'
import { runCommand } from '../../src/command-line/run-command.ts'

/** A command that ends in the way that its argument says, and prints each thing that it does on the way. */
const [way = '', ...argv] = process.argv.slice(2)
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const defect = (after: number, text: string): void => {
  void setTimeout(after).then(() =>
    process.nextTick(() => {
      throw new TypeError(text)
    })
  )
}

await runCommand(
  {
    name: 'command',
    options: {},
    interrupted: (isUndoing) => `interrupted${isUndoing ? ', undoing' : ''}\n`,
    afterwards: async () => {
      await setTimeout(50)
      say('afterwards')
    },
    isForAnother: (signal) => way === 'another' && signal === 'SIGTERM',
    ...(way === 'refused' ? { refused: () => Promise.resolve(9) } : {})
  },
  { argv, program: 'a'.repeat(64) as never, worker: new URL('file:///none'), checkout: new URL('file:///none') },
  ({ keep, terminal, isEnding }) =>
    async () => {
      keep(
        O.some(async () => {
          say('undoing')
          if (way === 'an undoing that fails') throw new Error('not undone')
          if (way === 'an undoing that hangs') await setTimeout(60_000)
          await setTimeout(150)
          say('undone')
        })
      )()
      if (way === 'nothing kept') keep(O.none)()
      if (way === 'code') return 7
      if (way === 'a wait for nothing') return new Promise(() => undefined)
      if (way === 'another') {
        process.kill(process.pid, 'SIGTERM')
        await setTimeout(60)
        return 7
      }
      if (way === 'print') {
        terminal.out('a result\n')
        terminal.err('a complaint\n')
        return 7
      }
      if (way === 'print long') {
        terminal.out('x'.repeat(3000))
        return 7
      }
      if (way === 'print more') {
        for (const result of ['one', 'two', 'three']) {
          terminal.out(`${result}\n`)
          await setTimeout(20)
        }
        return 7
      }
      if (way === 'throw') {
        const error = new RangeError(argv.at(-1))
        error.stack = `${String(error)}\n    at run (file:///data/x/checkout/src/a/b.ts:1:2)\n    at /data/y/node_modules/z/i.js:3:4\n    at /home/person/own.js:5:6`
        throw error
      }
      if (way === 'throw a text') await Promise.reject(argv.at(-1))
      if (way.startsWith('defect')) defect(0, 'the first defect')
      if (way === 'defects') defect(60, 'the second defect')
      if (way === 'signals' || way === 'nothing kept' || way.startsWith('an undoing')) {
        process.kill(process.pid, 'SIGTERM')
        await setTimeout(60)
        process.kill(process.pid, 'SIGTERM')
      }
      await setTimeout(100)
      terminal.out(`said by the run, ending: ${isEnding()}\n`)
      await setTimeout(10_000)
      return 0
    }
)
