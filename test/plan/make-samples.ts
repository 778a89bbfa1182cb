import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bench } from '../e2e/bench/bench.ts'
import { openScenario } from '../e2e/bench/scenario.ts'
import { stacks } from '../e2e/bench/stacks.ts'
import { type Wish, afterApply, beforeApply } from './sample-edits.ts'
import { type Made, trimmed } from './sample-form.ts'

/**
 * Makes samples/ anew: `node --import ./test/typescript.js test/plan/make-samples.ts`. Real plans of the
 * committed stack staging-eu, by the real OpenTofu and AWS provider of the end-to-end bench. Takes four minutes; then
 * `npm run format`.
 */
const folder = fileURLToPath(new URL('samples/', import.meta.url))
const stack = stacks.find(({ name }) => name === 'staging-eu')
if (stack === undefined) throw new Error('there is no committed stack staging-eu')
const scenario = await openScenario(await bench(), stack)
const committed = readFileSync(stack.file, 'utf8')

const tofu = async (...args: ReadonlyArray<string>): Promise<string> => (await scenario.tofu(args)).stdout

const planned = async ({ name, edit, args = [], outside }: Wish): Promise<Made> => {
  if (outside !== undefined) await scenario.python('../../../plan/change_outside.py', [outside])
  const file = JSON.parse(committed) as unknown
  edit?.(file)
  writeFileSync(join(scenario.folder, 'main.tf.json'), JSON.stringify(file))
  const said = await tofu('plan', '-input=false', '-no-color', `-out=${name}.tfplan`, ...args)
  const plan = JSON.parse(await tofu('show', '-json', `${name}.tfplan`)) as Made['plan']
  return { said: /^(Plan: .*|No changes\..*)$/m.exec(said)?.[0] ?? '', plan }
}

const write = (name: string, made: unknown): void => {
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(made, undefined, 2)}\n`)
  console.log(name)
}

const series = async (wishes: ReadonlyArray<Wish>): Promise<void> => {
  const [first, ...rest] = wishes
  if (first === undefined) return
  const base = await planned(first)
  write(first.name, trimmed(base))
  for (const wish of rest) write(wish.name, trimmed(await planned(wish), { name: first.name, plan: base.plan }))
}

try {
  mkdirSync(folder, { recursive: true })
  await scenario.seed()
  await tofu('init', '-input=false', '-no-color')
  await series(beforeApply)
  await tofu('apply', '-input=false', '-no-color', 'first-apply.tfplan')
  await series(afterApply)
} finally {
  await scenario.close()
}
