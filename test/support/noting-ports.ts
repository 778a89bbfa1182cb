import * as IO from 'fp-ts/lib/IO.js'
import * as T from 'fp-ts/lib/Task.js'
import { bucketMaker } from '../../src/outside/aws/bucket-maker.ts'
import { bucketReader } from '../../src/outside/aws/bucket-reader.ts'
import type { Clients } from '../../src/outside/aws/clients.ts'
import { lockItems, stateReader } from '../../src/outside/aws/state.ts'
import { tableMaker, tableReader } from '../../src/outside/aws/table.ts'
import { bucketOf } from './bucket-of.ts'

const calling = {
  region: 'eu-central-1',
  patienceMillis: 60_000,
  pause: () => T.of(undefined),
  retrying: () => IO.of(undefined)
}

type Asked = readonly [command: string, input: unknown]

/** What AWS answers by the name of a command. An error is thrown, as the SDK throws a refusal. */
export type Answers = Readonly<Record<string, object>>

/** A refusal with that code, as the SDK throws one. */
export const refusal = (name: string, httpStatusCode = 404): Error =>
  Object.assign(new Error('no'), { name, $metadata: { httpStatusCode, requestId: 'R' } })

/** All ports of the bucket `a-bucket` and the table `a-table`, on clients that note what they are sent and give these answers. */
export const portsOn = (answers: Answers, account = '111122223333') => {
  const asked: Array<Asked> = []
  const client = {
    send: async (
      command: { readonly constructor: { readonly name: string }; readonly input: unknown },
      options?: { readonly abortSignal?: unknown }
    ) => {
      const name = command.constructor.name.replace(/Command$/, '')
      asked.push([name, command.input])
      if (!(options?.abortSignal instanceof AbortSignal)) throw new Error(`${name} cannot be given up`)
      const answer = answers[name] ?? {}
      if (answer instanceof Error) throw answer
      return answer
    }
  }
  const clients = { s3: client, dynamodb: client, kms: client, sts: client } as unknown as Clients
  return {
    asked,
    bucket: { ...bucketReader(clients, calling), ...bucketMaker(clients, calling) },
    table: { ...tableReader(clients, calling), ...tableMaker(clients, calling) },
    lock: lockItems(clients, calling, 'a-table'),
    state: stateReader(clients, calling, bucketOf('a-bucket', account), 'a-key')
  }
}
