import type { Clause } from '../diagnostics/diagnostic.ts'

/** Why a type is not authorised: `reason` finishes the sentence "refused, because this is …". */
export type Prohibition = { readonly clause: Clause; readonly reason: string }

type Category = Prohibition & { readonly prefixes: ReadonlyArray<string> }

const category = (clause: Clause, reason: string, prefixes: string): Category => ({
  clause,
  reason,
  prefixes: prefixes.trim().split(/\s+/)
})

/**
 * What J.7.0 forbids, as type names without `aws_`. Each stands for itself and for every longer name that starts with its
 * words: `s3` covers `s3_object` and not `s3control_bucket`. Where two cover a type, the longer one says what it is.
 */
export const forbiddenCategories: ReadonlyArray<Category> = [
  category(
    'J.7.0 §6',
    'networking beyond what the state backend strictly requires',
    `
    acm alb app_cookie_stickiness_policy appmesh cloudfront cloudfrontkeyvaluestore customer_gateway default dx
    ec2_carrier_gateway ec2_client_vpn ec2_coip_pool ec2_coip_pools ec2_instance_connect_endpoint ec2_local_gateway
    ec2_local_gateways ec2_managed_prefix_list ec2_managed_prefix_lists ec2_network_insights ec2_public_ipv4_pool
    ec2_public_ipv4_pools ec2_subnet_cidr_reservation ec2_traffic_mirror ec2_transit_gateway egress_only_internet_gateway
    eip eips elb fms globalaccelerator internet_gateway ip_ranges lb lbs lightsail_certificate lightsail_distribution
    lightsail_domain lightsail_lb lightsail_static_ip load_balancer main_route_table_association nat_gateway nat_gateways
    network networkfirewall networkmanager prefix_list proxy_protocol_policy route route53 route53domains route53profiles
    route53recoverycontrolconfig route53recoveryreadiness security_group security_groups service_discovery shield subnet
    subnets verifiedaccess vpc vpclattice vpcs vpn waf wafregional wafv2
    `
  ),
  category(
    'J.7.0 §6',
    'application-level compute',
    `
    ami appautoscaling apprunner autoscaling autoscalingplans batch devicefarm ec2 ecr ecrpublic ecs eks elastic_beanstalk
    emr emrcontainers emrserverless gamelift instance instances key_pair lambda launch lightsail m2 opsworks outposts
    placement_group serverlessapplicationrepository spot
    `
  ),
  category(
    'J.7.0 §6',
    'application-level storage',
    `
    backup datasync dlm drs ebs efs fsx glacier lightsail_bucket lightsail_disk rbin s3_access_point s3_bucket_object
    s3_bucket_objects s3_directory_bucket s3_directory_buckets s3_object s3_objects s3control s3outposts s3tables snapshot
    storagegateway transfer volume_attachment
    `
  ),
  category(
    'J.7.0 §6',
    'a service that applications are made of: application-level infrastructure',
    `
    amplify api_gateway apigatewayv2 appfabric appflow appintegrations appstream appsync athena bedrock bedrockagent chime
    chimesdkmediapipelines chimesdkvoice cleanrooms cloudsearch cloudwatch_event cognito comprehend connect
    customerprofiles dataexchange datazone elasticsearch elastictranscoder finspace glue iot ivs ivschat kendra kinesis
    kinesisanalyticsv2 lakeformation lex lexv2models location media medialive mq msk mskconnect opensearch
    opensearchserverless osis paymentcryptography pinpoint pinpointsmsvoicev2 pipes polly qbusiness quicksight rekognition
    resiliencehub s3_bucket_cors_configuration s3_bucket_notification s3_bucket_website_configuration sagemaker schemas
    ses sesv2 sns sqs transcribe verifiedpermissions worklink workspaces workspacesweb
    `
  ),
  category(
    'J.7.0 §6',
    'a database for application data',
    `
    dax db dms docdb docdbelastic dsql dynamodb_global_table dynamodb_kinesis_streaming_destination dynamodb_table_export
    dynamodb_table_item dynamodb_table_replica elasticache keyspaces lightsail_database memorydb neptune neptunegraph
    opsworks_mysql_layer opsworks_rds_db_instance qldb rds redshift redshiftdata redshiftserverless simpledb
    timestreaminfluxdb timestreamquery timestreamwrite
    `
  ),
  category(
    'J.7.0 §6',
    'CI/CD or automated execution',
    `
    cloud9 cloudformation codeartifact codebuild codecatalyst codecommit codeconnections codedeploy codegurureviewer
    codepipeline codestarconnections codestarnotifications datapipeline fis imagebuilder lambda_invocation mwaa scheduler
    servicecatalog sfn signer ssm ssmquicksetup swf
    `
  ),
  category(
    'J.7.0 §6',
    'observability: logging, monitoring or tracing',
    `
    accessanalyzer applicationinsights apprunner_observability_configuration auditmanager
    bedrock_model_invocation_logging_configuration chatbot chime_voice_connector_logging cloudfront_log_delivery
    cloudfront_monitoring_subscription cloudfront_realtime_log_config cloudtrail cloudwatch codeguruprofiler config
    detective devopsguru directory_service_log_subscription dynamodb_contributor_insights flow_log grafana guardduty
    inspector inspector2 internetmonitor iot_logging_options ivschat_logging_configuration macie2
    networkfirewall_logging_configuration networkmonitor notifications notificationscontacts oam prometheus
    redshift_logging route53_health_check route53_query_log route53_resolver_query_log_config rum
    s3_bucket_analytics_configuration s3_bucket_inventory s3_bucket_logging s3_bucket_metric
    s3control_storage_lens_configuration securityhub securitylake shield_drt_access_log_bucket_association ssmcontacts
    ssmincidents synthetics verifiedaccess_instance_logging_configuration vpc_network_performance_metric_subscription
    vpclattice_access_log_subscription wafv2_web_acl_logging_configuration workspacesweb_user_access_logging_settings xray
    `
  ),
  category(
    'J.7.0 §6',
    'secrets management for runtime workloads',
    'kms_ciphertext kms_secret kms_secrets secretsmanager ssm_parameter ssm_parameters_by_path'
  ),
  category('J.7.0 §6', 'feature flags or environment mutation', 'appconfig evidently'),
  category(
    'J.7.0 §6',
    'a way to infer identifiers or regions, which must be explicit',
    `
    arn availability_zone availability_zones billing_service_account caller_identity canonical_user_id
    cloudtrail_service_account default_tags ec2_instance_type ec2_instance_types elb_service_account partition
    pricing_product redshift_service_account region regions resourceexplorer2 resourcegroupstaggingapi service
    `
  ),
  category(
    'J.7.0 §5',
    'identity beyond the foundational roles for operators and automation',
    'directory_service iam identitystore rolesanywhere ssoadmin'
  ),
  category(
    'J.7.0 §5',
    'key or certificate management, which is not authorised',
    'acmpca cloudhsm iam_server_certificate iam_signing_certificate kms'
  ),
  category(
    'J.7.0 §5',
    'account governance or billing, which is not authorised',
    `
    account bcmdataexports budgets ce computeoptimizer controltower costoptimizationhub cur iam_account_alias
    iam_account_password_policy iam_organizations_features iam_security_token_service_preferences licensemanager
    organizations ram resourcegroups s3_account_public_access_block servicecatalogappregistry servicequotas
    `
  ),
  category(
    'J.7.0 §5',
    'a bucket, a table or a setting of one that the state backend does not require',
    'dynamodb s3 s3_bucket_object_lock_configuration'
  ),
  category('J.7.0 §5', 'a resource of any type at all, so none that is authorised', 'cloudcontrolapi')
]

const notListed: Prohibition = { clause: 'J.7.0 §5', reason: 'not among the authorised resources' }

const byPrefix: ReadonlyMap<string, Prohibition> = new Map(
  forbiddenCategories.flatMap(({ clause, reason, prefixes }) => prefixes.map((prefix) => [prefix, { clause, reason }]))
)

const longest = (name: string): Prohibition => {
  const found = byPrefix.get(name)
  if (found !== undefined) return found
  const end = name.lastIndexOf('_')
  return end < 0 ? notListed : longest(name.slice(0, end))
}

/** Whether a name is one of a type that is classified here: `aws_sns_topic` is, and `aws_secret_access_key` is not. */
export const isClassified = (type: string): boolean => forbiddenBecause(type) !== notListed

/**
 * The clause that forbids a resource or data source type which the charter does not list. Every name has an answer; one
 * that nobody classified, and every type of another provider, is simply not authorised by J.7.0 §5.
 */
export const forbiddenBecause = (type: string): Prohibition =>
  type.startsWith('aws_') ? longest(type.slice('aws_'.length)) : notListed
