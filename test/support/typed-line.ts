import * as E from 'fp-ts/lib/Either.js'
import * as dynamodbSdk from '@aws-sdk/client-dynamodb'
import * as kmsSdk from '@aws-sdk/client-kms'
import * as s3Sdk from '@aws-sdk/client-s3'
import * as assert from 'uvu/assert'
import { clients } from '../../src/outside/aws/clients.ts'
import { carrier } from '../../src/outside/aws/route.ts'
import type { AwsDouble } from './aws-double/aws-double.ts'
import { LOCK_ID } from './preflight-bench.ts'
import { ACCESS_KEY, runSeed, tableIn } from './seed-bench.ts'
import { wordsOfNoSession } from './no-session.ts'

/** What a shell hands on: words, quotes taken off, each `$(…)` replaced by what it prints. */
const wordsIn = async (line: string, run: (line: string) => Promise<string>): Promise<ReadonlyArray<string>> => {
  const words: Array<string> = []
  for (const [word] of line.matchAll(/(?:'[^']*'|\\'|"(?:\$\((?:'[^']*'|\\'|[^)'])*\)|[^"])*?"|[^\s'"])+/g)) {
    let text = ''
    for (const [part] of word.matchAll(/'[^']*'|\\'|"(?:\$\((?:'[^']*'|\\'|[^)'])*\)|[^"])*?"|[^'"\\]+/g))
      if (part === "\\'") text += "'"
      else if (part.startsWith("'")) text += part.slice(1, -1)
      else if (part.startsWith('"')) {
        const inner = /^"([^]*?)\$\(([^]*)\)([^]*)"$/.exec(part)
        text += inner === null ? part.slice(1, -1) : `${inner[1]}${await run(inner[2] ?? '')}${inner[3]}`
      } else text += part
    words.push(text)
  }
  return words
}

const pascal = (words: string): string => words.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** The AWS CLI's shorthand `A=true,B=35`, or JSON. Source: AWS CLI User Guide, "Using shorthand syntax". */
const valueOf = (text: string): unknown => {
  if (/^[[{]/.test(text)) return JSON.parse(text) as unknown
  if (!/^[A-Za-z]+=[^?]*$/.test(text) || text.includes('"') || text.includes(' ')) return text
  return Object.fromEntries(
    text.split(',').map((pair) => {
      const [key = '', value = ''] = pair.split('=')
      return [key, /^(true|false|-?\d+)$/.test(value) ? (JSON.parse(value) as unknown) : value]
    })
  )
}

type Operation = { readonly schema: ReadonlyArray<unknown> }
type MadeOf = Readonly<Record<string, (new (input: object) => Operation) | undefined>>

/** The queries that a remedy has: the policy, or the version whose ETag is this. Source: JMESPath Specification. */
const answered = (query: string | undefined, answer: unknown): string => {
  if (query === undefined)
    return JSON.stringify(answer, (name, value: unknown) => (name === '$metadata' ? undefined : value))
  if (query === 'Policy') return (answer as { Policy: string }).Policy
  const etag = /^Versions\[\?ETag=='(.+)'\] \| \[0\]\.VersionId$/.exec(query ?? '')?.[1]
  const { Versions = [] } = answer as { Versions?: ReadonlyArray<{ ETag?: string; VersionId?: string }> }
  return Versions.find(({ ETag }) => ETag === etag)?.VersionId ?? 'None'
}

/** The members of an operation's input, as the SDK's own schema has them. */
const membersOf = ({ schema }: Operation): ReadonlyArray<string> =>
  (schema[4] as () => ReadonlyArray<unknown>)()[4] as ReadonlyArray<string>

const sdks = { s3api: s3Sdk, dynamodb: dynamodbSdk, kms: kmsSdk } as const

/** What `dynamodb wait table-not-exists` does between its questions, without the pauses. Source: AWS CLI Command Reference. */
const waited = async (double: AwsDouble, words: ReadonlyArray<string>): Promise<string> => {
  assert.is(words[0], 'table-not-exists')
  for (let asked = 0; asked < 25; asked += 1) {
    const answer = await aws(double, ['dynamodb', 'describe-table', ...words.slice(1)]).catch((error: Error) => error)
    if (answer instanceof Error && answer.name === 'ResourceNotFoundException') return ''
  }
  throw new Error('Waiter TableNotExists failed: Max attempts exceeded')
}

const aws = async (double: AwsDouble, [service, command = '', ...words]: ReadonlyArray<string>): Promise<string> => {
  if (command === 'wait') return waited(double, words)
  const way = await carrier({ proxy: double.proxy, caBundle: double.caBundle }, 60_000)()
  if (E.isLeft(way)) throw new Error(wordsOfNoSession(way.left))
  const { s3, dynamodb, kms } = clients(
    'eu-central-1',
    { accessKeyId: ACCESS_KEY, secretAccessKey: 'secret' },
    way.right
  )
  const input: Record<string, unknown> = {}
  words.forEach((flag, index) => {
    if (!flag.startsWith('--')) return
    const value = words[index + 1]
    const isSwitch = value === undefined || value.startsWith('--')
    const [, no, name = ''] = /^--(no-)?(.*)$/.exec(flag) ?? []
    input[pascal(name)] = isSwitch ? no === undefined : valueOf(value)
  })
  assert.ok(service === 's3api' || service === 'dynamodb' || service === 'kms', `the AWS CLI has no ${service}`)
  const made = sdks[service] as unknown as MadeOf
  const Command = made[`${pascal(command)}Command`]
  assert.ok(Command !== undefined, `the AWS CLI has no ${service} ${command}`)
  const { Region, Output: _, Query, ...parameters } = input
  const members = membersOf(new Command({}))
  const operation = new Command(
    Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => {
        const member = members.find((one) => one.toLowerCase() === name.toLowerCase())
        assert.ok(member !== undefined, `${service} ${command} has no ${name}`)
        return [member, member === 'Policy' ? JSON.stringify(value) : value]
      })
    )
  )
  assert.is(Region, 'eu-central-1')
  const client = { s3api: s3, dynamodb, kms }[service] as unknown as { send: (of: Operation) => Promise<unknown> }
  const answer = await client.send(operation)
  way.right.close()
  return answered(Query as string | undefined, answer)
}

/** OpenTofu's force-unlock: the lock of this id alone. Source: OpenTofu, internal/backend/remote-state/s3/client.go. */
const forceUnlock = (double: AwsDouble, id: string): void => {
  const table = tableIn(double)
  const lock = table?.items.find((item) => (item['LockID'] as { S: string }).S === LOCK_ID)
  assert.ok(lock !== undefined, 'no lock was seen')
  const { ID } = JSON.parse((lock['Info'] as { S: string }).S) as { ID: string }
  assert.is(ID, id)
  if (table !== undefined) table.items = table.items.filter((item) => item !== lock)
}

/** What a text becomes by `s/a/b/` of sed, one after another. Source: POSIX, sed. */
const edited = (text: string, script: string): string =>
  script.split('; ').reduce((left, one) => {
    const [, from = '', to = ''] = one.split('/')
    return left.replace(new RegExp(from), to)
  }, text)

/** Types one line of a remedy into a shell of a checkout whose AWS is the double; fails where a part of it would. */
export const typeLine = async (double: AwsDouble, line: string): Promise<string> => {
  const variables = new Map<string, string>()
  let said = ''
  for (const part of line.split(' && ')) {
    const given = part.replace(/"\$(\w+)"/g, (_, name: string) => `'${variables.get(name) ?? ''}'`)
    const [program = '', ...words] = await wordsIn(given, (inner) => typeLine(double, inner))
    const [, name, value] = /^(\w+)=([^]*)$/.exec(program) ?? []
    if (name !== undefined) variables.set(name, value ?? '')
    else if (program === 'aws') said = await aws(double, words)
    else if (program === 'printf') {
      const [form, text = '', pipe, sed, script = ''] = words
      assert.equal([form, pipe, sed], ['%s', '|', 'sed'])
      said = edited(text, script)
    } else if (program === 'npm') {
      assert.equal(words.slice(0, 4), ['run', 'seed', '--', 'stacks/staging-eu.ts'])
      assert.ok(E.isRight((await runSeed(double)).outcome))
    } else if (program === 'tofu') {
      assert.is(words[0], '-chdir=out/staging-eu')
      if (words[1] === 'force-unlock') forceUnlock(double, words[2] ?? '')
      else assert.equal(words.slice(1), ['init', '-lockfile=readonly'])
    } else assert.is(program, 'export', line)
  }
  return said
}
