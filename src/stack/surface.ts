import { automationRole } from './parts/automation-role.ts'
import { block, dataSource, reference, resource } from './parts/block.ts'
import { lockTable } from './parts/lock-table.ts'
import { operatorRole } from './parts/operator-role.ts'
import { permissionsBoundary } from './parts/permissions-boundary.ts'
import { stateBucket } from './parts/state-bucket.ts'
import { stack } from './stack.ts'

/** A function of the authoring surface. Each checks what it is given, whatever that is. */
export type SurfaceFunction = (...args: ReadonlyArray<never>) => unknown

/**
 * What a stack may import by the name of this package: exactly what package.json exports, and of it the functions. A
 * specifier leads here and nowhere else, whatever any package.json says.
 */
export const surface: Readonly<Record<string, Readonly<Record<string, SurfaceFunction>>>> = {
  'zenthea-foundation/automation-role': { automationRole },
  'zenthea-foundation/block': { block, dataSource, reference, resource },
  'zenthea-foundation/lock-table': { lockTable },
  'zenthea-foundation/operator-role': { operatorRole },
  'zenthea-foundation/permissions-boundary': { permissionsBoundary },
  'zenthea-foundation/stack': { stack },
  'zenthea-foundation/state-bucket': { stateBucket }
}
