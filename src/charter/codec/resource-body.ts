import type * as t from 'io-ts'
import { type ClosedType, closed } from '../../diagnostics/closed.ts'
import { forbidden, only } from './only.ts'

type Shape = Readonly<Record<string, t.Mixed>>

const metaArguments = {
  region: forbidden({
    rule: 'resource-region',
    clause: 'J.7.0 §3.1',
    remedy: "Remove `region`: every resource lives in the provider's one region."
  }),
  provider: forbidden({
    rule: 'resource-provider',
    clause: 'J.7.0 §3.1',
    remedy: 'Remove `provider`: there is one provider configuration, without an alias.'
  }),
  provisioner: forbidden({
    rule: 'provisioner',
    clause: 'J.7.0 §6',
    remedy: 'Remove it: a provisioner runs commands unattended, and only init, plan and apply are authorised.'
  }),
  connection: forbidden({
    rule: 'provisioner',
    clause: 'J.7.0 §6',
    remedy: 'Remove it: a connection serves a provisioner, and none is authorised.'
  }),
  count: forbidden({
    rule: 'repetition',
    clause: 'J.7.0 §6',
    remedy: 'Remove it: every resource is written out, none is inferred.'
  }),
  for_each: forbidden({
    rule: 'repetition',
    clause: 'J.7.0 §6',
    remedy: 'Remove it: every resource is written out, none is inferred.'
  })
}

/**
 * The body of an authorised resource: the listed attributes and nothing else. The meta-arguments that a clause forbids
 * are refused with that clause; anything else that is not listed is refused as unknown.
 */
export const resourceBody = <R extends Shape>(type: string, required: R): ClosedType<R, Shape> =>
  closed(`the attributes of ${type} that J.7.0 authorises`, required, metaArguments as Shape)

/** `prevent_destroy = true` and nothing else: with it OpenTofu itself refuses a plan that would destroy (J.6.2 §7). */
export const protectedLifecycle = (): t.Mixed =>
  only(
    { prevent_destroy: true },
    {
      rule: 'prevent-destroy',
      clause: 'J.6.2 §7',
      remedy:
        'Keep `lifecycle = { prevent_destroy = true }` alone: history is preserved, destruction is forbidden by default.'
    }
  )
