import * as O from 'fp-ts/lib/Option.js'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { EvidenceReader, EvidenceStore, PlanOf, PlanStore } from './stores.port.ts'
import { isAbsent } from '../files/system-refusal.ts'
import { NotPrivate, type StateHome, judgedPlace, privately } from './base.ts'
import { createPrivate, placePrivate, privateFolders, readPrivate, readPrivateBytes } from './files.ts'
import { PLAN_BYTES } from './run-folder.ts'
import { sha256 } from '../process/sha256.port.ts'

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

/** Removes all that the store has written into the folder of one stack. */
const forget = async (folder: string): Promise<void> => {
  const ours = (await readdir(folder)).filter((name) => OURS.test(name))
  for (const name of ours) await rm(join(folder, name), { force: true })
}

/** The plans in `<home>/zenthea-foundation/plans`; `newId` gives a name that no other run has, of `a-z`, `0-9` and `-`. */
export const planStore = (home: StateHome, newId: () => string): PlanStore => {
  const named = ['zenthea-foundation', 'plans']
  const folder = async ({ project, stack }: PlanOf): Promise<string> => {
    const copy = sha256(project).slice(0, 16)
    const projects = [project, ...home.projects]
    return privateFolders({ ...home, projects }, [...named, `${stack}-${copy}`])
  }
  const at = <A>(of: PlanOf, use: (path: string) => Promise<A>) =>
    privately(join(home.path, ...named), async () => use(await folder(of)))
  return {
    keep: (of, { plan, record }) =>
      at(of, async (path) => {
        await forget(path)
        const file = join(path, `plan-${newId()}.tfplan`)
        await createPrivate(file, plan)
        await placePrivate(join(path, RECORD), join(path, `.${newId()}.tmp`), `${basename(file)}\n${record}`)
      }),
    find: (of) =>
      at(of, async (path) => {
        try {
          const text = await readPrivate(join(path, RECORD), RECORD_BYTES)
          const { plan, record } = split(join(path, RECORD), text)
          return O.some({ plan: await readPrivateBytes(plan, PLAN_BYTES), record })
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
    remove: (of) => at(of, forget),
    sweep: (before) =>
      privately(join(home.path, ...named), async () => {
        const all = await privateFolders(home, named)
        const stacks = (await readdir(all, { withFileTypes: true })).filter((entry) => entry.isDirectory())
        for (const stack of stacks)
          for (const name of await readdir(join(all, stack.name))) {
            const path = join(all, stack.name, name)
            if (OURS.test(name) && (await stat(path)).mtimeMs < before) await rm(path, { force: true })
          }
      })
  }
}

/** The evidence in `<home>/zenthea-foundation/evidence/<stack>`, a file a run; one of no stack lies beside these folders. */
export const evidenceStore = (home: StateHome): EvidenceStore => ({
  write: (stack, name, text) => {
    const named = ['zenthea-foundation', 'evidence', ...(stack === null ? [] : [stack])]
    return privately(join(home.path, ...named), async () => {
      const folder = await privateFolders(home, named)
      const path = join(folder, `${name}.json`)
      await placePrivate(path, join(folder, `.${name}.tmp`), text)
      return path
    })
  }
})

/** So many bytes has no document of evidence. */
const EVIDENCE_BYTES = 1 << 20

/** The evidence below a state home; nothing is made there. A run's name begins with the moment at which it began. */
export const evidenceReader = (home: StateHome): EvidenceReader => ({
  newest: (stack, command, counts) => {
    const folder = join(home.path, 'zenthea-foundation', 'evidence', stack)
    return privately(folder, async () => {
      await judgedPlace(folder, home.projects)
      try {
        const names = (await readdir(folder)).filter((name) => name.includes(`-${command}-`) && name.endsWith('.json'))
        for (const name of names.toSorted().toReversed()) {
          const document = await readPrivate(join(folder, name), EVIDENCE_BYTES)
          if (counts(document)) return O.some(document)
        }
        return O.none
      } catch (error) {
        if (isAbsent(error)) return O.none
        throw error
      }
    })
  }
})
