import { type Told, accessSentences } from '../access/sentences.ts'
import { type JsonObject, sameJson } from '../terraform/json.ts'
import { accessIn } from './access-in.ts'
import { settingChanges } from './setting-changes.ts'

const order = ['widens', 'may widen', 'narrows', 'moves']

/**
 * What changes between two emitted files, as a reviewer reads it: what widens first. Both are the objects that Terraform
 * JSON is. No sentence means that they are the same.
 */
export const stackChanges = (before: JsonObject, after: JsonObject): ReadonlyArray<Told> => {
  const found = [...accessSentences(accessIn(before), accessIn(after)), ...settingChanges(before, after)]
  const all = found.length > 0 || sameJson(before, after) ? found : [rewritten]
  return all.toSorted((a, b) => order.indexOf(a.turn) - order.indexOf(b.turn))
}

const rewritten: Told = { turn: 'moves', sentence: 'policies are written otherwise; no request is decided otherwise' }
