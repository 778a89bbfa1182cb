import { authorisedAttributes } from './configuration/authorised-attributes.ts'
import { authorisedBlocks } from './configuration/authorised-blocks.ts'
import { completeBlocks } from './configuration/complete-blocks.ts'
import { accountsListedOnce, trustListedOnce } from './configuration/listed-once.ts'
import { policyDocuments } from './configuration/policy-documents.ts'
import { policySizes } from './configuration/policy-sizes.ts'
import { roleSeparation } from './configuration/role-separation.ts'
import { sensitiveDeclaration, sensitiveValues } from './configuration/sensitive-values.ts'
import { singleBlocks } from './configuration/single-blocks.ts'
import { tagsApart } from './configuration/tags-apart.ts'
import { trustAccounts } from './configuration/trust-accounts.ts'
import { trustConditions } from './configuration/trust-conditions.ts'
import { trustForm } from './configuration/trust-form.ts'
import { trustMfa } from './configuration/trust-mfa.ts'
import { trustPrincipals } from './configuration/trust-principals.ts'
import { partition } from './declaration/partition.ts'
import { placeholders, placeholdersInParts } from './declaration/placeholders.ts'
import { principalsDistinct } from './declaration/principals-distinct.ts'
import { principalsInAccount } from './declaration/principals-in-account.ts'
import { providerProofAccepted } from './declaration/provider-proof-accepted.ts'
import { providerVersionKnown } from './declaration/provider-version-known.ts'
import { residency } from './declaration/residency.ts'
import { stackNameMapping } from './declaration/stack-name-mapping.ts'
import { stateKeyMapping } from './declaration/state-key-mapping.ts'
import { bootstrapApart } from './isolation/bootstrap-apart.ts'
import { noRoleChains } from './isolation/no-role-chains.ts'
import { oneAccount } from './isolation/one-account.ts'
import { oneSide } from './isolation/one-side.ts'
import { oneState } from './isolation/one-state.ts'
import { ownBucket } from './isolation/own-bucket.ts'
import { ownLockTable } from './isolation/own-lock-table.ts'
import { ownOutput } from './isolation/own-output.ts'
import { ownRoles } from './isolation/own-roles.ts'
import { ownStateKey } from './isolation/own-state-key.ts'
import type { ConfigurationRule, DeclarationRule, IsolationRule } from './charter.ts'

/** The rules of a phase, by what they judge. A test takes each away in turn and sees a broken stack pass. */
export type Rules = {
  readonly declaration: ReadonlyArray<DeclarationRule>
  readonly configuration: ReadonlyArray<ConfigurationRule>
  readonly isolation: ReadonlyArray<IsolationRule>
}

/** Every rule that is in force. */
export const rules: Rules = {
  declaration: [
    placeholders,
    residency,
    partition,
    stateKeyMapping,
    stackNameMapping,
    principalsInAccount,
    principalsDistinct,
    accountsListedOnce,
    providerVersionKnown,
    providerProofAccepted,
    sensitiveDeclaration
  ],
  configuration: [
    authorisedBlocks,
    completeBlocks,
    singleBlocks,
    authorisedAttributes,
    tagsApart,
    placeholdersInParts,
    policyDocuments,
    policySizes,
    trustForm,
    trustPrincipals,
    trustMfa,
    trustConditions,
    trustAccounts,
    roleSeparation,
    trustListedOnce,
    sensitiveValues
  ],
  isolation: [
    oneState,
    oneAccount,
    ownBucket,
    ownStateKey,
    ownLockTable,
    ownOutput,
    ownRoles,
    bootstrapApart,
    oneSide,
    noRoleChains
  ]
}
