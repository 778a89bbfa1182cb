"""Changes what a stack made, as somebody at the AWS console would.

    python change_outside.py BUCKET | ROLE

A bucket gets another tag. A role gets one more policy, and everybody may assume it.
"""

import json
import sys

import boto3

(name,) = sys.argv[1:]
everything = {"Effect": "Allow", "Action": "*", "Resource": "*"}
everybody = {"Sid": "TrustedRoles", "Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"AWS": "*"}}


def document(statement):
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


if name.endswith("-tfstate"):
    s3 = boto3.client("s3", region_name="eu-central-1")
    s3.put_bucket_tagging(Bucket=name, Tagging={"TagSet": [{"Key": "Purpose", "Value": "Elsewhere"}]})
else:
    iam = boto3.client("iam", region_name="us-east-1")
    iam.put_role_policy(RoleName=name, PolicyName="extra", PolicyDocument=document(everything))
    iam.update_assume_role_policy(RoleName=name, PolicyDocument=document(everybody))
