import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { AwsDouble } from './aws-double/aws-double.ts'
import { OPERATOR_KEY } from './preflight-bench.ts'
import { type Ended, type TempProject, inTempProject, runCommand } from './temp-project.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

/** A project, and git in it. */
export type PreflightProject = TempProject & { readonly git: (...args: ReadonlyArray<string>) => string }

/** A project with both committed stacks, committed in git; staging-eu is initialised as OpenTofu 1.12.6 does it. */
export const inPreflightProject = (use: (project: PreflightProject) => Promise<void>): Promise<void> =>
  inTempProject(
    Object.fromEntries(
      [
        'stacks/staging-eu.ts',
        'stacks/production-eu.ts',
        'out/staging-eu/main.tf.json',
        'out/staging-eu/REVIEW.md',
        'out/production-eu/main.tf.json',
        'out/production-eu/REVIEW.md'
      ].map((path) => [path, read(`project/${path}`)])
    ),
    async (project) => {
      const git = (...args: ReadonlyArray<string>): string =>
        execFileSync('git', ['-c', 'user.name=nobody', '-c', 'user.email=nobody@example.com', ...args], {
          cwd: project.root,
          env: { PATH: process.env['PATH'], HOME: '/nonexistent', GIT_CONFIG_NOSYSTEM: '1' },
          encoding: 'utf8',
          stdio: 'pipe'
        })
      git('init', '-q')
      git('add', 'stacks', 'out')
      git('commit', '-q', '-m', 'x')
      project.write('out/staging-eu/.terraform.lock.hcl', read('commands/preflight/checks/samples/lock-file.sample'))
      project.write(
        'out/staging-eu/.terraform/terraform.tfstate',
        read('commands/preflight/checks/samples/cached-backend.sample')
      )
      await use({ ...project, git })
    }
  )

/** An environment with one source of credentials and nothing else that is judged. */
export const preflightEnvironment = (accessKey = OPERATOR_KEY): Readonly<Record<string, string | undefined>> => ({
  ...Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined])),
  PATH: process.env['PATH'],
  NODE_OPTIONS: process.env['NODE_OPTIONS'],
  HOME: '/nonexistent',
  AWS_ACCESS_KEY_ID: accessKey,
  AWS_SECRET_ACCESS_KEY: 'secret'
})

/** Runs the command about staging-eu as a process, against a double. */
export const preflightProcess = (
  project: TempProject,
  double: AwsDouble,
  args: ReadonlyArray<string> = [],
  env: Readonly<Record<string, string | undefined>> = {}
): Promise<Ended> =>
  runCommand('preflight', ['stacks/staging-eu.ts', '--proxy', double.proxy, '--ca-bundle', double.caBundle, ...args], {
    cwd: project.root,
    env: { ...preflightEnvironment(), ...env }
  })
