import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Command } from '../../support/command-line.ts'
import { type PreflightProject, inPreflightProject, preflightEnvironment } from '../../support/preflight-project.ts'
import { runCommand } from '../../support/temp-project.ts'

const test = suite('no document of --json names a place of this machine')

type World = PreflightProject & { readonly home: string }
type Broken = {
  readonly break: (world: World) => NodeJS.ProcessEnv
  readonly args?: (world: World) => ReadonlyArray<string>
}

const set = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv => env

/** What is wrong with a world, each so that a place of it could be told. */
const worlds: Readonly<Record<string, Broken>> = {
  'a CLI configuration that is a folder': { break: ({ home }) => set({ TF_CLI_CONFIG_FILE: home }) },
  'a CLI configuration that is not there': { break: ({ home }) => set({ TF_CLI_CONFIG_FILE: join(home, 'none') }) },
  'a mirror in the checkout': {
    break: ({ home, at }) => {
      fs.mkdirSync(at('terraform.d/plugins'), { recursive: true })
      fs.writeFileSync(
        join(home, '.tofurc'),
        `provider_installation {\n  filesystem_mirror {\n    path = "${at('m')}"\n  }\n}\n`
      )
      return {}
    }
  },
  'a development override': {
    break: ({ home }) => {
      const text = `provider_installation {\n  dev_overrides {\n    "hashicorp/aws" = "${home}/p"\n  }\n  direct {}\n}\n`
      fs.writeFileSync(join(home, '.tofurc'), text)
      return {}
    }
  },
  'a state home in the checkout': { break: ({ at }) => set({ XDG_STATE_HOME: at('out') }) },
  'a tofu that anybody may change': {
    break: ({ home }) => {
      fs.mkdirSync(join(home, 'bin'))
      fs.writeFileSync(join(home, 'bin/tofu'), '#!/bin/sh\n', { mode: 0o777 })
      fs.chmodSync(join(home, 'bin/tofu'), 0o777)
      return { PATH: `${join(home, 'bin')}:${process.env['PATH']}` }
    }
  },
  'a lock file that is a link': {
    break: ({ home, at }) => {
      fs.rmSync(at('out/staging-eu/.terraform.lock.hcl'))
      fs.symlinkSync(join(home, 'elsewhere'), at('out/staging-eu/.terraform.lock.hcl'))
      return {}
    }
  },
  'a checkout without git': {
    break: ({ at }) => {
      fs.rmSync(at('.git'), { recursive: true })
      return {}
    }
  },
  'a .npmrc that is a folder': {
    break: ({ at }) => {
      fs.mkdirSync(at('.npmrc'))
      return {}
    }
  },
  'a CA bundle that is not there': {
    break: () => ({}),
    args: ({ home }) => ['--ca-bundle', join(home, 'ca.pem')]
  }
}

const commands: ReadonlyArray<readonly [Command, ReadonlyArray<string>]> = [
  ['preflight', ['stacks/staging-eu.ts']],
  ['status', []],
  ['doctor', []]
]

for (const [what, { break: broken, args }] of Object.entries(worlds))
  test(`in a world with ${what}`, () =>
    inPreflightProject(async (project) => {
      const home = `${project.root}-home`
      fs.mkdirSync(home, { mode: 0o700 })
      try {
        const world = { ...project, home }
        const env = broken(world)
        for (const [command, words] of commands) {
          const more = command === 'preflight' ? (args?.(world) ?? []) : []
          const route = ['--proxy', 'http://127.0.0.1:1', ...more]
          const { stdout } = await runCommand(command, [...words, '--json', ...route], {
            cwd: project.root,
            env: { ...preflightEnvironment(), HOME: home, ...env }
          })
          const document: unknown = JSON.parse(stdout)
          // Where no variable names the temporary folder, a shell reads this word; it holds the folder of every system.
          const said = JSON.stringify(document).replaceAll('${TMPDIR:-/tmp}', '$TMPDIR')
          for (const place of [project.root, home, fs.realpathSync(tmpdir())])
            assert.not(
              said.includes(place),
              `${command}: ${said.slice(Math.max(0, said.indexOf(place) - 200), said.indexOf(place) + 200)}`
            )
        }
      } finally {
        fs.rmSync(home, { recursive: true, force: true })
      }
    }))

test.run()
