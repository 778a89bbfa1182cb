import type { Json } from '../terraform/json.ts'
import type { Access, RoleAccess } from './access.ts'
import { type Entry, accessEntries } from './entries.ts'

/**
 * What a policy would now allow by itself where another one still denies it. No request is decided otherwise, but one
 * of the two locks is open, so it is counted as a widening.
 */
export const openedLayers = (before: Access, after: Access): ReadonlyArray<Entry> => {
  const widened = accessEntries(before, after).filter(isWidening)
  const own = accessEntries(alone(before, byItself), alone(after, byItself))
  const caps = accessEntries(alone(before, capByItself), alone(after, capByItself))
  const opened = [...own, ...caps].filter((entry) => isWidening(entry) && !widened.some((other) => isIn(entry, other)))
  return [...new Map(opened.map((entry) => [JSON.stringify(entry), stillDenied(entry)])).values()]
}

const isWidening = ({ turn }: Entry): boolean => turn !== 'narrows'

const alone = ({ partition, roles }: Access, of: (role: RoleAccess) => RoleAccess): Access => ({
  partition,
  roles: roles.map(of),
  buckets: []
})

const byItself = ({ name, arn, policies }: RoleAccess): RoleAccess => ({ name: `the policy of ${name}`, arn, policies })

const capByItself = ({ arn, boundary }: RoleAccess): RoleAccess => ({
  name: 'the permissions boundary',
  arn,
  policies: [boundary ?? everything]
})

/** No boundary caps nothing. */
const everything: Json = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'NoBoundary', Effect: 'Allow', Action: ['*'], Resource: ['*'] }]
}

/** Whether all requests of an entry are among those of one that is in effect, by the lists that both name. */
const isIn = (entry: Entry, other: Entry): boolean =>
  entry.actions.every((action) => other.actions.includes(action)) &&
  entry.resources.every((resource) => other.resources.includes(resource))

const stillDenied = (entry: Entry): Entry => ({
  ...entry,
  after: 'allowed by this policy; another one still denies it'
})
