import type { StateForm, StateInstance, StateResource } from './state-form.ts'
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts'

/** The address, as `tofu state list` writes it. */
export const addressOf = ({
  module,
  mode,
  type,
  name
}: Pick<StateResource, 'module' | 'mode' | 'type' | 'name'>): string =>
  [...(module === undefined ? [] : [module]), ...(mode === 'data' ? ['data'] : []), type, name].join('.')

const byHand = 'Stop every apply. Have the bootstrap principal repair the state by hand, with a second person.'

const diagnostic = (expected: string, actual: string, remedy = byHand): Diagnostic => ({
  rule: 'state-objects',
  clause: 'J.7.0 §9',
  expected,
  actual,
  remedy
})

/** What an object of a resource may not be, by the key that says so. */
const oddities = (instance: StateInstance): ReadonlyArray<string> => [
  ...(instance.deposed === undefined ? [] : ['has a deposed object, left by a replacement that was not finished']),
  ...(instance.status === undefined ? [] : ['is tainted: the next plan would replace it']),
  ...(instance.index_key === undefined ? [] : ['stands under an index']),
  ...(instance.provider === undefined ? [] : ['has a provider of its own']),
  ...(instance.attributes === undefined ? ['has no attributes'] : []),
  ...(instance.attributes_flat === undefined ? [] : ['has attributes in the flat form of Terraform 0.11']),
  ...(instance.depends_on === undefined ? [] : ['has dependencies in the form of Terraform 0.12']),
  ...(instance.skip_destroy === true ? ['would be forgotten and not destroyed'] : [])
]

const odd = (resource: StateResource): ReadonlyArray<Diagnostic> => [
  ...resource.instances
    .flatMap(oddities)
    .map((what) => diagnostic('one current object of each resource', `${addressOf(resource)} ${what}`)),
  ...(resource.instances.length === 1
    ? []
    : [diagnostic('one current object of each resource', `${addressOf(resource)} has ${resource.instances.length}`)])
]

const repeated = ({ resources }: StateForm): ReadonlyArray<Diagnostic> => {
  const [once, again] = [new Set<string>(), new Set<string>()]
  for (const address of resources.map(addressOf)) (once.has(address) ? again : once).add(address)
  return [...again].map((address) => diagnostic('each address once', `${address} more than once`))
}

/** The one object of a stack that has a condition: who is calling. */
const CHECKED = 'data.aws_caller_identity.current'

const messages = ({ check_results: results }: StateForm): ReadonlyArray<Diagnostic> =>
  (results ?? [])
    .filter(({ object_kind, config_addr }) => !(object_kind === 'resource' && config_addr === CHECKED))
    .map(({ object_kind }) => diagnostic(`only the results of the check of ${CHECKED}`, `one of kind ${object_kind}`))

/** Objects that no plan of a stack would leave behind: deposed, tainted, indexed, twice, of an old form, other checks. */
export const oddObjects = (form: StateForm): ReadonlyArray<Diagnostic> => [
  ...form.resources.flatMap(odd),
  ...repeated(form),
  ...messages(form)
]

/** A managed resource that the emitted file does not have: OpenTofu would destroy it. */
export const undeclared =
  (declared: ReadonlySet<string>) =>
  (resource: StateResource): ReadonlyArray<Diagnostic> =>
    resource.mode === 'data' || declared.has(addressOf(resource))
      ? []
      : [
          {
            rule: 'state-declared',
            clause: 'J.7.0 §9',
            expected: 'only resources that the emitted file has',
            actual: `${addressOf(resource)}, which it does not have: a plan would destroy it`,
            remedy: 'Declare it again in the stack; what must go needs the authorisation of a later phase (J.7.0 §8).'
          }
        ]
