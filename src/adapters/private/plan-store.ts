import * as O from 'fp-ts/lib/Option.js'
import { createHash } from 'node:crypto'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { PlanOf, PlanStore } from '../../ports/plan-store.ts'
import { outsideOf } from './base.ts'
import { isAbsent, privately } from './edge.ts'
import { NotPrivate, createPrivate, openPrivate, placePrivate, privateFolders, readPrivate } from './files.ts'
import { sha256 } from '../sha256.ts'

const RECORD = 'plan.json'
const RECORD_BYTES = 65_536
const PLAN = /^plan-[0-9a-z-]+\.tfplan$/
const OURS = /^(plan-[0-9a-z-]+\.tfplan|plan\.json|taken-[0-9a-z-]+\.json|\.[0-9a-z-]+\.tmp)$/

/** A record's first line is the name of its plan file, which never leads out of their folder. */
const split = (path: string, text: string): { readonly plan: string; readonly record: string } => {
  const end = text.indexOf('\n')
  const name = text.slice(0, end)
  if (!PLAN.test(name)) throw new NotPrivate(path, 'names no plan')
  return { plan: join(dirname(path), name), record: text.slice(end + 1) }
}

const digestOf = async (path: string): Promise<string> => {
  const file = await openPrivate(path)
  const hash = createHash('sha256')
  // Closes the file at its end, and on an error.
  for await (const chunk of file.createReadStream() as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex')
}

/** Removes a record and the plan that it names; a record that names none is removed alone. */
const forget = async (record: string): Promise<void> => {
  try {
    const { plan } = split(record, await readPrivate(record, RECORD_BYTES))
    await rm(plan, { force: true })
  } catch (error) {
    if (!isAbsent(error) && !(error instanceof NotPrivate)) throw error
  }
  await rm(record, { force: true })
}

/** The plans in `<base>/zenthea-foundation/plans`; `newId` gives a name that no other run has, of `a-z`, `0-9` and `-`. */
export const planStore = (base: string, newId: () => string): PlanStore => {
  const named = ['zenthea-foundation', 'plans']
  const folder = async ({ project, stack }: PlanOf): Promise<string> => {
    const copy = sha256(project).slice(0, 16)
    return outsideOf(project, await privateFolders(base, [...named, `${stack}-${copy}`]))
  }
  const at = <A>(of: PlanOf, use: (path: string) => Promise<A>) =>
    privately(join(base, ...named), async () => use(await folder(of)))
  return {
    begin: (of) =>
      at(of, async (path) => {
        await forget(join(path, RECORD))
        const plan = join(path, `plan-${newId()}.tfplan`)
        await createPrivate(plan, '')
        return plan
      }),
    digest: (plan) => privately(plan, () => digestOf(plan)),
    keep: (of, plan, record) =>
      at(of, (path) => placePrivate(join(path, RECORD), join(path, `.${newId()}.tmp`), `${basename(plan)}\n${record}`)),
    find: (of) =>
      at(of, async (path) => {
        try {
          const text = await readPrivate(join(path, RECORD), RECORD_BYTES)
          const { plan, record } = split(join(path, RECORD), text)
          return O.some({ path: plan, record, sha256: await digestOf(plan) })
        } catch (error) {
          if (isAbsent(error)) return O.none
          throw error
        }
      }),
    take: (of) =>
      at(of, async (path) => {
        try {
          await rename(join(path, RECORD), join(path, `taken-${newId()}.json`))
          return true
        } catch (error) {
          if (isAbsent(error)) return false
          throw error
        }
      }),
    remove: (of, plan) =>
      at(of, async (path) => {
        const others = (await readdir(path)).filter((name) => OURS.test(name) && !PLAN.test(name))
        for (const name of [basename(plan), ...others]) await rm(join(path, name), { force: true })
      }),
    sweep: (before) =>
      privately(join(base, ...named), async () => {
        const all = await privateFolders(base, named)
        const stacks = (await readdir(all, { withFileTypes: true })).filter((entry) => entry.isDirectory())
        for (const stack of stacks)
          for (const name of await readdir(join(all, stack.name))) {
            const path = join(all, stack.name, name)
            if (OURS.test(name) && (await stat(path)).mtimeMs < before) await rm(path, { force: true })
          }
      })
  }
}
