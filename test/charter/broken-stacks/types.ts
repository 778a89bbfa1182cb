import { type BrokenStack, adds } from '../../support/broken-stack.ts'
import { dataSource, resource } from '../../../src/stack/parts/block.ts'
import type { Sentence } from '../../../src/registry/clauses.ts'

/** What the documents forbid, by the resources that people would reach for. */
const forbidden: ReadonlyArray<readonly [Sentence, string]> = [
  ['J.7.0 §6 application', 'aws_instance aws_lambda_function aws_ecs_service aws_eks_cluster aws_efs_file_system'],
  ['J.7.0 §6 application', 'aws_s3_object aws_sqs_queue aws_sns_topic aws_api_gateway_rest_api aws_cognito_user_pool'],
  ['J.7.0 §6 databases', 'aws_db_instance aws_rds_cluster aws_elasticache_cluster aws_dynamodb_table_item'],
  ['J.7.0 §6 networking', 'aws_vpc aws_subnet aws_security_group aws_vpc_endpoint aws_lb aws_route53_zone'],
  ['J.7.0 §6 pipelines', 'aws_codepipeline aws_codebuild_project aws_cloudformation_stack aws_sfn_state_machine'],
  [
    'J.7.0 §6 observability',
    'aws_cloudwatch_log_group aws_cloudwatch_metric_alarm aws_cloudtrail aws_s3_bucket_logging'
  ],
  ['J.7.0 §6 secrets', 'aws_secretsmanager_secret aws_ssm_parameter'],
  ['J.7.0 §6 flags', 'aws_appconfig_application aws_evidently_feature'],
  ['J.7.0 §5 other', 'aws_kms_key aws_budgets_budget aws_organizations_account null_resource google_storage_bucket']
]

const inferred = 'aws_region aws_availability_zones aws_partition aws_canonical_user_id'

/** Resources and data sources that the phase does not list. */
export const typeStacks: ReadonlyArray<BrokenStack> = [
  ...forbidden.flatMap(([sentence, types]) =>
    types
      .split(' ')
      .map((type) =>
        adds(`a resource of type ${type}`, ['authorised-blocks', sentence], () => resource(type, 'more', {}), [
          'block',
          type,
          'more'
        ])
      )
  ),
  ...inferred
    .split(' ')
    .map((type) =>
      adds(
        `a data source of type ${type}`,
        ['authorised-blocks', 'J.7.0 §6 inference'],
        () => dataSource(type, 'here', {}),
        ['block', 'data', type, 'here']
      )
    ),
  adds(
    'a secret from a data source',
    ['authorised-blocks', 'J.7.0 §6 secrets'],
    () => dataSource('aws_secretsmanager_secret_version', 'token', { secret_id: 'foundation' }),
    ['block', 'data', 'aws_secretsmanager_secret_version', 'token']
  )
]
