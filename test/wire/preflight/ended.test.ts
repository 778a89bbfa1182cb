import { spawn } from 'node:child_process'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { commandLine } from '../../support/command-line.ts'
import {
  DIGEST_ID,
  PROBE_ID,
  findingsIn,
  refusalsIn,
  runOnline,
  startHealthyDouble
} from '../../support/preflight-bench.ts'
import { inPreflightProject, preflightEnvironment } from '../../support/preflight-project.ts'
import { tableIn } from '../../support/seed-bench.ts'
import type { TempProject } from '../../support/temp-project.ts'

const test = suite<{ double: AwsDouble }>('preflight, ended by a signal')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

const ids = (double: AwsDouble): ReadonlyArray<string> =>
  (tableIn(double)?.items ?? []).map((item) => (item['LockID'] as { S: string }).S)

type Ended = { readonly how: NodeJS.Signals | number | null; readonly stderr: string }

/**
 * Runs the command and sends it a signal when its call of that number has taken effect. The call is answered when the
 * command has said that it heard the signal, or is gone: what it does next is then done by a run that is ending.
 */
const endedAt = (project: TempProject, double: AwsDouble, signal: NodeJS.Signals, at: number): Promise<Ended> =>
  new Promise((resolve) => {
    const args = [
      'stacks/staging-eu.ts',
      '--check',
      'lock-works',
      '--proxy',
      double.proxy,
      '--ca-bundle',
      double.caBundle
    ]
    const child = spawn(process.execPath, [...commandLine('preflight'), ...args], {
      cwd: project.root,
      env: preflightEnvironment(),
      stdio: ['ignore', 'ignore', 'pipe']
    })
    let stderr = ''
    const heard = new Promise<void>((told) => {
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text
        told()
      })
      child.on('close', () => told())
    })
    double.forget()
    double.onCall((_call, count) => {
      if (count !== at) return undefined
      child.kill(signal)
      return heard
    })
    child.on('close', (code, by) => {
      double.onCall(undefined)
      resolve({ how: by ?? code, stderr })
    })
  })

const CALLS = 8

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  test(`${signal} at every call of the proof leaves no probe`, async ({ double }) => {
    await inPreflightProject(async (project) => {
      for (let at = 1; at <= CALLS; at += signal === 'SIGINT' ? 1 : 3) {
        const { how, stderr } = await endedAt(project, double, signal, at)
        assert.equal(ids(double), [DIGEST_ID], `${signal} at call ${at}: ${stderr}`)
        assert.is(how, 130, `at call ${at}`)
      }
    })
  })

test('SIGKILL at every call leaves at most a probe, which a later run reports and removes', async ({ double }) => {
  await inPreflightProject(async (project) => {
    let left = 0
    for (let at = 1; at <= CALLS; at += 1) {
      await endedAt(project, double, 'SIGKILL', at)
      const isLeft = ids(double).includes(PROBE_ID)
      left += isLeft ? 1 : 0
      assert.equal(
        ids(double).filter((id) => id !== PROBE_ID),
        [DIGEST_ID]
      )
      const later = Date.now() + 3_600_000
      const seen = await runOnline(double, { names: ['identity', 'lock-works'], now: () => later })
      assert.equal(refusalsIn(seen), [])
      const reports = findingsIn(seen).filter(({ rule }) => rule === 'lock-leftover')
      assert.is(reports.length, isLeft ? 1 : 0)
      if (isLeft)
        assert.match(reports[0]?.actual ?? '', /left (1 hour|59 minutes) ago was removed: npm run preflight as/)
      assert.equal(ids(double), [DIGEST_ID])
    }
    assert.ok(left > 0)
  })
})

test.run()
