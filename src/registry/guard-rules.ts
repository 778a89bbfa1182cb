import { type Defending, isolation, locking, unauthorised } from './clauses.ts'

/** What each rule of the guard asks of a run, and the sentences that it defends. */
export const guardRules = {
  'applied-whole': { says: 'All of the plan was applied.', defends: ['J.7.0 §9 execution'] },
  'by-hand': {
    says: 'A person runs the guard: no variable of an automated run is set.',
    defends: ['J.7.0 §2 person', 'J.7.0 §6 pipelines', 'J.7.0 §6 unattended']
  },
  'checkout-unchanged-by-others': {
    says: 'Only you and the administrator of this machine can change the checkout.',
    defends: ['J.7.0 §7 access']
  },
  'credentials-last': { says: 'The credentials hold long enough that no step ends half way.', defends: [] },
  'file-unchanged': { says: 'The emitted file is still the one that preflight saw.', defends: ['J.6.2 §8 mutation'] },
  'flags-known': {
    says: 'Every flag is one of the guard, or one of tofu that cannot change what is done.',
    defends: [
      ...locking,
      'J.6.2 §3 remote',
      'J.6.2 §7 defaults',
      'J.6.2 §7 history',
      'J.6.2 §8 mutation',
      'J.7.0 §2 commands',
      'J.7.0 §3.2 storage',
      'J.7.0 §3.2 security',
      'J.7.0 §4 backend',
      'J.7.0 §6 unattended',
      'J.7.0 §6 secrets',
      'J.7.0 §6 flags',
      'J.7.0 §6 inference',
      'J.7.0 §9 execution'
    ]
  },
  'lock-file-unchanged': { says: 'The lock file of the provider stayed as it was while init ran.', defends: [] },
  'nothing-left': {
    says: 'A fresh plan has nothing to do, and nothing is left of the run.',
    defends: ['J.6.2 §5 halt', 'J.6.2 §7 history', 'J.7.0 §3.2 security']
  },
  'plan-account': {
    says: 'The check of the live account passed while the plan was made.',
    defends: ['J.7.0 §3.1 provider', 'J.7.0 §4 ambiguity']
  },
  'plan-actions': {
    says: 'The plan destroys nothing, replaces nothing and forgets nothing.',
    defends: ['J.6.2 §7 history']
  },
  'plan-as-declared': {
    says: 'Every value that the plan sets is the one of the emitted file.',
    defends: [
      'J.6.2 §7 defaults',
      'J.7.0 §3.3 identifiers',
      'J.7.0 §6 inference',
      'J.7.0 §7 residency',
      'J.7.0 §7 place',
      'J.7.0 §9 scope'
    ]
  },
  'plan-as-shown': {
    says: 'The plan is still the one that was shown.',
    defends: ['J.7.0 §2 person', 'J.7.0 §6 unattended']
  },
  'plan-changes': {
    says: 'Each change has the values that its action says, and shows them all.',
    defends: ['J.7.0 §4 ambiguity', 'J.7.0 §2 person']
  },
  'plan-checks': {
    says: 'Every check of the emitted file passed, and the plan has only these.',
    defends: ['J.7.0 §4 ambiguity']
  },
  'plan-configuration': {
    says: 'The plan was made of the emitted blocks, each with the expressions that it writes.',
    defends: [...unauthorised, 'J.7.0 §3.1 provider', 'J.7.0 §6 flags', 'J.7.0 §9 scope']
  },
  'plan-drift': {
    says: 'Nothing was changed outside of OpenTofu, unless the bootstrap principal puts it right.',
    defends: ['J.7.0 §7 access']
  },
  'plan-fresh': { says: 'The plan is at most a quarter of an hour old.', defends: ['J.7.0 §6 unattended'] },
  'plan-iam': {
    says: 'Only the bootstrap principal changes roles, policies and the bucket policy.',
    defends: ['J.6.2 §6 access', 'J.7.0 §7 access', 'J.7.0 §7 separation', 'J.7.0 §7 place']
  },
  'plan-identity': {
    says: 'Every identity in the plan is of the declared account and region, and of its own resource.',
    defends: [...isolation, 'J.7.0 §4 ambiguity', 'J.7.0 §7 residency']
  },
  'plan-imports': {
    says: 'The plan adopts what the emitted file names, and nothing else.',
    defends: ['J.7.0 §3.3 identifiers']
  },
  'plan-known': {
    says: 'Every value is known before it is applied, unless only AWS can give it.',
    defends: ['J.6.2 §7 ambiguity', 'J.7.0 §6 inference']
  },
  'plan-not-overtaken': { says: 'The state is still the one that was planned with.', defends: [...locking] },
  'plan-nothing-more': {
    says: 'The plan sets nothing beyond the emitted file.',
    defends: [...unauthorised, 'J.7.0 §6 flags', 'J.7.0 §6 privacy', 'J.7.0 §9 scope']
  },
  'plan-of-the-whole-file': {
    says: 'The plan has every resource of the emitted file once, and no other.',
    defends: ['J.7.0 §9 scope']
  },
  'plan-of-this-file': {
    says: 'The plan was made of the emitted file alone, with one AWS provider.',
    defends: [...unauthorised, ...isolation, 'J.7.0 §9 scope']
  },
  'plan-outputs': { says: 'The plan has no output.', defends: ['J.7.0 §6 secrets', 'J.7.0 §6 privacy'] },
  'plan-own-account': {
    says: 'Every ARN in the plan is of the declared account and region.',
    defends: [...isolation, 'J.7.0 §4 ambiguity', 'J.7.0 §7 residency']
  },
  'plan-planned-values': { says: 'The planned values agree with the changes.', defends: ['J.7.0 §6 privacy'] },
  'plan-prior-state': {
    says: 'The state before the plan holds current objects of the emitted file, each once.',
    defends: []
  },
  'plan-provisioners': {
    says: 'The plan runs no provisioner.',
    defends: ['J.7.0 §6 unattended', 'J.7.0 §9 execution']
  },
  'plan-readable': { says: 'The plan has a form that this program knows.', defends: ['J.6.2 §7 ambiguity'] },
  'plan-same-commit': { says: 'The commit is the one that was planned.', defends: ['J.6.2 §8 mutation'] },
  'plan-same-file': { says: 'The emitted file is the one that was planned.', defends: ['J.6.2 §8 mutation'] },
  'plan-same-principal': {
    says: 'The same principal plans and applies.',
    defends: ['J.6.2 §6 access', 'J.7.0 §7 separation']
  },
  'plan-same-providers': { says: 'The provider is the one that was planned with.', defends: ['J.7.0 §3.1 provider'] },
  'plan-same-stack': { says: 'The plan is of this stack.', defends: [...isolation] },
  'plan-same-tofu': { says: 'The tofu is the one that was planned with.', defends: ['J.7.0 §2 tool'] },
  'plan-saved': { says: 'There is a plan that was judged and not yet applied.', defends: [] },
  'plan-types': {
    says: 'The plan changes only types of resources that the phase authorises.',
    defends: [...unauthorised, 'J.7.0 §6 pipelines', 'J.7.0 §6 secrets']
  },
  'plan-unchanged': { says: 'The saved plan is, byte for byte, the one that was judged.', defends: [] },
  'plan-whole': {
    says: 'The plan ended without an error, leaves nothing for later and can be applied.',
    defends: ['J.6.2 §7 ambiguity']
  },
  'plan-within-role': {
    says: 'The calling principal may make every change of the plan.',
    defends: ['J.6.2 §6 access', 'J.7.0 §7 access']
  },
  'provider-bound': {
    says: 'The provider that runs is one whose hash the reviewed lock file has.',
    defends: ['J.6.2 §7 defaults', 'J.7.0 §3.1 provider']
  },
  'provider-locked': { says: 'The lock file binds the provider before anything is planned.', defends: [] },
  'run-alone': { says: 'No other run of yours works on the same stack.', defends: [...locking] },
  'saved-plan-readable': { says: 'The saved plan and what was written down about it can be read.', defends: [] },
  'state-digest': {
    says: 'The digest in the table is that of the stored state, or there is neither.',
    defends: ['J.7.0 §3.2 security']
  },
  'state-moved': { says: 'The state grew by this run alone.', defends: ['J.6.2 §7 history'] },
  'state-stored': {
    says: 'The state was stored where the stack declares it.',
    defends: ['J.6.2 §3 remote', 'J.7.0 §3.2 storage']
  },
  terminal: {
    says: 'Input and output are a terminal.',
    defends: ['J.7.0 §2 person', 'J.7.0 §6 pipelines', 'J.7.0 §6 unattended']
  },
  'three-commands': {
    says: 'The command is init, plan or apply.',
    defends: ['J.6.2 §7 history', 'J.7.0 §2 person', 'J.7.0 §2 commands', 'J.7.0 §6 unattended', 'J.7.0 §9 execution']
  },
  'tofu-itself': { says: 'The program is OpenTofu itself, and no wrapper around it.', defends: ['J.7.0 §2 tool'] },
  'tofu-outside': { says: 'The program lies outside of the checkout.', defends: ['J.7.0 §2 tool'] },
  'tofu-unchanged-by-others': {
    says: 'Only you and the administrator of this machine can change the program.',
    defends: ['J.7.0 §2 tool']
  },
  'tofu-version': { says: 'The release of OpenTofu is one that the stack declares.', defends: ['J.7.0 §2 tool'] }
} as const satisfies Readonly<Record<string, Defending>>
