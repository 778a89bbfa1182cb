import type { NoSession } from '../../src/outside/aws/identity.port.ts'

/** Why there is no session, in the words that it came with. */
export const wordsOfNoSession = (why: NoSession): string => {
  if (typeof why === 'string') return why
  return why._tag === 'NoAuthorities' ? why.message : why.failure.message
}
