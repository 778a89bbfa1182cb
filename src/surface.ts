import { automationRole } from './resources/automation-role.ts'
import { block, dataSource, reference, resource } from './resources/block.ts'
import { lockTable } from './resources/lock-table.ts'
import { operatorRole } from './resources/operator-role.ts'
import { permissionsBoundary } from './resources/permissions-boundary.ts'
import { stateBucket } from './resources/state-bucket.ts'
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
