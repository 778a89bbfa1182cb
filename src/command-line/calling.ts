import { setTimeout } from 'node:timers/promises'
import type { Calling } from '../outside/aws/call.ts'

/** Waits, in milliseconds. */
export const pause = (millis: number) => () => setTimeout(millis, undefined)

/** How every command calls AWS: one call may take twenty seconds. */
export const callingIn = (region: string, retrying: Calling['retrying']): Calling => ({
  region,
  patienceMillis: 20_000,
  pause,
  retrying
})

/** The SDK says which Node a later release of it will need; the release that is used here is pinned. */
export const silenceSdk = (env: NodeJS.ProcessEnv): void => {
  env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true'
}
