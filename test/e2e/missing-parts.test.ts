import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { platform } from '../../src/outside/stand-in/provider-mirror.ts'
import { type Ended, run } from '../../src/outside/stand-in/run-command.ts'
import { stacks } from './bench/stacks.ts'

const project = fileURLToPath(new URL('../../', import.meta.url))

type Machine = { readonly programs: ReadonlyArray<string>; readonly provider: boolean; readonly ci: boolean }

/** `npm run test:e2e` on a machine with an empty cache, these programs on PATH (each fails), and a provider or none. */
const onMachine = async ({ programs, provider, ci }: Machine): Promise<Ended> => {
  const root = mkdtempSync(join(tmpdir(), 'zenthea-machine-'))
  try {
    const bin = join(root, 'bin')
    mkdirSync(bin)
    for (const name of programs) {
      writeFileSync(join(bin, name), '#!/bin/sh\necho "this is no real $0" >&2\nexit 1\n')
      chmodSync(join(bin, name), 0o755)
    }
    const mirror = join(root, 'mirror')
    for (const { awsProvider } of provider ? stacks : [])
      mkdirSync(join(mirror, 'registry.terraform.io/hashicorp/aws', awsProvider, platform), { recursive: true })
    const env = { PATH: bin, HOME: root, XDG_CACHE_HOME: join(root, 'cache'), ZENTHEA_PROVIDER_MIRROR: mirror }
    const args = [...process.execArgv, 'test/e2e/run.ts', 'missing-parts']
    return await run(process.execPath, args, { cwd: project, env: ci ? { ...env, CI: 'true' } : env })
  } finally {
    rmSync(root, { recursive: true })
  }
}

const test = suite('missing parts')

for (const ci of [true, false]) {
  const where = ci ? 'in CI' : 'elsewhere'

  test(`${where}: without tofu and go it fails, runs no test, and says how to get OpenTofu`, async () => {
    const { code, stdout, stderr } = await onMachine({ programs: [], provider: true, ci })
    assert.is(code, 1)
    assert.match(stderr, /^OpenTofu cannot be had here\.\n {2}To get it: Put tofu \d+\.\d+\.\d+ on PATH/)
    assert.not.match(stdout, 'passed')
  })

  test(`${where}: a build that fails says what the compiler said`, async () => {
    const { code, stderr } = await onMachine({ programs: ['go'], provider: true, ci })
    assert.is(code, 1)
    assert.match(stderr, /OpenTofu cannot be had here[^]*this is no real .*go/)
  })

  test(`${where}: without a provider mirror and a registry it fails and says how to get the provider`, async () => {
    const { code, stderr } = await onMachine({ programs: ['tofu'], provider: false, ci })
    assert.is(code, 1)
    assert.match(stderr, /^The AWS provider 5\.100\.0 for \w+ cannot be had here[^]*ZENTHEA_PROVIDER_MIRROR/)
  })

  test(`${where}: without Python it fails and says how to get moto`, async () => {
    const { code, stderr } = await onMachine({ programs: ['tofu'], provider: true, ci })
    assert.is(code, 1)
    assert.match(stderr, /^moto cannot be had here\.\n {2}To get it: Put python3/)
  })
}

test.run()
