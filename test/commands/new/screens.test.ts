import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import { plain } from '../../../src/command-line/terminal.ts'
import { type NewPorts, newProgram } from '../../../src/commands/new/program.ts'
import { type Answers, questions } from '../../../src/commands/new/questions.ts'
import { type Screen, readsAs } from '../../support/screens.ts'

const test = suite('the screens of new')

const facts: Answers = {
  account: '111122223333',
  environment: 'prod-2',
  'logical-region': 'eu',
  'aws-region': 'eu-central-1',
  operators: '',
  'operator-users': '/operators/',
  planners: 'arn:aws:iam::111122223333:role/Planner'
}
const failure = { _tag: 'SystemRefused', action: 'write', path: 'stacks', code: 'ENOSPC', message: 'no space' } as const

/** Who sits there: what is typed at a question after what is wrong; nothing at the one where they leave. */
type Person = { wrong?: Answers; right?: Answers; leavesAt?: string; agrees?: O.Option<boolean> }
type Given = { person?: Person; others?: ReadonlyArray<unknown>; unreadable?: boolean; unwritable?: boolean }

const saidOf =
  ({ person, others = [], unreadable = false, unwritable = false }: Given, ...argv: ReadonlyArray<string>): Screen =>
  async () => {
    const lines: Array<string> = []
    // The file is read where all is asked, and where flags say something else; elsewhere it is the same.
    const shown = (text: string): string =>
      person?.right === undefined && argv.length > 0 ? text.replace(/^import [^]*\n\)\n/m, '… the file\n') : text
    const print = (text: string): void => void lines.push(...shown(text).replace(/\n$/, '').split('\n'))
    const sources = others.map((_, index) => `stacks/other${index}-eu.ts`)
    const ports = {
      outputFiles: { sources: () => (unreadable ? TE.left(failure) : TE.right(O.some(sources))) },
      stackEvaluator: {
        emitAll: (project: string) => {
          lines.push(`> emit all of ${project}`)
          return T.of(others.map((file, index) => ({ source: sources[index], imports: [], read: new Map(), file })))
        }
      },
      stackWriter: {
        create: (project: string, source: string, text: string) => {
          lines.push(`> write ${source} in ${project}: ${text.split('\n').length} lines`)
          return unwritable ? TE.left(failure) : TE.right(undefined)
        }
      },
      prompter: {
        isThere: person !== undefined,
        ask:
          ({ question, proposal, validate }: Parameters<NewPorts['prompter']['ask']>[0]) =>
          () => {
            lines.push(`? ${question}${proposal === undefined ? '' : ` [${proposal}]`}`)
            const name = questions.find(({ asks }) => asks === question)?.name ?? ''
            const wrong = person?.wrong?.[name]
            if (wrong !== undefined) lines.push(`  ${wrong}`, ...(validate(wrong) ?? 'taken').split('\n'))
            const typed = person?.right?.[name] ?? facts[name] ?? proposal ?? ''
            return Promise.resolve(name === person?.leavesAt ? O.none : O.some(` ${typed} `))
          },
        confirm: (question: string) => {
          lines.push(`? ${question}`)
          return T.of(person?.agrees ?? O.some(true))
        }
      }
    } as unknown as NewPorts
    const terminal = { out: print, err: print, paintOut: plain, paintErr: plain }
    const code = await newProgram(ports, terminal, '/project', argv)()
    return [...lines, `exit code ${code}`]
  }

const flags = (answers: Answers): ReadonlyArray<string> =>
  Object.entries(answers).map(([name, text]) => `--${name}=${text}`)
const all = [...flags(facts), '--yes']
const each =
  (...lines: ReadonlyArray<ReadonlyArray<string>>): Screen =>
  async () => {
    const all: Array<string> = []
    for (const argv of lines) all.push(...(await saidOf({}, ...argv)()))
    return all
  }
const refused = E.left([
  { rule: 'x', clause: 'J.7.0 §4', expected: 'this', actual: 'that', remedy: 'Do it.', at: ['account'] }
])

readsAs(test, new URL('screens.txt', import.meta.url), {
  'every question, and what is proposed': saidOf({ person: {} }),
  'in the sovereign cloud, without users, with a release that is not proven': saidOf({
    person: {
      right: {
        'aws-region': 'eusc-de-east-1',
        planners: 'arn:aws-eusc:iam::111122223333:role/Planner',
        'operator-users': '',
        operators: 'arn:aws-eusc:iam::111122223333:role/A, arn:aws-eusc:iam::111122223333:role/B',
        'provider-version': '6.66.0',
        'accepted-proof': 'checked against its schema, not run'
      }
    }
  }),
  'wrong answers first': saidOf({
    person: {
      leavesAt: 'provider-version',
      wrong: {
        account: '12',
        environment: 'Prod',
        'logical-region': 'e-u',
        'aws-region': 'eu-west-2',
        bucket: 'X_',
        'lock-table': 'x',
        'bootstrap-principal': 'x',
        'operator-role': 'x',
        'automation-role': 'x',
        'permissions-boundary': 'x',
        'trusted-accounts': '1',
        operators: 'x',
        'operator-users': 'x',
        'mfa-seconds': 'soon',
        'operator-hours': '13',
        planners: '',
        'automation-hours': '1234567890',
        'recovery-days': '36',
        'tofu-versions': '1',
        'provider-version': '5.99.0'
      }
    }
  }),
  'an answer of which two parts are wrong': saidOf({ person: { leavesAt: 'operators', wrong: { operators: 'x, y' } } }),
  'environment and region are known': saidOf(
    { person: { leavesAt: 'bucket' } },
    'stacks/prod-2-eu.ts',
    '--account=111122223333'
  ),
  'all by flags': saidOf({}, ...all),
  'all by flags, beside another stack that is refused': saidOf({ others: [refused] }, ...all),
  'stacks that cannot be read': saidOf({ unreadable: true }, ...all),
  'a file that cannot be written': saidOf({ unwritable: true }, ...all),
  'a flag that is refused, without a person': saidOf({}, ...all, '--account=12'),
  'a flag that is refused, with a person who is not asked': saidOf({ person: {} }, ...all, '--account=12'),
  'a flag that is refused, with a person': saidOf({ person: { leavesAt: 'environment' } }, '--account=12'),
  'a person leaves at the last question': saidOf({ person: { agrees: O.none } }, ...flags(facts)),
  'a person does not agree': saidOf({ person: { agrees: O.some(false) } }, ...flags(facts)),
  'no person, and a question without an answer': saidOf({}, 'prod-eu'),
  'a flag that the other answers leave out': saidOf({}, ...all, '--accepted-proof=x'),
  'names that are none of a stack': each(['eu'], ['a-eu', 'b-eu'], ['folder/a-eu'], ['-eu'], ['a-'], ['a-eu.js']),
  'what is not understood': each(['--acount=1'])
} satisfies Readonly<Record<string, Screen>>)

test.run()
