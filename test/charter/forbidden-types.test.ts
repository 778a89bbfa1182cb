import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { forbiddenBecause, forbiddenCategories } from '../../src/charter/forbidden-types.ts'

const test = suite('forbidden-types')

const provider: {
  readonly all_resource_types: ReadonlyArray<string>
  readonly all_data_source_types: ReadonlyArray<string>
} = JSON.parse(readFileSync(new URL('../support/aws-5.100.0-schema.json', import.meta.url), 'utf8'))

const types = [...new Set([...provider.all_resource_types, ...provider.all_data_source_types])]
const covers = (prefix: string, type: string): boolean => `${type}_`.startsWith(`aws_${prefix}_`)
const answer = (type: string): string => `${forbiddenBecause(type).clause} ${forbiddenBecause(type).reason}`

/** Types that people know, by the word of J.7.0 §5 or §6 that each falls under. */
const known: Readonly<Record<string, string>> = {
  'J.7.0 §6 networking': `vpc subnet route route_table security_group nat_gateway internet_gateway eip lb alb elb
    vpc_endpoint vpc_peering_connection ec2_transit_gateway network_acl default_vpc default_security_group route53_zone
    route53_record cloudfront_distribution dx_connection vpn_gateway globalaccelerator_accelerator wafv2_web_acl
    acm_certificate networkfirewall_firewall ip_ranges subnets vpcs appmesh_mesh vpc_security_group_ingress_rule`,
  'J.7.0 §6 application-level compute': `instance launch_template autoscaling_group lambda_function lambda_permission
    ecs_service eks_cluster ecr_repository batch_job_queue ami key_pair spot_instance_request ec2_fleet emr_cluster
    apprunner_service elastic_beanstalk_environment lightsail_instance`,
  'J.7.0 §6 application-level storage': `s3_object s3_bucket_object s3_directory_bucket ebs_volume efs_file_system
    fsx_lustre_file_system glacier_vault backup_vault volume_attachment s3control_bucket transfer_server`,
  'J.7.0 §6 a service': `api_gateway_rest_api apigatewayv2_api sns_topic sqs_queue kinesis_stream cognito_user_pool
    sagemaker_model glue_job athena_workgroup msk_cluster ses_domain_identity opensearch_domain mq_broker
    cloudwatch_event_rule bedrock_guardrail iot_thing s3_bucket_notification s3_bucket_website_configuration`,
  'J.7.0 §6 a database': `db_instance rds_cluster dynamodb_global_table dynamodb_table_item dynamodb_table_replica
    elasticache_cluster docdb_cluster neptune_cluster redshift_cluster memorydb_cluster qldb_ledger keyspaces_table
    dax_cluster dms_replication_task lightsail_database timestreamwrite_database dsql_cluster`,
  'J.7.0 §6 CI/CD': `codepipeline codebuild_project codedeploy_app codecommit_repository codestarconnections_connection
    cloudformation_stack imagebuilder_image_pipeline sfn_state_machine ssm_document ssm_maintenance_window
    scheduler_schedule mwaa_environment servicecatalog_product codeartifact_repository`,
  'J.7.0 §6 observability': `cloudwatch_log_group cloudwatch_metric_alarm cloudwatch_dashboard cloudtrail
    xray_sampling_rule flow_log config_config_rule guardduty_detector securityhub_account grafana_workspace
    prometheus_workspace synthetics_canary oam_sink route53_health_check s3_bucket_logging s3_bucket_metric
    accessanalyzer_analyzer wafv2_web_acl_logging_configuration dynamodb_contributor_insights`,
  'J.7.0 §6 secrets management': `secretsmanager_secret secretsmanager_secret_version secretsmanager_random_password
    ssm_parameter ssm_parameters_by_path kms_ciphertext kms_secrets`,
  'J.7.0 §6 feature flags': 'appconfig_application appconfig_environment evidently_feature evidently_project',
  'J.7.0 §6 a way to infer': `region regions availability_zones canonical_user_id caller_identity partition
    default_tags billing_service_account`,
  'J.7.0 §5 identity': `iam_user iam_group iam_access_key iam_user_login_profile iam_saml_provider iam_instance_profile
    iam_openid_connect_provider iam_service_linked_role identitystore_user ssoadmin_permission_set rolesanywhere_profile
    directory_service_directory`,
  'J.7.0 §5 key or certificate': 'kms_key kms_alias kms_grant acmpca_certificate_authority iam_server_certificate',
  'J.7.0 §5 account governance': `organizations_account budgets_budget iam_account_alias servicequotas_service_quota
    ram_resource_share controltower_control iam_account_password_policy s3_account_public_access_block`,
  'J.7.0 §5 a bucket, a table': `s3_bucket_acl s3_bucket_replication_configuration s3_bucket_lifecycle_configuration
    s3_bucket_object_lock_configuration dynamodb_resource_policy dynamodb_tag`,
  'J.7.0 §5 a resource of any type': 'cloudcontrolapi_resource'
}

for (const [start, names] of Object.entries(known))
  test(`known types: ${start}`, () => {
    for (const name of names.split(/\s+/)) {
      assert.ok(types.includes(`aws_${name}`), `aws_${name} is a type of the provider`)
      assert.ok(answer(`aws_${name}`).startsWith(start), `aws_${name}: ${answer(`aws_${name}`)}`)
    }
  })

test('every resource and data source type of the provider is classified, none is left to the fallback', () => {
  assert.is(provider.all_resource_types.length, 1526)
  assert.is(provider.all_data_source_types.length, 608)
  assert.equal(
    types.filter((type) => forbiddenBecause(type).reason === 'not among the authorised resources'),
    []
  )
})

test('the longest prefix decides', () => {
  const everyPrefix = forbiddenCategories.flatMap(({ clause, reason, prefixes }) =>
    prefixes.map((prefix) => ({ prefix, answer: `${clause} ${reason}` }))
  )
  for (const type of types) {
    const [first] = everyPrefix
      .filter(({ prefix }) => covers(prefix, type))
      .toSorted((a, b) => b.prefix.length - a.prefix.length)
    assert.is(answer(type), first?.answer, type)
  }
})

test('no prefix is dead, given twice, or adds nothing to a shorter one', () => {
  const owners = forbiddenCategories.flatMap(({ reason, prefixes }) => prefixes.map((prefix) => ({ prefix, reason })))
  for (const { prefix, reason } of owners) {
    assert.ok(
      types.some((type) => covers(prefix, type)),
      `${prefix} covers a type of the provider`
    )
    assert.is(owners.filter((other) => other.prefix === prefix).length, 1, prefix)
    const [shorter] = owners
      .filter((other) => other.prefix !== prefix && covers(other.prefix, `aws_${prefix}`))
      .toSorted((a, b) => b.prefix.length - a.prefix.length)
    assert.is.not(shorter?.reason, reason, `${prefix} says what ${shorter?.prefix} says already`)
  }
})

test('a change of the table shows as a change of these counts', () => {
  const counts: Record<string, number> = {}
  for (const type of types) {
    const { reason } = forbiddenBecause(type)
    counts[reason] = (counts[reason] ?? 0) + 1
  }
  assert.equal(counts, {
    'networking beyond what the state backend strictly requires': 379,
    'application-level compute': 170,
    'application-level storage': 115,
    'a service that applications are made of: application-level infrastructure': 463,
    'a database for application data': 140,
    'CI/CD or automated execution': 101,
    'observability: logging, monitoring or tracing': 190,
    'secrets management for runtime workloads': 12,
    'feature flags or environment mutation': 14,
    'a way to infer identifiers or regions, which must be explicit': 24,
    'identity beyond the foundational roles for operators and automation': 67,
    'key or certificate management, which is not authorised': 18,
    'account governance or billing, which is not authorised': 63,
    'a bucket, a table or a setting of one that the state backend does not require': 17,
    'a resource of any type at all, so none that is authorised': 1
  })
})

test('a prefix ends at a word', () => {
  assert.match(answer('aws_route53_zone'), 'networking')
  assert.match(answer('aws_s3tables_table'), 'application-level storage')
  assert.is(answer('aws_s3x_table'), 'J.7.0 §5 not among the authorised resources')
})

test('an unclassified type is not authorised by §5: new AWS services, other providers, nonsense', () => {
  for (const type of [
    'aws_brandnewservice_thing',
    'google_storage_bucket',
    'random_password',
    'null_resource',
    'aws_',
    'gcp_iam_user',
    ''
  ])
    assert.equal(forbiddenBecause(type), { clause: 'J.7.0 §5', reason: 'not among the authorised resources' }, type)
})

test('names that JavaScript gives to every object are not found', () => {
  for (const type of ['aws_constructor', 'aws___proto__', 'toString'])
    assert.is(forbiddenBecause(type).reason, 'not among the authorised resources')
})

test.run()
