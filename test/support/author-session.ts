import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../', import.meta.url))

/** The committed stack that the author's page changes. */
const committed = readFileSync(`${repository}test/project/stacks/staging-eu.ts`, 'utf8')

type Edit = readonly [from: string, to: string]

/** Slips in the declaration and in the options of a part. */
export const firstSlips: ReadonlyArray<Edit> = [
  ["account: '111122223333'", "account: '11112222333'"],
  ["aws: 'eu-central-1'", "aws: 'eu-west-2'"],
  ["bucket: 'zenthea-staging-eu-tfstate'", "bucket: 'Zenthea_State'"],
  ['lockTable: ', 'lockTabel: '],
  ["versioning: 'Enabled'", "versioning: 'Suspended'"]
]

/** Slips that are found once all fields are well formed. */
export const secondSlips: ReadonlyArray<Edit> = [
  ['role/ZentheaStagingPlanner', 'user/Erika'],
  ['    permissionsBoundary(),\n', '']
]

export const slipped = (edits: ReadonlyArray<Edit>): string =>
  edits.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the committed stack has no ${from}`)
    return text.replace(from, to)
  }, committed)

/** Whether the author's page shows a text, as a block. */
export const isOnPage = (text: string): boolean =>
  readFileSync(`${repository}docs/author.md`, 'utf8').includes(
    text
      .trimEnd()
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`))
      .join('\n')
  )
