import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { manifest, root } from './manifest.js'

/** What a stack may import by the name of this package, and whether that leads to this package. */
export type StackSurface = {
  /** `zenthea-foundation/stack` and the others, sorted. */
  readonly specifiers: ReadonlyArray<string>
  /** Where the specifier, imported from a file, leads if not to this package's own module. */
  readonly astray: (specifier: string, file: string) => string | undefined
}

/** The authoring surface as package.json declares it: exactly its `exports`. */
export const stackSurface = (): StackSurface => {
  const { name, exports } = manifest
  const files = new Map(
    Object.entries(exports).map(([subpath, target]) => [`${name}${subpath.slice(1)}`, join(root, target)])
  )
  const known = new Map<string, string | undefined>()
  const lead = (specifier: string, file: string): string | undefined => {
    try {
      const path = realpathSync.native(createRequire(file).resolve(specifier))
      return path === files.get(specifier) ? undefined : 'it leads to another package of that name'
    } catch {
      return 'it leads nowhere'
    }
  }
  return {
    specifiers: [...files.keys()].toSorted(),
    astray: (specifier, file) => {
      const key = `${specifier} ${dirname(file)}`
      if (!known.has(key)) known.set(key, lead(specifier, file))
      return known.get(key)
    }
  }
}
