import * as O from 'fp-ts/lib/Option.js'
import { readLockInfo } from '../../../src/backend/lock-info.ts'
import { field } from './json-tree.ts'
import { type Outcome, fuzz } from './outcome.ts'

/** As OpenTofu writes it into the lock table. */
const LOCK = {
  ID: 'd3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10',
  Operation: 'OperationTypeApply',
  Info: '',
  Who: 'operator@host',
  Version: '1.12.6',
  Created: '2026-01-31T11:00:00.123456789Z',
  Path: 'zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate'
}

/** Mutations of a lock item's text, beside Go's reading of the same text. */
export const fuzzLock = (count: number, seed: number): Outcome =>
  fuzz(LOCK, count, seed, ({ text, tree }) => {
    const read = readLockInfo(text)
    if (O.isNone(read)) return undefined
    if (tree === undefined) return ['a text that is no JSON passes']
    return Object.entries(read.value).flatMap(([name, ours]) => {
      const go = field(tree, name)
      return go?.kind === 'scalar' && JSON.parse(go.text) === ours ? [] : [`Go reads another ${name}`]
    })
  })
