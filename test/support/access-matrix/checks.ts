import type { Statement } from '../../../src/iam/document.ts'
import { type Decision, type Policies, type Request, simulateAgain } from '../simulate.ts'
import { accessMatrix } from '../access-matrix.ts'
import { type Question, cellsOf, isTold, questionsOf } from './cell.ts'
import type { DocumentName, Documents } from './emitted.ts'
import type { Pair } from './names.ts'
import { bucketThings, trustOf } from './own-policies.ts'
import { administrator, policiesOf } from './policies-of.ts'
import { requestOf } from './request-of.ts'
import type { TrustRow } from './trust-row.ts'
import { trustRequest, trustRows } from './trust-rows.ts'

/** One expectation of the matrix, ready to be asked under any documents. */
export type Check = {
  readonly layer: string
  readonly may: boolean
  readonly request: Request
  /** Whether a statement of a document has a say in it. */
  readonly hears: (name: DocumentName, statement: Statement) => boolean
  readonly policies: (documents: Documents) => Policies
  readonly asTold: (decision: Decision) => boolean
}

/** Those that ask the same call of the same resource. */
export type Group = { readonly action: string; readonly resource: string; readonly checks: ReadonlyArray<Check> }

export const grouped = (checks: ReadonlyArray<Check>): ReadonlyArray<Group> => {
  const groups = new Map<string, { action: string; resource: string; checks: Array<Check> }>()
  for (const check of checks) {
    const { action, resource } = check.request
    const group = groups.get(`${action} ${resource}`)
    if (group === undefined) groups.set(`${action} ${resource}`, { action, resource, checks: [check] })
    else group.checks.push(check)
  }
  return [...groups.values()]
}

/** Whether the documents still do what the matrix says. */
export const holds = ({ request, policies, asTold }: Check, documents: Documents): boolean =>
  asTold(simulateAgain(request, policies(documents)))

/** Every expectation of the matrix for one stack: cells, layers and trust. */
export const checksOf = (pair: Pair): ReadonlyArray<Check> => [
  ...accessMatrix
    .flatMap(cellsOf)
    .flatMap(questionsOf)
    .map((question) => ofQuestion(pair, question)),
  ...trustRows(pair).map((row) => ofTrust(pair, row))
]

const ofQuestion = (pair: Pair, question: Question): Check => {
  const uses = usedBy(question)
  return {
    layer: question.layer,
    may: question.cell.row.may,
    request: requestOf(pair, question.cell),
    hears: (name, statement) => uses.includes(name) && inLayer(question.layer, statement),
    policies: (documents) => policiesOf(pair, documents, question),
    asTold: (decision) => isTold(question, decision)
  }
}

const usedBy = ({ cell: { row, on, action }, layer }: Question): ReadonlyArray<DocumentName> => {
  const role = row.who === 'operator' || row.who === 'automation' ? (`${row.who}_policy` as const) : undefined
  const bucket: ReadonlyArray<DocumentName> = bucketThings.has(on) ? ['state_bucket_policy'] : []
  const trust = action === 'sts:AssumeRole' ? trustOf[on] : undefined
  if (layer.startsWith('own ')) return role === undefined ? [] : [role]
  if (layer.startsWith('boundary ')) return ['boundary_policy']
  if (layer !== 'together') return bucket
  return [
    ...(role === undefined ? [] : ([role, 'boundary_policy'] as const)),
    ...bucket,
    ...(trust === undefined ? [] : [trust])
  ]
}

const inLayer = (layer: Question['layer'], { Sid, Effect }: Statement): boolean => {
  if (layer.endsWith(' grants')) return Effect === 'Allow'
  if (layer.endsWith(' denials')) return Effect === 'Deny'
  return !layer.endsWith(' alone') || layer === `${Sid} alone`
}

const ofTrust = (pair: Pair, row: TrustRow): Check => ({
  layer: 'trust',
  may: row.may,
  request: trustRequest(pair, row),
  hears: (name) => name === `${row.role}_trust`,
  policies: (documents) => ({
    identity: row.asker.identity === 'administrator' ? [administrator] : [],
    resource: documents[`${row.role}_trust`]
  }),
  asTold: (decision) => (decision === 'allowed') === row.may
})
