import type { Sourced } from '../../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import type * as T from 'fp-ts/lib/Task.js'
import { notAutomated } from '../../../caller/by-hand.ts'
import type { Variables } from '../../../caller/surroundings.ts'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { Credentials } from '../../../outside/aws/identity.port.ts'
import type { FolderLook, Leftovers } from '../../../outside/private/stores.port.ts'
import type { Clock } from '../../../outside/process/clock.port.ts'
import type { Checkout } from '../../../outside/tofu/checkout.port.ts'
import type { NoTofu, TofuFinder } from '../../../outside/tofu/tofu.port.ts'
import type { Subject } from '../subject.ts'
import {
  decisive,
  judgeBinary,
  judgeCheckout,
  judgeLasting,
  judgePrivate,
  leastMinutes,
  noTofu,
  stateLeftBefore
} from './judge-foreseen.ts'

/** What is asked of this machine about the next run of the guard. Nothing of it is changed, and tofu is not run. */
export type ForeseenPorts = {
  readonly variables: Variables
  readonly clock: Clock
  readonly finder: TofuFinder
  readonly checkout: Pick<Checkout, 'changeable'>
  readonly leftovers: Pick<Leftovers, 'states'>
  readonly privateFolders: FolderLook
}

const ofTofu = (found: NoTofu): ReadonlyArray<Sourced<Diagnostic>> =>
  found._tag === 'NoTofu' ? [noTofu('there is none on PATH')] : [noTofu(`${found.path}: ${found.message}`)]

/**
 * What the guard would refuse of a plan or apply begun now, although everything that preflight checks is proven. The refusals
 * have the same rules and the same words. A place that cannot be read is left to the guard, which says so by itself.
 */
export const foreseen =
  (subject: Subject, credentials: Credentials, ports: ForeseenPorts): T.Task<ReadonlyArray<Sourced<Diagnostic>>> =>
  async () => {
    const { project, file } = subject
    const [changeable, states, found, folders] = await Promise.all([
      ports.checkout.changeable(project, decisive(subject))(),
      ports.leftovers.states(file.stack)(),
      ports.finder.find(project, undefined, ports.variables['PATH'])(),
      ports.privateFolders()
    ])
    return [
      ...notAutomated(ports.variables),
      ...judgeLasting(credentials, leastMinutes.plan, ports.clock.now()),
      ...(E.isRight(changeable) ? judgeCheckout(changeable.right) : []),
      ...(E.isRight(found) ? judgeBinary(found.right) : ofTofu(found.left)),
      ...(E.isLeft(folders) ? [judgePrivate(folders.left)] : []),
      ...(E.isRight(states) ? states.right.map((path) => stateLeftBefore(file.stack, path)) : [])
    ]
  }
