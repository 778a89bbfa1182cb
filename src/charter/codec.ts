import { type ClosedType, absent, closed } from '../diagnostics/closed.ts'
import * as t from 'io-ts'
import { type Meaning, meaning } from '../diagnostics/decode.ts'
import { type Json, sameJson } from '../terraform/json.ts'

/** Just one JSON value; made by `only`. */
export class OnlyType extends t.Type<Json> {
  readonly _tag = 'OnlyType' as const
  readonly value: Json
  constructor(value: Json) {
    const guard = (other: unknown): other is Json => sameJson(value, other)
    super(
      JSON.stringify(value),
      guard,
      (other, context) => (guard(other) ? t.success(other) : t.failure(other, context)),
      t.identity
    )
    this.value = value
  }
}

/** The one value that the phase authorises in this place. */
export const only = (value: Json, of: Meaning): OnlyType => meaning(new OnlyType(value), of)

/** What an attribute that follows from the declaration says when it differs. */
export const authorisedAttribute: Meaning = {
  rule: 'authorised-attributes',
  clause: 'J.7.0 §9',
  remedy: 'Leave this to the part that makes the resource; only what the phase authorises may be written.'
}

/** The one authorised value of an attribute that needs no explanation of its own. */
export const attribute = (value: Json): OnlyType => only(value, authorisedAttribute)

/** Refuses every value; made by `forbidden`. */
class ForbiddenType extends t.Type<never, never, unknown> {
  readonly _tag = 'ForbiddenType' as const
  constructor() {
    super(absent.name, (_): _ is never => false, t.failure, t.identity)
  }
}

/** An attribute or block that exists in OpenTofu, and that a clause forbids: refused with its clause. */
export const forbidden = (of: Omit<Meaning, 'expected'>): t.Mixed =>
  meaning(new ForbiddenType() as unknown as t.Mixed, of)

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
