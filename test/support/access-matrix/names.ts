/** What the two stacks of this repository declare, written out by hand: nothing here comes from the code under test. */
export type Names = {
  readonly stack: string
  readonly account: string
  readonly region: string
  readonly bucket: string
  readonly key: string
  readonly table: string
  readonly operator: string
  readonly automation: string
  readonly boundary: string
  readonly bootstrap: string
}

export const staging: Names = {
  stack: 'staging-eu',
  account: '111122223333',
  region: 'eu-central-1',
  bucket: 'zenthea-staging-eu-tfstate',
  key: '111122223333/staging/eu/terraform.tfstate',
  table: 'zenthea-staging-eu-tflock',
  operator: 'zenthea/foundation/ZentheaStagingEuOperator',
  automation: 'zenthea/foundation/ZentheaStagingEuAutomation',
  boundary: 'zenthea/foundation/ZentheaStagingEuBoundary',
  bootstrap: 'ZentheaFoundationBootstrap'
}

export const production: Names = {
  stack: 'production-eu',
  account: '444455556666',
  region: 'eu-central-1',
  bucket: 'zenthea-production-eu-tfstate',
  key: '444455556666/production/eu/terraform.tfstate',
  table: 'zenthea-production-eu-tflock',
  operator: 'zenthea/foundation/ZentheaProductionEuOperator',
  automation: 'zenthea/foundation/ZentheaProductionEuAutomation',
  boundary: 'zenthea/foundation/ZentheaProductionEuBoundary',
  bootstrap: 'ZentheaFoundationBootstrap'
}

/** A stack and the one that it must be isolated from. */
export type Pair = { readonly own: Names; readonly other: Names }

export const pairs: ReadonlyArray<Pair> = [
  { own: staging, other: production },
  { own: production, other: staging }
]

/** An account that neither stack has anything to do with. */
export const foreignAccount = '999988887777'
