"""Asks for things by less than their ARN: the key behind an alias, and the policies of a role by its name.

    python name_things.py REGION ROLE
"""

import sys

import boto3

region, role = sys.argv[1:]
boto3.client("kms", region_name=region).describe_key(KeyId="alias/aws/dynamodb")
boto3.client("iam", region_name=region).list_role_policies(RoleName=role)
