import { setTimeout } from 'node:timers/promises'
import { person } from '../../src/outside/terminal/terminal.ts'

/** Is busy for a second, asks as the guard does, and prints the answer. */
process.once('SIGINT', () => {
  process.stdout.write('interrupted\n')
  process.exit(130)
})
process.stdout.write('busy\n')
await setTimeout(1000)
const answer = await person(process.stdin, process.stdout, process.stdout).ask('Name: ')()
process.stdout.write(`answer ${JSON.stringify(answer)}\n`)
