import type { Tags } from '../outside/aws/bucket.port.ts'

/** Services that make a bucket or a table for a person, by the middle of their tags' keys. */
const tools: ReadonlyMap<string, string> = new Map([
  ['cloudformation', 'AWS CloudFormation'],
  ['servicecatalog', 'AWS Service Catalog']
])

const ofAws = /^aws:(?:([a-z0-9-]{1,40}):)?/i

const toolOf = (key: string): ReadonlyArray<string> => {
  const found = ofAws.exec(key)
  if (found === null) return []
  const service = found[1]?.toLowerCase()
  if (service === undefined) return ['AWS itself']
  return [tools.get(service) ?? `the AWS service ${service}`]
}

/**
 * The services of AWS whose tags these are, in words. None where a principal set every tag. A key that begins with `aws:` is
 * set by AWS alone, for the service that made the thing. Source: AWS, "Tag naming limits and requirements".
 */
export const systemTools = (tags: Tags): string | undefined => {
  const found = [...new Set(Object.keys(tags).flatMap(toolOf))].toSorted()
  return found.length === 0 ? undefined : found.join(' and ')
}

/** The tags that a principal set. */
export const ownTags = (tags: Tags): Tags =>
  Object.fromEntries(Object.entries(tags).filter(([key]) => !ofAws.test(key)))
