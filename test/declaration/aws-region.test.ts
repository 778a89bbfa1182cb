import { createRequire } from 'node:module'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { AwsRegion, euRegions, partitionOfRegion } from '../../src/declaration/aws-region.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('aws region')

/** What the AWS SDK says of a region; it has a description for those that exist. */
type Known = { readonly name: string; readonly description?: string | null }
const fromSdk = createRequire(createRequire(import.meta.url).resolve('@aws-sdk/client-s3'))
const sdk = fromSdk('@aws-sdk/core/client') as { readonly partition: (region: string) => Known }

const prefixes = ['af', 'ap', 'ca', 'cn', 'eu', 'eu-isoe', 'eusc-de', 'il', 'me', 'mx', 'sa', 'us', 'us-gov', 'us-iso']
const directions = ['central', 'east', 'north', 'northeast', 'northwest', 'south', 'southeast', 'southwest', 'west']
const codes = prefixes.flatMap((prefix) =>
  directions.flatMap((direction) => [1, 2, 3, 4, 5, 6, 7].map((number) => `${prefix}-${direction}-${number}`))
)
const existing = codes.flatMap((code) => {
  const { name, description } = sdk.partition(code)
  return typeof description === 'string' ? [{ code, partition: name, description }] : []
})

test('each region is of the partition that the SDK says', () => {
  assert.ok(new Set(existing.map(({ partition }) => partition)).size > 3)
  for (const { code, partition } of existing) assert.is(partitionOfRegion(code), partition, code)
  for (const begin of ['us-isob', 'us-isof', 'us-gov', 'cn', 'eusc-de'])
    assert.is(partitionOfRegion(`${begin}-east-1`), sdk.partition(`${begin}-east-1`).name, begin)
})

/** The country of each place in Europe that the SDK names, by hand. */
const countries: Readonly<Record<string, string>> = {
  'Europe (Frankfurt)': 'Germany',
  'Europe (Zurich)': 'Switzerland',
  'Europe (Stockholm)': 'Sweden',
  'Europe (Milan)': 'Italy',
  'Europe (Spain)': 'Spain',
  'Europe (Ireland)': 'Ireland',
  'Europe (London)': 'United Kingdom',
  'Europe (Paris)': 'France',
  'AWS European Sovereign Cloud (Germany)': 'Germany',
  'EU ISOE West': 'the isolated partition'
}

const memberStates = new Set(
  `Austria, Belgium, Bulgaria, Croatia, Cyprus, Czechia, Denmark, Estonia, Finland, France, Germany, Greece, Hungary,
  Ireland, Italy, Latvia, Lithuania, Luxembourg, Malta, Netherlands, Poland, Portugal, Romania, Slovakia, Slovenia,
  Spain, Sweden`.split(/,\s+/)
)

test('the SDK knows more than 30 regions, and the places of those in Europe are in the list by hand', () => {
  assert.ok(existing.length > 30, `${existing.length} regions`)
  const european = existing.filter(({ code, description }) => /^eu|Europe/.test(`${code} ${description}`))
  assert.equal(european.map(({ description }) => description).toSorted(), Object.keys(countries).toSorted())
})

test('the EU regions are those in member states, each with its partition and country', () => {
  assert.is(memberStates.size, 27)
  const expected = existing.flatMap(({ code, partition, description }) => {
    const country = countries[description] ?? ''
    return memberStates.has(country) ? [[code, { partition, country }] as const] : []
  })
  assert.equal(euRegions, new Map(expected))
})

test('every region that exists has the form of one', () => {
  const all = existing.map(({ code }) => code)
  assert.equal(accepted(AwsRegion, all), all)
})

test('zones, cities, wildcards and expressions have not', () => {
  const others = [
    'eu-central-1a',
    'eun1-az1',
    'eu-central-1-ham-1a',
    'Frankfurt',
    'EU-CENTRAL-1',
    'eu',
    'eu-*',
    'aws-global',
    'eu-central-1\n',
    '${var.region}',
    '',
    ['eu-central-1'],
    undefined
  ]
  assert.equal(accepted(AwsRegion, others), [])
})

test.run()
