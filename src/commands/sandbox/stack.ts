import type { EmittedFile } from '../../declaration/declaration.ts'
import type { SandboxStack } from '../../outside/sandbox/world.port.ts'

/** What a sandbox has to know of a stack. */
export const sandboxStack = ({ stack, declaration, trusted }: EmittedFile): SandboxStack => ({
  name: stack,
  account: declaration.account,
  environment: declaration.environment,
  region: declaration.region.aws,
  bucket: declaration.backend.bucket,
  key: declaration.backend.key,
  lockTable: declaration.backend.lockTable,
  awsProvider: declaration.versions.awsProvider,
  bootstrap: declaration.bootstrapPrincipal,
  operator: declaration.operatorRole,
  automation: declaration.automationRole,
  trusted: trusted.map(({ arn }) => arn)
})
