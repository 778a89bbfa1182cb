import { automationRole } from 'zenthea-foundation/automation-role'
import { lockTable } from 'zenthea-foundation/lock-table'
import { operatorRole } from 'zenthea-foundation/operator-role'
import { permissionsBoundary } from 'zenthea-foundation/permissions-boundary'
import { stack } from 'zenthea-foundation/stack'
import { stateBucket } from 'zenthea-foundation/state-bucket'

export default stack(
  {
    phase: 'J.7.0',
    account: '111122223333',
    environment: 'staging',
    region: { logical: 'eu', aws: 'eu-central-1', residency: 'EU' },
    versions: { tofu: '>= 1.10.0, < 2.0.0', awsProvider: '5.100.0' },
    backend: {
      bucket: 'zenthea-staging-eu-tfstate',
      key: '111122223333/staging/eu/terraform.tfstate',
      lockTable: 'zenthea-staging-eu-tflock',
      encryption: 'AES256'
    },
    bootstrapPrincipal: 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap',
    operatorRole: 'arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator',
    automationRole: 'arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuAutomation',
    permissionsBoundary: 'arn:aws:iam::111122223333:policy/zenthea/foundation/ZentheaStagingEuBoundary',
    trustedAccounts: ['111122223333'],
    tags: { Environment: 'staging', ManagedBy: 'zenthea-foundation', Phase: 'J.7.0' }
  },
  [
    stateBucket({
      versioning: 'Enabled',
      objectOwnership: 'BucketOwnerEnforced',
      publicAccess: 'Blocked',
      minimumTls: '1.2',
      tags: { Purpose: 'OpenTofu state' }
    }),
    lockTable({
      billing: 'PAY_PER_REQUEST',
      pointInTimeRecoveryDays: 35,
      deletionProtection: true,
      tags: { Purpose: 'OpenTofu state lock' }
    }),
    permissionsBoundary(),
    operatorRole({
      sessionHours: 1,
      trust: {
        roles: [],
        users: [{ account: '111122223333', path: '/operators/', mfaMaxAgeSeconds: 3600 }]
      }
    }),
    automationRole({
      sessionHours: 1,
      trust: { roles: ['arn:aws:iam::111122223333:role/ZentheaStagingPlanner'] }
    })
  ]
)
