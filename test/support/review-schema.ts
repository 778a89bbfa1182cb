import { Ajv } from 'ajv'
import { readFileSync } from 'node:fs'

const schema = JSON.parse(
  readFileSync(new URL('../../docs/reference/review.schema.json', import.meta.url), 'utf8')
) as object
const validate = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true }).compile(schema)

/** What is wrong with a document by the schema of `review --json`; nothing where it keeps to it. */
export const reviewSchema = (document: unknown): ReadonlyArray<string> =>
  validate(document)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`)
