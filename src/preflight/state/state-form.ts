import * as t from 'io-ts'

const Resource = t.readonly(
  t.intersection([
    t.type({
      mode: t.string,
      type: t.string,
      name: t.string,
      provider: t.string,
      instances: t.readonlyArray(t.readonly(t.partial({ attributes: t.UnknownRecord, deposed: t.string })))
    }),
    t.partial({ module: t.string })
  ])
)

export type StateResource = t.TypeOf<typeof Resource>

/** What is read of a state. Source: OpenTofu, internal/states/statefile/version4.go. */
export const StateForm = t.readonly(
  t.type({
    version: t.literal(4),
    terraform_version: t.string,
    serial: t.Int,
    lineage: t.string,
    outputs: t.UnknownRecord,
    resources: t.readonlyArray(Resource)
  })
)

export type StateForm = t.TypeOf<typeof StateForm>
