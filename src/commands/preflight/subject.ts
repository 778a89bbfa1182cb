import type { AbsolutePath } from '../../diagnostics/kinds.ts'
import type { Wanted } from '../../backend/wanted.ts'
import type { ProviderBuild } from '../../charter/charter.ts'
import type { EmittedFile } from '../../declaration/declaration.ts'
import type { SourcesRead } from '../../outside/stack/evaluator.port.ts'
import type { Route } from '../../caller/surroundings.ts'

/** What one run of preflight is about. */
export type Subject = {
  /** The folder that holds `stacks/` and `out/`. */
  readonly project: AbsolutePath
  /** The stack file, relative to the project: `stacks/staging-eu.ts`. */
  readonly source: string
  /** The other files of `stacks/` that it is made of. */
  readonly imports: ReadonlyArray<string>
  /** The files of `stacks/` as they were read when the stack was evaluated. */
  readonly read: SourcesRead
  /** What the stack emits now. */
  readonly file: EmittedFile
  /** The bucket and the table that this file declares. */
  readonly wanted: Wanted
  /** The builds of the declared provider release that its charter knows by their hashes. */
  readonly providerBuilds: ReadonlyArray<ProviderBuild>
  readonly route: Route
}
