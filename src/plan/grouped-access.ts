import type { Access } from './access-difference.ts'

/** Accesses that differ in nothing but their action, their resource or their principal, as one. */
export type GroupedAccess = Pick<Access, 'turn' | 'conditions' | 'before'> & {
  readonly principals: ReadonlyArray<string>
  readonly actions: ReadonlyArray<string>
  readonly resources: ReadonlyArray<string>
}

type Part = 'principals' | 'actions' | 'resources'

/** Joins what differs in one part alone; the order of the first of each stays. */
const joined = (part: Part, all: ReadonlyArray<GroupedAccess>): ReadonlyArray<GroupedAccess> => {
  const groups = new Map<string, GroupedAccess>()
  for (const one of all) {
    const key = JSON.stringify({ ...one, [part]: [] })
    const known = groups.get(key)
    groups.set(key, known === undefined ? one : { ...one, [part]: [...known[part], ...one[part]] })
  }
  return [...groups.values()]
}

/** Accesses as few sentences: the same number of actions, resources and principals as before, none twice. */
export const groupedAccess = (all: ReadonlyArray<Access>): ReadonlyArray<GroupedAccess> => {
  const single = all.map(({ turn, principal, action, resource, conditions, before }): GroupedAccess => ({
    turn,
    principals: [principal],
    actions: [action],
    resources: [resource],
    conditions,
    before
  }))
  return joined('principals', joined('resources', joined('actions', single)))
}
