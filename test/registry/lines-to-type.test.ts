import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import * as dynamodbSdk from '@aws-sdk/client-dynamodb'
import * as s3Sdk from '@aws-sdk/client-s3'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { describedCommands } from '../../src/commands/completion/commands.ts'
import { toldLines, toldTexts } from '../support/told-lines.ts'

const test = suite('the lines that a text tells people to type')

const root = fileURLToPath(new URL('../../', import.meta.url))

/** What the pages for operators show at a prompt. */
const shownIn = (page: string): ReadonlyArray<{ readonly path: string; readonly line: string }> =>
  [...readFileSync(`${root}docs/operator/${page}`, 'utf8').matchAll(/^ *\$ (npm run .*?)(?: +#.*)?$/gm)].map(
    ([, line = '']) => ({ path: page, line: line.replace(/stacks\/[a-z0-9-]+\.ts/, 'stacks/VALUE.ts') })
  )

const lines = toldLines.concat(readdirSync(`${root}docs/operator`).flatMap(shownIn))

test('there are lines of all four programs', () => {
  for (const program of ['npm run', 'tofu', 'aws', 'git'])
    assert.ok(lines.filter(({ line }) => line.startsWith(program)).length > 2, program)
})

const { scripts } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { scripts: Record<string, string> }

/** A command of the project that is about one stack says which, with `--` before it, or asks for help. */
const faultOfOwn = (line: string): string | undefined => {
  const [, command = '', rest = ''] = /^npm run (?:-s )?([a-z:]+)(?: (.*))?$/.exec(line) ?? []
  if (!(command in scripts)) return 'is no script of package.json'
  const flags = [...rest.matchAll(/(?:^| )--([a-z-]+)/g)].map(([, name = '']) => name)
  const known = Object.keys(describedCommands[command]?.options ?? {})
  const unknown = flags.find((flag) => !known.includes(flag))
  if (unknown !== undefined) return `has no option --${unknown}`
  if (rest !== '' && !rest.startsWith('-- ')) return 'has words before --'
  if (!['seed', 'preflight', 'tofu'].includes(command) || flags.includes('help')) return undefined
  if (!/^-- (?:STACK|stacks\/VALUE(?:-VALUE)?\.ts|VALUE)/.test(rest)) return 'names no stack'
  return command === 'tofu' && !/ (?:init|plan|apply|VALUE)(?: |VALUE|$)/.test(rest)
    ? 'says none of the three'
    : undefined
}

test('a command of the project exists, has its options, and names its stack', () => {
  const faults = lines
    .filter(({ line }) => line.startsWith('npm run'))
    .flatMap(({ path, line }) => {
      const fault = faultOfOwn(line)
      return fault === undefined ? [] : [`${path}: ${line} ${fault}`]
    })
  assert.equal(faults, [])
})

/** Source: OpenTofu 1.12, `tofu -help` and that of each command. */
const OF_TOFU: ReadonlyArray<RegExp> = [
  /^init(?: -lockfile=readonly)?$/,
  /^force-unlock VALUE$/,
  /^state push (?:VALUE|errored\.tfstate)$/,
  /^providers lock VALUE$/,
  /^VALUE$/
]

test('a command of tofu says its folder, and has words that tofu knows', () => {
  for (const { path, line } of lines.filter((one) => one.line.startsWith('tofu -'))) {
    const [, folder, words = ''] = /^tofu -chdir=(out\/VALUE|VALUE) (.+)$/.exec(line) ?? []
    assert.ok(folder !== undefined, `${path}: ${line}`)
    assert.ok(
      OF_TOFU.some((form) => form.test(words)),
      `${path}: ${line}`
    )
  }
})

const pascal = (words: string): string => words.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** What the packages of this project do not know. Source: AWS CLI Command Reference. */
const OF_AWS: ReadonlyArray<RegExp> = [
  /^iam get-role --role-name VALUE --query Role\.(?:Arn --output text|AssumeRolePolicyDocument)$/,
  /^account (?:get-region-opt-status|enable-region) --region-name VALUE$/,
  /^kms (?:cancel-key-deletion|enable-key|describe-key) VALUE$/,
  /^dynamodb wait table-not-exists --region VALUE --table-name VALUE$/,
  /^service-quotas list-service-quotas --service-code VALUE --region VALUE$/,
  /^(?:sso )?login --profile VALUE$/,
  /^configure export-credentials (?:--profile VALUE )?--format env$/
]

test('a command of the AWS CLI is an operation of AWS, with members of its input', () => {
  for (const { path, line } of lines.filter((one) => one.line.startsWith('aws '))) {
    const words = line.slice('aws '.length)
    if (OF_AWS.some((form) => form.test(words))) continue
    const [service = '', command = ''] = words.split(' ')
    const sdk = (service === 's3api' ? s3Sdk : dynamodbSdk) as unknown as Record<string, unknown>
    assert.ok(`${pascal(command)}Command` in sdk, `${path}: ${line}`)
  }
})

/** Source: Git, git-add, git-commit, git-config, git-fetch, git-fsck, git-reset, git-restore, git-rm, git-sparse-checkout. */
const OF_GIT =
  /^git (?:add(?: -f| -A)? \S+|commit(?: \S+)?|config(?: --global --add)? [\w.]+ \S+|fetch(?: --unshallow| --refetch --no-filter| origin main:refs\/remotes\/origin\/main)|fsck --full|reset$|restore(?: --source=HEAD --staged --worktree| --staged)? \S+|diff -z --name-only --diff-filter=D HEAD -- \S+|rm (?:--sparse|-r|-r -q --cached --ignore-unmatch) \S+|sparse-checkout disable)\b/

test('a command of git has words that git knows', () => {
  for (const { path, line } of lines.filter((one) => one.line.startsWith('git ')))
    if (/^git (?:add|commit|config|fetch|fsck|restore|rm|sparse|push|pull|reset)/.test(line))
      assert.match(line, OF_GIT, `${path}: ${line}`)
})

test('a page that a text names is there', () => {
  const pages = toldTexts.flatMap(({ text }) => [...text.matchAll(/\bdocs\/[\w/-]+\.md\b/g)].map(([page]) => page))
  assert.ok(pages.length > 0)
  for (const page of new Set(pages)) assert.ok(readFileSync(`${root}${page}`, 'utf8').length > 0, page)
})

test.run()
