import type { NoSession } from '../../src/outside/aws/identity.port.ts'
import { awsFailure } from './preflight-world.ts'

/** A bundle of authorities that is not there. */
export const noAuthorities: NoSession = {
  _tag: 'NoAuthorities',
  message: '--ca-bundle: the file cannot be read: ENOENT: no such file or directory',
  remedy: 'Name a PEM file.'
}

/** A sign-in that finds no host. */
export const notReached: NoSession = {
  _tag: 'NotReached',
  failure: awsFailure({
    call: 'the call to sts.eu-central-1.amazonaws.com',
    status: undefined,
    requestId: undefined,
    _tag: 'Unreachable',
    code: 'ENOTFOUND',
    message: 'getaddrinfo ENOTFOUND sts.eu-central-1.amazonaws.com'
  })
}

/** What kept a session from being made, in the words that it came with. */
export const wordsOfNoSession = (why: NoSession): string => {
  if (typeof why === 'string') return why
  return why._tag === 'NoAuthorities' ? why.message : why.failure.message
}
