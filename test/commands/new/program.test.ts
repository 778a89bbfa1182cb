import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import prettier from 'prettier'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { NEW_OPTIONS } from '../../../src/commands/new/arguments.ts'
import { type NewPorts, newProgram } from '../../../src/commands/new/program.ts'
import { type Answers, questions } from '../../../src/commands/new/questions.ts'
import { emissionOf, facts } from './staging-answers.ts'
import { plain } from '../../../src/command-line/terminal.ts'
import type { Emission } from '../../../src/outside/stack/evaluator.port.ts'

const test = suite('npm run new')

/** What the convention of stacks/ makes of these facts, written out by hand from stacks/staging-eu.ts. */
const conventional: Answers = {
  ...facts,
  bucket: 'zenthea-staging-eu-tfstate',
  'lock-table': 'zenthea-staging-eu-tflock',
  'bootstrap-principal': 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap',
  'operator-role': 'arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator',
  'automation-role': 'arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuAutomation',
  'permissions-boundary': 'arn:aws:iam::111122223333:policy/zenthea/foundation/ZentheaStagingEuBoundary',
  'trusted-accounts': '111122223333',
  'mfa-seconds': '3600',
  'operator-hours': '1',
  'automation-hours': '1',
  'recovery-days': '35',
  'tofu-versions': '>= 1.10.0, < 2.0.0',
  'provider-version': '5.100.0'
}

type Run = {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly written: ReadonlyArray<readonly [string, string]>
  readonly refused: ReadonlyArray<readonly [string, string]>
}

type Person = {
  /** What is typed at a question, one after the other, until one is taken; none is Ctrl-C. */
  readonly types: (name: string, proposal: string | undefined) => ReadonlyArray<string> | undefined
  readonly agrees?: boolean
}

const run = async (
  argv: ReadonlyArray<string>,
  person?: Person,
  others: ReadonlyArray<Emission> = []
): Promise<Run> => {
  const said = { out: '', err: '' }
  const written: Array<readonly [string, string]> = []
  const refused: Array<readonly [string, string]> = []
  const ports: NewPorts = {
    stackEvaluator: { emitAll: () => T.of(others) },
    outputFiles: { sources: () => TE.right(O.some(others.map(({ source }) => source))) },
    stackWriter: {
      create: (_project, source, text) => {
        written.push([source, text])
        return TE.right(undefined)
      }
    },
    prompter: {
      isThere: person !== undefined,
      ask:
        ({ question, proposal, validate }) =>
        async () => {
          const name = questions.find(({ asks }) => asks === question)?.name ?? ''
          for (const text of person?.types(name, proposal) ?? []) {
            const wrong = validate(text)
            if (wrong === undefined) return O.some(text)
            refused.push([name, wrong])
          }
          return O.none
        },
      confirm: () => T.of(O.some(person?.agrees ?? true))
    }
  }
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    paintOut: plain,
    paintErr: plain
  }
  const code = await newProgram(ports, terminal, '/project', argv)()
  return { code, ...said, written, refused }
}

const flags = (answers: Answers): ReadonlyArray<string> =>
  Object.entries(answers).map(([name, text]) => `--${name}=${text}`)

test('with a flag for every answer it writes an explicit stack, in the form of the house, which emits', async () => {
  const { code, written, out } = await run([...flags(conventional), '--yes'])
  assert.is(code, 0)
  const [[source, text] = ['', '']] = written
  assert.is(source, 'stacks/staging-eu.ts')
  assert.match(out, text)
  assert.ok(E.isRight(emissionOf(source, conventional).file))
  assert.is(
    await prettier.format(text, {
      parser: 'typescript',
      semi: false,
      singleQuote: true,
      printWidth: 120,
      trailingComma: 'none'
    }),
    text
  )
  for (const value of Object.values(conventional)) assert.ok(value === '' || text.includes(value), value)
})

test('many long names stay in the form of the house', async () => {
  const roles = [1, 2, 3]
    .map((n) => `arn:aws:iam::111122223333:role/zenthea/teams/ALongNameForAnOperator${n}`)
    .join(', ')
  const { code, written, err } = await run([...flags({ ...facts, operators: roles }), '--yes'])
  assert.is(code, 0, err)
  const text = written[0]?.[1] ?? ''
  assert.is(
    await prettier.format(text, {
      parser: 'typescript',
      semi: false,
      singleQuote: true,
      printWidth: 120,
      trailingComma: 'none'
    }),
    text
  )
})

test('what is proposed is the convention of stacks/, and nothing else is assumed', async () => {
  const proposed: Record<string, string | undefined> = {}
  const { code } = await run([], {
    types: (name, proposal) => {
      proposed[name] = proposal
      return [facts[name] ?? proposal ?? '']
    }
  })
  assert.is(code, 0)
  for (const { name } of questions) assert.is(proposed[name], name in facts ? undefined : conventional[name], name)
  assert.not.ok('accepted-proof' in proposed, 'a release that is proven by run leaves nothing to accept')
})

/** A release that no end-to-end test was run with, and what a stack accepts with it. */
const unproven: Answers = { 'provider-version': '6.66.0', 'accepted-proof': 'checked against its schema, not run' }

/** A wrong answer to each question, and a word of what is said to it. */
const wrong: Readonly<Record<string, readonly [string, string]>> = {
  account: ['12345', '12 digits'],
  environment: ['Staging', 'lower-case'],
  'logical-region': ['e-u', 'no hyphen'],
  'aws-region': ['eu-west-2', 'London'],
  bucket: ['Zenthea_State', 'bucket name'],
  'lock-table': ['x', 'table name'],
  'bootstrap-principal': ['arn:aws:iam::999988887777:role/Bootstrap', '999988887777'],
  'operator-role': ['arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap', ''],
  'automation-role': ['arn:aws:iam::111122223333:user/me', 'role'],
  'permissions-boundary': ['arn:aws:iam::111122223333:role/x', 'policy'],
  'trusted-accounts': ['1111', '12 digits'],
  operators: ['arn:aws:iam::111122223333:user/me', 'role'],
  'operator-users': ['operators', ''],
  'mfa-seconds': ['soon', 'whole number'],
  'operator-hours': ['13', '12'],
  planners: ['', ''],
  'automation-hours': ['0', '12'],
  'recovery-days': ['36', '35'],
  'tofu-versions': ['1.10', 'bounds'],
  'provider-version': ['5.99.0', '5.100.0'],
  'accepted-proof': ['yes', 'checked against its schema, not run']
}

test('a run whose every question is answered wrongly first: each is refused at its question, and the file is the same', async () => {
  const { code, refused, written } = await run([], {
    types: (name, proposal) => [wrong[name]?.[0] ?? '?', unproven[name] ?? facts[name] ?? proposal ?? '']
  })
  assert.is(code, 0)
  assert.equal(
    refused.map(([name]) => name),
    questions.map(({ name }) => name)
  )
  for (const [name, said] of refused) assert.match(said, wrong[name]?.[1] ?? '?', name)
  const right = await run([...flags({ ...conventional, ...unproven }), '--yes'])
  assert.equal(written, right.written)
  assert.match(written[0]?.[1] ?? '', "acceptedProof: 'checked against its schema, not run'")
})

test('a flag whose question the other answers leave out is not understood', async () => {
  const byRole: Answers = { ...facts, operators: 'arn:aws:iam::111122223333:role/Operator', 'operator-users': '' }
  const tried: ReadonlyArray<readonly [name: string, of: Answers]> = [
    ['accepted-proof', { ...facts, ...unproven, 'provider-version': '5.100.0' }],
    ['mfa-seconds', { ...byRole, 'mfa-seconds': '60' }]
  ]
  for (const [name, answers] of tried) {
    const { code, err, written } = await run([...flags(answers), '--yes'])
    assert.equal([code, written], [2, []], err)
    assert.match(err, `--${name} answers a question that these answers leave out`)
  }
})

test('what belongs to another stack is refused at its question', async () => {
  const others = [emissionOf('stacks/staging-eu.ts', conventional)]
  const second: Answers = { ...facts, 'logical-region': 'eu2' }
  const tries: Answers = {
    'logical-region': 'eu',
    bucket: conventional['bucket'] ?? '',
    'operator-role': 'arn:aws:iam::111122223333:role/ZENTHEAstagingeuoperator',
    'automation-role': conventional['automation-role'] ?? '',
    'permissions-boundary': conventional['permissions-boundary'] ?? ''
  }
  const { code, refused, written } = await run(
    [],
    {
      types: (name, proposal) => [...(tries[name] === undefined ? [] : [tries[name]]), second[name] ?? proposal ?? '']
    },
    others
  )
  assert.is(code, 0)
  assert.equal(
    refused.map(([name]) => name),
    Object.keys(tries)
  )
  for (const [name, said] of refused) assert.match(said, 'staging-eu.ts', name)
  assert.is(written[0]?.[0], 'stacks/staging-eu2.ts')
})

test('Ctrl-C at any question and a no at the end write nothing', async () => {
  for (const { name: last } of questions) {
    const { code, written, err } = await run([], {
      types: (name, proposal) => (name === last ? undefined : [unproven[name] ?? facts[name] ?? proposal ?? ''])
    })
    assert.equal([code, written, err], [130, [], 'interrupted; nothing was written\n'], last)
  }
  const no = await run(flags(conventional), { types: () => undefined, agrees: false })
  assert.equal([no.code, no.written], [1, []])
})

test('no person to agree: with every answer by a flag and without --yes nothing is written', async () => {
  const { code, written, err } = await run(flags(conventional))
  assert.equal([code, written], [1, []])
  assert.match(err, 'nothing was written; --yes writes without asking')
})

test('no person to ask: the question without an answer is named; a wrong flag is refused by its rule', async () => {
  const without = await run(['staging-eu', '--account=111122223333', '--yes'])
  assert.equal([without.code, without.written], [2, []])
  assert.match(without.err, '--aws-region')
  const refused = await run(['staging-eu', '--account=1', '--yes'])
  assert.equal([refused.code, refused.written], [1, []])
  assert.match(refused.err, '--account is refused')
  assert.match(refused.err, 'J.7.0 §3.3')
})

test('no person to ask: every flag that only a person can fill is named at once', async () => {
  const message = async (...argv: ReadonlyArray<string>): Promise<string> => (await run(argv)).err.split('\n')[0] ?? ''
  const account = 'new: give --account (AWS account, 12 digits) and'
  const roles = '--operators, --operator-users, --planners'
  const proposals = 'with --yes for what is proposed, or run it at a terminal'
  assert.is(await message(), `${account} --environment, --logical-region, --aws-region, ${roles}, ${proposals}`)
  assert.is(await message('staging-eu', '--yes'), `${account} --aws-region, ${roles}, or run it at a terminal`)
  const known = flags(conventional).filter((flag) => !/^--(?:planners|bucket)=/.test(flag))
  assert.match(await message(...known), /^new: give --bucket \(bucket of the state\) and --planners, with --yes for /)
  assert.match(await message(...known, '--yes'), /^new: give --planners \([^)]+\), or run it at a terminal$/)
})

test('every answer can be a flag', () => {
  for (const { name } of questions) assert.ok(name in NEW_OPTIONS, name)
})

test.run()
