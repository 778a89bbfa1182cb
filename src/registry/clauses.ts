import { type Laws, phases } from '../charter/phases.ts'
import type { Clause } from '../diagnostics/diagnostic.ts'

/**
 * The demands of the two governing documents that can be checked offline. Each has a clause, a word for the sentence,
 * and its text.
 */
export const sentences = {
  'J.6.2 §3 remote': 'State is remote for all environments; local state is forbidden',
  'J.6.2 §4 boundary': 'One state boundary per account, environment and logical region; no shared state',
  'J.6.2 §4 mapping': 'Deterministic mapping: an environment has one account and one isolated state namespace',
  'J.6.2 §5 lock': 'Locking is mandatory for any mutation',
  'J.6.2 §6 access': 'Access is identity-based and role-scoped; humans are distinct from automation',
  'J.6.2 §7 ambiguity': 'Fail closed on missing state, missing lock, or ambiguous configuration',
  'J.6.2 §7 defaults': 'No implicit defaults; explicit configuration is required',
  'J.6.2 §7 history': 'State history is preserved; destructive state operations are forbidden',
  'J.7.0 §3.1 provider': 'Explicit AWS provider blocks are authorised; configuration is region-bound',
  'J.7.0 §3.2 storage': 'Storage is Amazon S3',
  'J.7.0 §3.2 lock': 'Locking is Amazon DynamoDB',
  'J.7.0 §3.2 security': 'State locking and strong consistency are mandatory; state is encrypted at rest',
  'J.7.0 §3.3 identifiers': 'Concrete identifiers: account ids, regions, bucket and table names of the state',
  'J.7.0 §3.4 isolation': 'One isolated state per account, environment and logical region',
  'J.7.0 §4 backend': 'Fail closed on missing backend configuration',
  'J.7.0 §4 lock': 'Fail closed on a missing or non-functional state lock',
  'J.7.0 §4 ambiguity': 'Fail closed on ambiguous configuration of regions or accounts',
  'J.7.0 §5 backend': 'Only the bucket and the table that state management requires',
  'J.7.0 §5 roles': 'Only foundational IAM roles, for human operators and for automation',
  'J.7.0 §5 other': 'Nothing else is authorised',
  'J.7.0 §6 application': 'No application-level infrastructure',
  'J.7.0 §6 databases': 'No databases for application data',
  'J.7.0 §6 networking': 'No networking beyond what the state backend strictly requires',
  'J.7.0 §6 pipelines': 'No CI/CD pipelines, no automated execution frameworks',
  'J.7.0 §6 unattended': 'No auto-apply or unattended execution of infrastructure code',
  'J.7.0 §6 observability': 'No observability stacks',
  'J.7.0 §6 secrets': 'No secrets management for runtime workloads',
  'J.7.0 §6 flags': 'No feature flags or environment mutation logic',
  'J.7.0 §6 inference': 'No inference of identifiers or regions',
  'J.7.0 §6 privacy': 'No PHI or PII in infrastructure state',
  'J.7.0 §7 access': 'Identity-based access only, by least privilege',
  'J.7.0 §7 separation': 'Strict separation of human operator roles and automation roles',
  'J.7.0 §7 residency': 'Execution is region-bound and GDPR-compatible',
  'J.7.0 §7 place': 'Physical location is not a factor: access is by identity and cryptographic proof',
  'J.7.0 §8 phases': 'This phase authorises infrastructure bootstrapping alone',
  'J.7.0 §9 scope': 'No additional configuration beyond the scope of the document'
} as const

export type Sentence = keyof typeof sentences

/** All that the governing documents ask for, what later phases say for themselves last. */
export const sentencesOf = (laws: Laws = phases): Readonly<Record<string, string>> =>
  laws.reduce((all, { sentences: own = {} }) => ({ ...all, ...own }), sentences)

/** `J.7.0 §6 flags` stands in clause `J.7.0 §6`. */
export const clauseOf = (sentence: string): Clause => sentence.replace(/ \w+$/, '') as Clause

/** The demands of the documents on a run. No text of a stack can break one, so preflight and the guard hold them. */
export const ofRuns = {
  'J.6.2 §5 halt': 'If the lock cannot be taken, execution halts',
  'J.6.2 §5 concurrent': 'No concurrent write without a lock',
  'J.6.2 §8 mutation': 'No mutation of the configuration at run time',
  'J.7.0 §2 tool': 'The tool is OpenTofu or Terraform',
  'J.7.0 §2 person': 'Execution is by hand, by an authorised person',
  'J.7.0 §2 commands': 'The commands are init, plan and apply',
  'J.7.0 §9 execution': 'No execution beyond the scope of the document'
} as const

export type RunSentence = keyof typeof ofRuns

/** A sentence of the governing documents. */
export type Stated = Sentence | RunSentence

/** What something defends: a rule or a check, in a sentence of its own. */
export type Defending = { readonly says: string; readonly defends: ReadonlyArray<Stated> }

/** A guard in the emitted file: what makes it, the test that fails without it, and what it defends. */
export type Guarding = { readonly source: string; readonly test: string; readonly defends: ReadonlyArray<Stated> }

/** The sentences that no resource beyond the authorised ones may break. */
export const unauthorised = [
  'J.7.0 §5 backend',
  'J.7.0 §5 roles',
  'J.7.0 §5 other',
  'J.7.0 §6 application',
  'J.7.0 §6 databases',
  'J.7.0 §6 networking',
  'J.7.0 §6 observability',
  'J.7.0 §8 phases'
] as const satisfies ReadonlyArray<Stated>

/** The sentences on the lock. */
export const locking = [
  'J.6.2 §5 lock',
  'J.6.2 §5 halt',
  'J.6.2 §5 concurrent',
  'J.7.0 §3.2 lock',
  'J.7.0 §4 lock'
] as const satisfies ReadonlyArray<Stated>

/** The sentences on one state for each account, environment and region. */
export const isolation = [
  'J.6.2 §4 boundary',
  'J.6.2 §4 mapping',
  'J.7.0 §3.4 isolation'
] as const satisfies ReadonlyArray<Stated>

const notInFile = 'the file has only what is allowed; it needs no guard against what it lacks'
const notOfItself = 'a file cannot say it of itself'

/** Why a line of defence is empty. */
export const empty: Readonly<Partial<Record<Stated, { readonly emitted?: string; readonly preflight?: string }>>> = {
  'J.6.2 §8 mutation': { emitted: 'it has no variable and no expression but references to itself' },
  'J.7.0 §2 tool': { preflight: 'preflight runs no tofu' },
  'J.7.0 §2 commands': { preflight: 'preflight prints the commands and runs none' },
  'J.7.0 §5 backend': { emitted: notInFile },
  'J.7.0 §5 other': { emitted: notInFile },
  'J.7.0 §6 application': { emitted: notInFile },
  'J.7.0 §6 databases': { emitted: notInFile },
  'J.7.0 §6 networking': { emitted: notInFile },
  'J.7.0 §6 observability': { emitted: notInFile },
  'J.7.0 §6 secrets': { emitted: notOfItself },
  'J.7.0 §6 flags': { emitted: notOfItself },
  'J.7.0 §6 privacy': { emitted: notOfItself },
  'J.7.0 §8 phases': { emitted: notInFile },
  'J.7.0 §9 scope': { emitted: notOfItself },
  'J.7.0 §9 execution': { emitted: notOfItself, preflight: 'preflight changes nothing' }
}

/** The other clauses, and why no broken stack can show that they hold. */
export const elsewhere: ReadonlyArray<readonly [Clause, string]> = [
  ['J.6.2 §1', 'Purpose of the document; asks for nothing'],
  ['J.6.2 §2', 'Speaks of phase J.6.2 itself, which was design only; J.7.0 authorises what is executed here'],
  ['J.6.2 §8', 'Otherwise speaks of phase J.6.2 itself, which was design only; J.7.0 authorises what is executed here'],
  ['J.6.2 §9', 'Names the later phases; J.7.0 is one of them'],
  ['J.6.2 §10', 'Locks the document'],
  ['J.7.0 §1', 'Purpose of the document; asks for nothing'],
  [
    'J.7.0 §2',
    'Speaks of a run and of the person who makes it. Preflight and the guard hold it, as the tables above show'
  ]
]
