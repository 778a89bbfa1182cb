import * as E from 'fp-ts/lib/Either.js'
import { setTimeout } from 'node:timers/promises'
import { awsSession } from '../../src/outside/aws/session.ts'
import { seed } from '../../src/commands/seed/seed.ts'
import { wantedOfStaging } from './wanted.ts'
import { wordsOfNoSession } from './no-session.ts'

/**
 * A process that seeds staging-eu through the proxy and the CA bundle that it is given, with a person who types the
 * right thing at once and with short pauses: for tests that end it from outside, where no terminal can be.
 */
const [proxy, caBundle] = process.argv.slice(2)
const wanted = wantedOfStaging()
const pause = () => () => setTimeout(1)
const nothing = () => () => undefined

const calling = { region: 'eu-central-1', patienceMillis: 60_000, pause, retrying: nothing }
const session = await awsSession({ proxy, caBundle }, { profile: undefined, projects: [] }, calling)()
if (E.isLeft(session)) throw new Error(wordsOfNoSession(session.left))
const person = { isThere: true, ask: () => () => Promise.resolve(wanted.declaration.account) }
const outcome = await seed(wanted, false)({ ...session.right.aws, person, pause, tell: nothing })()
process.exit(E.isRight(outcome) ? 0 : 1)
