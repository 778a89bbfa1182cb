import { type Carried, carriesNothing, carriesOne } from '../../../src/access/criterion.ts'
import { cellOf } from '../../../src/access/cells.ts'
import { type Change, type Difference, difference } from '../../../src/access/difference.ts'
import type { PolicyDocument } from '../../../src/iam/document.ts'
import { type Policies, type Request, nobody, simulateAgain } from '../simulate.ts'
import { type Documents, accessOf, account, bucket, operator } from './random.ts'

/** A request as the engine sees it: what it carries in each dimension. */
export type Point = ReadonlyMap<string, Carried>

const everything: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'All', Effect: 'Allow', Action: ['*'], Resource: ['*'] }]
}

const isOperator = (who: string): boolean => who.split(' ')[0] === operator

/** Where both sides must be asked: each point with cells taken in turn, and its neighbours. */
const points = (found: Difference, pick: (below: number) => number): ReadonlyArray<Point> => {
  const spaces = [...found.spaces].filter(([dimension]) => !dimension.startsWith('undecided'))
  const anywhere = (): Point =>
    new Map([
      ['action', carriesOne('s3:GetObject')],
      ['resource', carriesOne(`${bucket}/a/key`)],
      ...spaces.map(
        ([dimension, { cells }]) => [dimension, cells[pick(cells.length)]?.carried ?? carriesNothing] as const
      ),
      ...(pick(2) === 0 ? [['principal', carriesOne(operator)] as const] : [])
    ])
  const inChange = ({ cells, roles }: Change): Point =>
    new Map([
      ...anywhere(),
      ...[...cells].map(([dimension, indexes]) => {
        const index = indexes[pick(indexes.length)] ?? 0
        return [dimension, found.spaces.get(dimension)?.cells[index]?.carried ?? carriesNothing] as const
      }),
      ...(roles.length > 0 ? [['principal', carriesOne(operator)] as const] : [])
    ])
  const near = found.changes.map(inChange)
  const all = [...Array.from({ length: 6 }, anywhere), ...near]
  return [...all, ...all.flatMap((point) => neighbours(point, pick))]
}

/** The same request with one text a little longer, shorter, or with another letter. */
const neighbours = (point: Point, pick: (below: number) => number): ReadonlyArray<Point> => {
  const texts = [...point].filter(([dimension, { texts: list }]) => dimension !== 'principal' && list !== undefined)
  const [dimension, carried] = texts[pick(texts.length)] ?? ['', carriesNothing]
  const change = (text: string): string => {
    const at = pick(text.length) + 1
    const made = [`${text}x`, `${text.slice(0, at)}q${text.slice(at)}`, text.slice(0, -1)][pick(3)] ?? text
    if (dimension === 'action') return /^[a-z0-9]+:[A-Za-z]+$/.test(made) ? made : text
    if (dimension === 'resource') return made.split(':').length === 6 && /^arn:aws:[a-z0-9]+:/.test(made) ? made : text
    return made
  }
  if (/tlsversion|authage|max-keys|transport|authpresent|sourcearn/.test(dimension) || dimension === '') return []
  return [new Map([...point, [dimension, { ...carried, texts: carried.texts?.map(change) }]])]
}

/** Where a session can be told from the role: what its own policy can name. */
const hasOwnPolicy = (point: Point): boolean => {
  const resource = point.get('resource')?.texts?.[0] ?? ''
  const isAssumed = resource === operator && point.get('action')?.texts?.[0]?.startsWith('sts:') === true
  return resource === bucket || resource.startsWith(`${bucket}/`) || isAssumed
}

/** The change that a request is in, if any. */
export const changeAt = (found: Difference, point: Point): Change | undefined =>
  found.changes.find(({ cells, roles }) => {
    const who = point.get('principal')?.texts?.[0] ?? ''
    const session = hasOwnPolicy(point) ? who.split(' ')[1] : undefined
    const name = session === undefined ? 'the operator role' : `the operator role in the session ${session}`
    if (isOperator(who) ? !roles.includes(name) : roles.length > 0) return false
    return [...cells].every(([dimension, indexes]) => {
      const space = found.spaces.get(dimension)
      return space !== undefined && indexes.includes(cellOf(space, point.get(dimension) ?? carriesNothing))
    })
  })

const principalOf = (who: string): { readonly principal: string; readonly context: Request['context'] } => {
  if (!who.startsWith('arn:')) return { principal: who === 'nobody' ? nobody : who.replace(/^\w+ /, ''), context: {} }
  const [arn = '', session = 'other'] = who.split(' ')
  const owner = arn.split(':')[4] ?? ''
  const principal = arn.includes(':role/')
    ? `arn:aws:sts::${owner}:assumed-role/${arn.split('/').at(-1) ?? ''}/${session}`
    : arn
  return { principal, context: { 'aws:PrincipalArn': arn, 'aws:PrincipalAccount': owner } }
}

const requestOf = (point: Point): Request => {
  const text = (dimension: string): string => point.get(dimension)?.texts?.[0] ?? ''
  const keys = [...point].flatMap(([dimension, { texts, isList }]) =>
    dimension.startsWith('key ') && texts !== undefined
      ? [[dimension.slice(4), isList ? texts : (texts[0] ?? '')] as const]
      : []
  )
  const { principal, context } = principalOf(text('principal'))
  const named = { 'aws:sourceip': '10.1.2.3', 'aws:currenttime': '2026-06-01T00:00:00Z', 'aws:username': 'ann' }
  return {
    principal,
    action: text('action'),
    resource: text('resource'),
    account,
    context: { ...named, ...Object.fromEntries(keys), ...context }
  }
}

/** What the simulator must answer, from nothing to everything, for somebody with these policies of their own. */
const isAllowed = (
  of: Documents,
  request: Request,
  identity: ReadonlyArray<PolicyDocument>,
  capped: boolean
): boolean => {
  const isBucket = request.resource === bucket || request.resource.startsWith(`${bucket}/`)
  const isRole = request.resource === operator && request.action.startsWith('sts:')
  const policies: Policies = {
    identity,
    boundary: capped ? of.boundary : undefined,
    resource: isBucket ? of.policy : isRole ? of.trust : undefined
  }
  return simulateAgain(request, policies) === 'allowed'
}

/** What the simulator answers for one request under some documents; strangers may do whatever their own account lets them. */
export const simulatedAt = (of: Documents, point: Point): 'allowed' | 'denied' => {
  const isOwn = isOperator(point.get('principal')?.texts?.[0] ?? '')
  const identity = isOwn ? [of.identity] : [everything]
  return isAllowed(of, requestOf(point), identity, isOwn) ? 'allowed' : 'denied'
}

export type Disagreement = { readonly request: Request; readonly expected: string; readonly actual: string }

/** Every request near the boundaries of two sides for which the engine and the simulator say something else. */
export const disagreements = (
  before: Documents,
  after: Documents,
  pick: (below: number) => number
): { readonly asked: number; readonly wrong: ReadonlyArray<Disagreement> } => {
  const found = difference(accessOf(before), accessOf(after))
  const all = points(found, pick).filter(isReal)
  const wrong = all.flatMap((point) => {
    const request = requestOf(point)
    const change = changeAt(found, point)
    const who = point.get('principal')?.texts?.[0] ?? ''
    const worlds = isOperator(who) ? (['own'] as const) : (['everything', 'nothing'] as const)
    return worlds.flatMap((world) => {
      const answer = (of: Documents): boolean =>
        isAllowed(
          of,
          request,
          world === 'own' ? [of.identity] : world === 'everything' ? [everything] : [],
          world === 'own'
        )
      const [was, is] = [answer(before), answer(after)]
      const least = world === 'nothing' ? 2 : 1
      const [shouldWas, shouldBe] =
        change === undefined ? [was, was] : [change.before.level >= least, change.after.level >= least]
      const mayBoth = change !== undefined && change.undecided.length > 0
      return mayBoth || (was === shouldWas && is === shouldBe)
        ? []
        : [
            {
              request,
              expected: `${world}: ${String(was)}, then ${String(is)}`,
              actual: JSON.stringify(change?.turn ?? 'no change') + JSON.stringify([change?.before, change?.after])
            }
          ]
    })
  })
  return { asked: all.length, wrong }
}

/** A request that can be: strangers are asked about the bucket and the role alone, and nobody without a signature of STS. */
const isReal = (point: Point): boolean => {
  const text = (dimension: string): string => point.get(dimension)?.texts?.[0] ?? ''
  const [who, action, resource] = [text('principal'), text('action'), text('resource')]
  const isBucket = resource === bucket || resource.startsWith(`${bucket}/`)
  if (resource.split(':').length > 6) return false
  if (who.startsWith(`arn:aws:iam::${account}:role/`) && /\/Operator( |$)/.test(who) && !isOperator(who)) return false
  if (action.startsWith('sts:') && resource !== operator) return false
  if (isOperator(who)) return resource !== '*' && /^[a-z0-9]+:/.test(action)
  return isBucket || (resource === operator && action.startsWith('sts:'))
}
