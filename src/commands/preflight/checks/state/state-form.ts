import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { closedRecord } from '../../../../diagnostics/closed.ts'
import { strictJson } from '../../../../diagnostics/strict-json.ts'

/** The key under which the provider's library keeps timeouts. Source: terraform-plugin-sdk, schema.TimeoutKey. */
const TIMEOUTS = 'e2bfb730-ecaa-11e6-8f88-34363bc7c4c0'

const Timeouts = closedRecord({}, { create: t.Int, read: t.Int, update: t.Int, delete: t.Int, default: t.Int })

const Known = t.union([
  t.null,
  closedRecord({ schema_version: t.string }, { [TIMEOUTS]: Timeouts }),
  closedRecord({ [TIMEOUTS]: Timeouts })
])

const decoded = (text: string): O.Option<string> => O.tryCatch(() => atob(text))

const isKnown = (text: string): boolean =>
  pipe(
    decoded(text),
    O.exists((json) => pipe(strictJson(json), E.exists(Known.is)))
  )

/**
 * What a provider keeps for itself in a state, in base64: a version and timeouts. The AWS provider keeps only these there
 * for the types that a stack may have. Anything else would be data that no rule reads, so it is refused.
 */
const Private = t.refinement(t.string, isKnown)

const Natural = t.refinement(t.number, (number) => Number.isSafeInteger(number) && number >= 0)

/** A state is written some hundred times in its life. More than one write a second for a century is nobody's count. */
const Serial = t.refinement(Natural, (serial) => serial < 2 ** 32)

const matching = (form: RegExp) => t.refinement(t.string, (text) => form.test(text))

/** Source: OpenTofu, internal/states/statemgr/lineage.go: a random UUID. */
const Lineage = matching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

const Version = matching(/^\d{1,4}\.\d{1,4}\.\d{1,4}(?:-[0-9A-Za-z.]{1,40})?$/)

/** Names of types and blocks. Source: OpenTofu, "Identifiers"; what else there may be, no stack has. */
const Name = matching(/^[A-Za-z_][\w-]*$/)

const Address = matching(/^(?:data\.)?[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*$/)

const Step = closedRecord({
  type: t.keyof({ get_attr: null, index: null }),
  value: t.union([t.string, t.number, closedRecord({ value: t.union([t.string, t.number]), type: t.string })])
})

const Instance = closedRecord(
  { schema_version: Natural },
  {
    index_key: t.union([t.string, Natural]),
    status: t.literal('tainted'),
    deposed: t.string,
    provider: t.string,
    attributes: t.UnknownRecord,
    attributes_flat: t.record(t.string, t.string),
    sensitive_attributes: t.readonlyArray(t.readonlyArray(Step)),
    private: Private,
    dependencies: t.readonlyArray(Address),
    depends_on: t.readonlyArray(t.string),
    create_before_destroy: t.boolean,
    skip_destroy: t.boolean,
    identity: t.union([t.null, t.UnknownRecord]),
    identity_schema_version: Natural
  }
)
export type StateInstance = t.TypeOf<typeof Instance>

const Resource = closedRecord(
  {
    mode: t.keyof({ managed: null, data: null }),
    type: Name,
    name: Name,
    instances: t.readonlyArray(Instance)
  },
  { module: t.string, provider: t.string }
)
export type StateResource = t.TypeOf<typeof Resource>

const Status = t.keyof({ pass: null, fail: null, error: null, unknown: null })

const CheckResult = closedRecord({
  object_kind: t.keyof({ resource: null, output: null, check: null, var: null }),
  config_addr: t.string,
  status: Status,
  objects: t.union([
    t.null,
    t.readonlyArray(
      closedRecord({ object_addr: t.string, status: Status }, { failure_messages: t.readonlyArray(t.string) })
    )
  ])
})

/**
 * A state in the form that OpenTofu 1.10 to 1.12 write, with every key of it and no other. The keys are in the case that
 * they have there: Go reads keys in any case, so another case is another state for OpenTofu. What a stack may not have
 * although the form knows it, such as a deposed object, is read here and refused by name. Source: OpenTofu,
 * internal/states/statefile/version4.go.
 */
export const StateForm = closedRecord(
  {
    version: t.literal(4),
    terraform_version: Version,
    serial: Serial,
    lineage: Lineage,
    outputs: t.UnknownRecord,
    resources: t.readonlyArray(Resource)
  },
  { check_results: t.union([t.null, t.readonlyArray(CheckResult)]) }
)
export type StateForm = t.TypeOf<typeof StateForm>
