import { join } from 'node:path'
import type { EvidenceStore } from './plan-store.port.ts'
import { privately } from './edge.ts'
import { placePrivate, privateFolders } from './files.ts'

/** The evidence in `<base>/zenthea-foundation/evidence/<stack>`, a file a run. */
export const evidenceStore = (base: string): EvidenceStore => ({
  write: (stack, name, text) =>
    privately(join(base, 'zenthea-foundation', 'evidence', stack), async () => {
      const folder = await privateFolders(base, ['zenthea-foundation', 'evidence', stack])
      const path = join(folder, `${name}.json`)
      await placePrivate(path, join(folder, `.${name}.tmp`), text)
      return path
    })
})
