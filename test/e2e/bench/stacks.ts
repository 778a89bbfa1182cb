import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What the bench reads of a committed file to know what to expect; the file itself goes to tofu as it is. */
export type CommittedStack = {
  readonly name: string
  /** The absolute path of its main.tf.json. */
  readonly file: string
  readonly account: string
  readonly region: string
  readonly bucket: string
  readonly key: string
  readonly lockTable: string
  readonly awsProvider: string
}

type Emitted = {
  readonly terraform: {
    readonly required_providers: { readonly aws: { readonly version: string } }
    readonly backend: {
      readonly s3: {
        readonly bucket: string
        readonly key: string
        readonly region: string
        readonly dynamodb_table: string
        readonly allowed_account_ids: readonly [string]
      }
    }
  }
}

const out = new URL('../../project/out/', import.meta.url)

/** The stack with a committed file of that name; throws where that file is not there. */
export const committed = (name: string): CommittedStack => {
  const file = fileURLToPath(new URL(`${name}/main.tf.json`, out))
  const { terraform } = JSON.parse(readFileSync(file, 'utf8')) as Emitted
  const { bucket, key, region, dynamodb_table, allowed_account_ids } = terraform.backend.s3
  return {
    name,
    file,
    account: allowed_account_ids[0],
    region,
    bucket,
    key,
    lockTable: dynamodb_table,
    awsProvider: terraform.required_providers.aws.version
  }
}

/** Every stack with a committed file, by name. */
export const stacks: ReadonlyArray<CommittedStack> = readdirSync(out, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => committed(name))
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
