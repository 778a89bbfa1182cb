"""Gives a role a policy of its own, or takes it away where there is none: allow_role.py ROLE NAME [POLICY]."""

import sys

import boto3

role, name, *policy = sys.argv[1:]
iam = boto3.client("iam", region_name="us-east-1")
if policy:
    iam.put_role_policy(RoleName=role, PolicyName=name, PolicyDocument=policy[0])
else:
    iam.delete_role_policy(RoleName=role, PolicyName=name)
