"""Makes the state bucket and the lock table that an emitted file declares, with every setting that it imports.

    python seed.py out/STACK/main.tf.json

A second reading of the file, by boto3 and independent of the project's own code: it knows where a policy stands
(`${jsonencode(local.NAME)}`) and how default tags merge, and nothing else.
"""

import json
import re
import sys

import boto3

with open(sys.argv[1], encoding="utf-8") as file:
    declared = json.load(file)

resources = declared["resource"]
aws = declared["provider"]["aws"]
region = aws["region"]


def literal(value):
    """A template without references, as the text that it stands for."""
    if isinstance(value, dict):
        return {literal(k): literal(v) for k, v in value.items()}
    if isinstance(value, list):
        return [literal(v) for v in value]
    return re.sub(r"([$%])\1\{", r"\1{", value) if isinstance(value, str) else value


def policy(expression):
    name = re.fullmatch(r"\$\{jsonencode\(local\.([A-Za-z0-9_-]+)\)\}", expression)[1]
    return json.dumps(literal(declared["locals"][name]))


def tags(resource):
    merged = {**aws.get("default_tags", {}).get("tags", {}), **resource.get("tags", {})}
    return [{"Key": key, "Value": value} for key, value in literal(merged).items()]


def one(value):
    return value[0] if isinstance(value, list) else value


def only(resource_type):
    (resource,) = resources[resource_type].values()
    return resource


def make_bucket(s3):
    declaration = only("aws_s3_bucket")
    bucket = declaration["bucket"]
    ownership = one(only("aws_s3_bucket_ownership_controls")["rule"])["object_ownership"]
    place = {} if region == "us-east-1" else {"CreateBucketConfiguration": {"LocationConstraint": region}}
    s3.create_bucket(Bucket=bucket, ObjectOwnership=ownership, **place)
    access = only("aws_s3_bucket_public_access_block")
    s3.put_public_access_block(
        Bucket=bucket,
        PublicAccessBlockConfiguration={
            "BlockPublicAcls": access["block_public_acls"],
            "BlockPublicPolicy": access["block_public_policy"],
            "IgnorePublicAcls": access["ignore_public_acls"],
            "RestrictPublicBuckets": access["restrict_public_buckets"],
        },
    )
    rule = one(only("aws_s3_bucket_server_side_encryption_configuration")["rule"])
    default = one(rule["apply_server_side_encryption_by_default"])
    kms = {"KMSMasterKeyID": default["kms_master_key_id"]} if "kms_master_key_id" in default else {}
    s3.put_bucket_encryption(
        Bucket=bucket,
        ServerSideEncryptionConfiguration={
            "Rules": [
                {
                    "ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": default["sse_algorithm"], **kms},
                    "BucketKeyEnabled": rule.get("bucket_key_enabled", False),
                }
            ]
        },
    )
    versioning = one(only("aws_s3_bucket_versioning")["versioning_configuration"])
    s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": versioning["status"]})
    s3.put_bucket_tagging(Bucket=bucket, Tagging={"TagSet": tags(declaration)})
    s3.put_bucket_policy(Bucket=bucket, Policy=policy(only("aws_s3_bucket_policy")["policy"]))


def make_table(dynamodb):
    declaration = only("aws_dynamodb_table")
    name = declaration["name"]
    attributes = declaration["attribute"] if isinstance(declaration["attribute"], list) else [declaration["attribute"]]
    encryption = one(declaration["server_side_encryption"])
    kms = {"SSEType": "KMS", "KMSMasterKeyId": encryption["kms_key_arn"]} if "kms_key_arn" in encryption else {}
    dynamodb.create_table(
        TableName=name,
        KeySchema=[{"AttributeName": declaration["hash_key"], "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": a["name"], "AttributeType": a["type"]} for a in attributes],
        BillingMode=declaration["billing_mode"],
        SSESpecification={"Enabled": encryption["enabled"], **kms},
        DeletionProtectionEnabled=declaration["deletion_protection_enabled"],
        Tags=tags(declaration),
    )
    dynamodb.get_waiter("table_exists").wait(TableName=name)
    recovery = one(declaration["point_in_time_recovery"])
    period = recovery.get("recovery_period_in_days")
    dynamodb.update_continuous_backups(
        TableName=name,
        PointInTimeRecoverySpecification={
            "PointInTimeRecoveryEnabled": recovery["enabled"],
            **({"RecoveryPeriodInDays": period} if period else {}),
        },
    )


session = boto3.Session(region_name=region)
make_bucket(session.client("s3"))
make_table(session.client("dynamodb"))
