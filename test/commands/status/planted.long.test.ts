import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { answersToPlant, consistent } from '../../support/planted-answers.ts'
import { leaks } from '../../support/planted.ts'
import { type PreflightWorld, healthyWorld } from '../../support/preflight-world.ts'
import { type StatusGiven, saidByStatus } from '../../support/status-world.ts'
import { whole } from '../../support/whole-evidence.ts'

/** A value that may not be told stands in one text of the world at a time: status tells it nowhere. */
const test = suite('status, what it never tells')

const forms = [[], ['--live'], ['--json'], ['--live', '--json']]
const told = (lines: ReadonlyArray<string>): string => lines.filter((line) => !line.startsWith('> ')).join('\n')

const ofAws = ({ caller, region, bucket, table, recovery, managedKey, undeclared, items, state }: PreflightWorld) => ({
  ...{ caller, region, bucket, table, recovery, managedKey, undeclared, items, state }
})

for (const [what, more] of Object.entries({ 'all is as declared': ofAws(healthyWorld()), ...answersToPlant }))
  test(`where ${what}`, async () => {
    const found = await leaks(more, [['--live'], ['--live', '--json']], async (data, at, argv) => {
      const change = (world: PreflightWorld): void => {
        Object.assign(world, data)
        if (at.startsWith('.state')) Object.assign(world, consistent(world))
      }
      return told(await saidByStatus({}, change, ...argv)())
    })
    assert.equal(found, [])
  })

/** What stands around AWS, each with texts that only it has. */
const given: Readonly<Record<string, StatusGiven>> = {
  'a run is known': {
    evidence: { plan: whole, apply: { ...whole, outcome: { ...whole.outcome, reason: 'TofuFailed' } } }
  },
  'a file is not read': { disk: E.left({ _tag: 'SystemRefused', path: '/x', code: 'EIO', message: 'i/o error' }) },
  'a commit is not read': { commit: E.left({ what: 'git cat-file', cause: 'fatal: bad object', remedy: 'Do x.' }) },
  'credentials fail': { noCredentials: 'no credentials were found' },
  'variables are set': {
    variables: {
      AWS_PROFILE: 'x',
      AWS_REGION: 'x',
      HTTPS_PROXY: 'http://x.example:3128',
      AWS_ENDPOINT_URL: 'https://x'
    }
  },
  'a stack has a name': { source: 'stacks/staging-eu.ts' }
}

for (const [what, of] of Object.entries(given))
  test(`where ${what}`, async () => {
    const run = async (data: unknown, _: string, argv: ReadonlyArray<string>): Promise<string> =>
      told(await saidByStatus(data as StatusGiven, undefined, ...argv)())
    assert.equal(await leaks(of, forms, run), [])
  })

test.run()
