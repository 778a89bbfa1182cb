import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { availableParallelism } from 'node:os'
import { firstRun } from './first-run.ts'
import { largeState } from './large-state.ts'
import { loops } from './loops.ts'
import { oneStack } from './one-stack.ts'
import { peers } from './peers.ts'
import { preflight } from './preflight.ts'
import { stacksTogether } from './stacks-together.ts'
import { print } from './verdicts.ts'

/**
 * `npm run bench`: how long the commands take beside three other ways to make such files, and whether that is within the
 * bounds. Never a test: it judges a machine too. `-- --rounds N` for other than nine, `-- --no-tests` without the tests.
 */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, 'no-tests': { type: 'boolean', default: false } }
})
const rounds = Number(values.rounds)
if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds takes a number from 1')
const repository = fileURLToPath(new URL('..', import.meta.url))

console.log(`Node ${process.version}, ${availableParallelism()} cores, medians of ${rounds} rounds, side by side`)
const programs = await peers()
const generator = oneStack(repository, rounds, programs(1))
stacksTogether(repository, Math.ceil(rounds / 3), programs)
await preflight(rounds, generator)
await largeState()
firstRun(repository, Math.ceil(rounds / 3))
if (!values['no-tests']) loops(repository)
print()
