import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import { type UsageMistake, parsed, usageText } from '../../src/command-line/usage.ts'
import { type Screen, readsAs } from '../support/screens.ts'

const test = suite('what is wrong with a command line')

const stacks = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `stacks/team${index}-eu.ts`)
const say =
  (...mistakes: ReadonlyArray<UsageMistake>): Screen =>
  () =>
    mistakes.map(usageText)

const options = {
  proxy: { type: 'string' },
  check: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false }
} as const
const typed =
  (...lines: ReadonlyArray<ReadonlyArray<string>>): Screen =>
  () =>
    lines.map((args) => {
      const read = parsed(options, args)
      const said = E.isLeft(read)
        ? usageText(read.left)
        : JSON.stringify([
            Object.fromEntries(Object.entries(read.right.values).toSorted(([a], [b]) => (a < b ? -1 : 1))),
            read.right.positionals
          ])
      return `${args.join(' ')}: ${said}`
    })

readsAs(test, new URL('usage.txt', import.meta.url), {
  'what parseArgs reads': typed(['a', '--proxy', 'p', 'b', '--check'], ['--proxy=', '-h'], ['--', '--check'], []),
  'what parseArgs does not read': typed(
    ['--proxy'],
    ['--proxy', '--check'],
    ['--check=yes'],
    ['--chek'],
    ['--dryrun'],
    ['--completely-other'],
    ['-x'],
    ['-hx']
  ),
  'a patience': say({ _tag: 'NotAPatience', value: '\u001b0' }),
  'a file': say({ _tag: 'NotAStackFile', file: 'a\nb' }),
  'two projects': say({ _tag: 'TwoProjects', projects: ['/a', '/b'] }),
  'no folder, and no stack in it': say({ _tag: 'NoStacksFolder', folder: '/a' }, { _tag: 'NoStacks', project: '/a' }),
  'none, or more than one stack': say(
    { _tag: 'NotOneStack', count: 0, stacks: [] },
    { _tag: 'NotOneStack', count: 0, stacks: stacks(1) },
    { _tag: 'NotOneStack', count: 2, stacks: stacks(2) },
    { _tag: 'NotOneStack', count: 0, stacks: stacks(10) },
    { _tag: 'NotOneStack', count: 0, stacks: stacks(11) }
  ),
  'a proxy': say({ _tag: 'NotAProxy' }),
  'a stack that is not there': say(
    { _tag: 'NoSuchStack', source: 'stacks/a.ts', stacks: [] },
    { _tag: 'NoSuchStack', source: 'stacks/team1-e.ts', stacks: stacks(12) },
    { _tag: 'NoSuchStack', source: 'stacks/other-*.ts', stacks: stacks(2) }
  ),
  'a check': say(
    { _tag: 'NotACheck', name: 'lock-fre', names: ['lock-free', 'bucket'] },
    { _tag: 'NotACheck', name: 'x\u0007', names: ['lock-free', 'bucket'] }
  )
})

test.run()
