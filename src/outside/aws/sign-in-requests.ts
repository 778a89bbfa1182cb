import type { HttpHandler } from '@smithy/core/protocols'
import type { AwsFailureTag } from './failure.port.ts'
import { classify } from './classify.ts'
import type { NoSession } from './identity.port.ts'

type Unanswered = Extract<NoSession, { readonly _tag: 'NotReached' }>

/** What only a network, a proxy or another host does. */
const ofTheWay: ReadonlyArray<AwsFailureTag> = ['NotTrusted', 'ProxyRefused', 'TimedOut']

/** Whether this is the system's own refusal of a connection. One that is about a file has its path. */
const isOfSystem = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)) && !('path' in error)

/**
 * The same handler, which remembers its last request where that got no answer. The SDK tells such a failure in other words
 * for each source of credentials, and of some sources not at all. A request that is answered, also by a refusal, clears it.
 */
export const watchedRequests = (region: string, handler: HttpHandler) => {
  let last: Unanswered | undefined
  const watching: HttpHandler = {
    handle: async (request, options) => {
      try {
        const answer = await handler.handle(request, options)
        last = undefined
        return answer
      } catch (error) {
        const attempts = (last?.failure.attempts ?? 0) + 1
        const failure = classify(`the call to ${request.hostname}`, region, error, attempts)
        last = ofTheWay.includes(failure._tag) || isOfSystem(error) ? { _tag: 'NotReached', failure } : undefined
        throw error
      }
    },
    updateHttpClientConfig: (key, value) => handler.updateHttpClientConfig(key, value),
    httpHandlerConfigs: () => handler.httpHandlerConfigs()
  }
  return { handler: watching, unanswered: (): Unanswered | undefined => last }
}
