import type * as t from 'io-ts'
import { named } from '../diagnostics/named.ts'

/** A region's code, by its form alone; which regions are allowed is the residency rule's to say. */
export const AwsRegion = named(
  {
    rule: 'aws-region',
    clause: 'J.7.0 §3.3',
    expected: "an AWS region's code such as eu-central-1",
    remedy: 'Write the exact code of one region; a zone, an alias or a variable is not a region.'
  },
  (text) => /^[a-z]{2,4}(-[a-z]+)+-[0-9]$/.test(text)
)
export type AwsRegion = t.TypeOf<typeof AwsRegion>

export type Partition = 'aws' | 'aws-eusc'

/** A region inside the European Union, and the member state that it lies in. */
export type EuRegion = { readonly partition: Partition; readonly country: string }

/**
 * The AWS regions that lie in a member state of the European Union.
 * Source: AWS, "AWS Regions and Availability Zones" and "AWS European Sovereign Cloud"; partitions as in the SDK's own table.
 * A name that begins with `eu-` proves nothing: eu-west-2 is London and eu-central-2 is Zurich.
 */
const regions = {
  'eu-central-1': { partition: 'aws', country: 'Germany' },
  'eu-north-1': { partition: 'aws', country: 'Sweden' },
  'eu-south-1': { partition: 'aws', country: 'Italy' },
  'eu-south-2': { partition: 'aws', country: 'Spain' },
  'eu-west-1': { partition: 'aws', country: 'Ireland' },
  'eu-west-3': { partition: 'aws', country: 'France' },
  'eusc-de-east-1': { partition: 'aws-eusc', country: 'Germany' }
} as const satisfies Readonly<Record<string, EuRegion>>

/** The code of one of these regions, as an editor offers it. */
export type EuRegionName = keyof typeof regions

/** The same regions, by their codes. */
export const euRegions: ReadonlyMap<string, EuRegion> = new Map<string, EuRegion>(Object.entries(regions))

/**
 * Those of them that an account must enable before it can use them.
 * Source: AWS Account Management, "Enable or disable AWS Regions in your account".
 */
export const optInRegions: ReadonlySet<string> = new Set(['eu-south-1', 'eu-south-2'])

/** The partitions beside `aws`, by how the codes of their regions begin. Source: the SDK's own table of partitions. */
const otherPartitions: ReadonlyArray<readonly [string, string]> = [
  ['cn-', 'aws-cn'],
  ['us-gov-', 'aws-us-gov'],
  ['us-iso-', 'aws-iso'],
  ['us-isob-', 'aws-iso-b'],
  ['eu-isoe-', 'aws-iso-e'],
  ['us-isof-', 'aws-iso-f'],
  ['eusc-', 'aws-eusc']
]

/** The partition that a region belongs to, by its code. */
export const partitionOfRegion = (code: string): string =>
  otherPartitions.find(([begin]) => code.startsWith(begin))?.[1] ?? 'aws'
