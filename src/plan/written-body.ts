import type { JsonObject } from '../terraform/json.ts'

/** Arguments of a resource that are OpenTofu's own and no attribute of anything in AWS. Source: OpenTofu, "Resource Blocks". */
const meta: ReadonlySet<string> = new Set([
  'lifecycle',
  'depends_on',
  'provider',
  'count',
  'for_each',
  'provisioner',
  'connection',
  '//'
])

/** What a resource's body says about AWS. */
export const writtenBody = (body: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !meta.has(name)))
