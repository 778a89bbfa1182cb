import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import type { JsonObject } from '../../terraform/json.ts'
import { sameJson } from '../../terraform/json.ts'
import { type ConfigResource, differingExpressions } from '../configuration-form.ts'
import type { Emitted } from '../emitted.ts'
import type { PlanRule } from '../rule.ts'
import { writtenBody } from '../written-value.ts'

const rule = 'plan-configuration'
const expected =
  'a configuration of the blocks of the emitted file, each with the expressions that it writes, and no other'

const diagnostic = (actual: string): Diagnostic => ({
  rule,
  clause: 'J.6.2 §7',
  expected,
  actual,
  remedy:
    'Find out which file beside the emitted one says so; keep the emitted file alone in its folder, and plan again.'
})

const addressOf = ({ mode, type, name }: ConfigResource): string =>
  `${mode === 'managed' ? '' : `${mode}.`}${type}.${name}`

const faults = (emitted: Emitted, found: ConfigResource, body: JsonObject): ReadonlyArray<string> => [
  ...(found.address === addressOf(found) ? [] : ['another mode, type or name']),
  ...(found.provider_config_key === 'aws' ? [] : ['another provider']),
  ...(found.count_expression === undefined && found.for_each_expression === undefined ? [] : ['count or for_each']),
  ...(sameJson(found.depends_on ?? [], body['depends_on'] ?? []) ? [] : ['another depends_on']),
  ...differingExpressions(emitted, writtenBody(body), found.expressions).map((at) => `another ${at}`)
]

/**
 * The configuration that OpenTofu read, from all files it found, is the emitted file's. It has the same resources and
 * data sources, each once, and each argument has its constant and its references. Only what a plan says of a
 * configuration can be compared: locals stand in the planned values, `lifecycle` in the actions and checks.
 * Provisioners have a rule of their own.
 */
export const planConfiguration: PlanRule = ({ plan, emitted }) => {
  const found = plan.configuration.root_module.resources ?? []
  const wanted = new Map([...emitted.resources, ...emitted.data])
  const addresses = found.map(({ address }) => address)
  return findingsOf(
    [
      ...found.flatMap((resource, index) => {
        const body = wanted.get(resource.address)
        if (body === undefined) return [diagnostic(`${resource.address}, which the file does not have`)]
        if (addresses.indexOf(resource.address) < index) return [diagnostic(`${resource.address} twice`)]
        return faults(emitted, resource, body).map((what) => diagnostic(`${resource.address} with ${what}`))
      }),
      ...[...wanted.keys()]
        .filter((address) => !addresses.includes(address))
        .map((address) => diagnostic(`no ${address}, which the file has`))
    ],
    { rule, clause: 'J.6.2 §7', expected, actual: `${found.length} blocks, each as written` }
  )
}
