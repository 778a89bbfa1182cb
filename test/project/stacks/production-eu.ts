import { automationRole } from 'zenthea-foundation/automation-role'
import { lockTable } from 'zenthea-foundation/lock-table'
import { operatorRole } from 'zenthea-foundation/operator-role'
import { permissionsBoundary } from 'zenthea-foundation/permissions-boundary'
import { stack } from 'zenthea-foundation/stack'
import { stateBucket } from 'zenthea-foundation/state-bucket'

export default stack(
  {
    phase: 'J.7.0',
    account: '444455556666',
    environment: 'production',
    region: { logical: 'eu', aws: 'eu-central-1', residency: 'EU' },
    versions: { tofu: '>= 1.10.0, < 2.0.0', awsProvider: '5.100.0' },
    backend: {
      bucket: 'zenthea-production-eu-tfstate',
      key: '444455556666/production/eu/terraform.tfstate',
      lockTable: 'zenthea-production-eu-tflock',
      encryption: 'AES256'
    },
    bootstrapPrincipal: 'arn:aws:iam::444455556666:role/ZentheaFoundationBootstrap',
    operatorRole: 'arn:aws:iam::444455556666:role/zenthea/foundation/ZentheaProductionEuOperator',
    automationRole: 'arn:aws:iam::444455556666:role/zenthea/foundation/ZentheaProductionEuAutomation',
    permissionsBoundary: 'arn:aws:iam::444455556666:policy/zenthea/foundation/ZentheaProductionEuBoundary',
    trustedAccounts: ['444455556666'],
    tags: { Environment: 'production', ManagedBy: 'zenthea-foundation', Phase: 'J.7.0' }
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
        roles: [
          'arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_FoundationOperator_0f1e2d3c4b5a6978'
        ],
        users: []
      }
    }),
    automationRole({
      sessionHours: 1,
      trust: { roles: ['arn:aws:iam::444455556666:role/ZentheaProductionPlanner'] }
    })
  ]
)
