import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Command, commandLine } from '../test/support/command-line.ts'
import { withStacks } from './many-stacks.ts'
import { type Program, medians } from './measure.ts'
import type { Peer } from './peers.ts'
import { note, ratio } from './verdicts.ts'

const COMMANDS: ReadonlyArray<Command> = ['emit', 'review', 'seed', 'preflight', 'tofu']
const STACK = 'stacks/bench0-eu.ts'

/** What one stack takes, however it is met, and what each command takes to say what it is. Gives terraform-generator's time. */
export const oneStack = (repository: string, rounds: number, peer: Readonly<Record<Peer, Program>>): number =>
  withStacks(repository, 1, (project) => {
    const emit = (...args: ReadonlyArray<string>): Program => ({
      args: [...commandLine('emit'), STACK, ...args],
      cwd: project
    })
    const file = join(project, STACK)
    const text = readFileSync(file, 'utf8')
    let edits = 0
    const edited = (): void => {
      edits += 1
      writeFileSync(file, text.replace("'OpenTofu state lock'", `'OpenTofu state lock ${edits}'`))
    }
    const said = COMMANDS.flatMap((command) =>
      ['--help', '--version'].map((flag): readonly [string, Program] => [
        `${command} ${flag}`,
        { args: [...commandLine(command), flag], cwd: project }
      ])
    )
    const programs = {
      ...peer,
      'node -e 0': { args: ['-e', '0'], cwd: project },
      'one stack, new': { ...emit(), before: () => rmSync(join(project, 'out'), { recursive: true, force: true }) },
      'one stack, unchanged': emit(),
      'one stack, --check': emit('--check'),
      'one stack, edited': { ...emit(), before: edited },
      ...Object.fromEntries(said)
    }
    const of = medians(programs, rounds)
    for (const name of ['node -e 0', 'plain', 'cdktn'])
      note(`${name}, one stack`.replace(' 0, one stack', ' 0'), of(name))
    for (const name of Object.keys(programs))
      if (/^one stack|--/.test(name)) ratio(name, of(name), 0.75, 'terraform-generator', of('tfgen'))
    return of('tfgen')
  })
