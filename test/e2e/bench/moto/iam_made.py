"""Prints the names of a stack's roles and policies that are there, or the inline policies of each of these roles.

    python iam_made.py FILE [inline]
"""

import json
import sys

import boto3

with open(sys.argv[1], encoding="utf-8") as file:
    declared = json.load(file)["resource"]
names = {kind: {each["name"] for each in declared[kind].values()} for kind in ("aws_iam_role", "aws_iam_policy")}
iam = boto3.client("iam", region_name="us-east-1")
roles = [role["RoleName"] for role in iam.list_roles()["Roles"] if role["RoleName"] in names["aws_iam_role"]]
policies = [one for one in iam.list_policies(Scope="Local")["Policies"] if one["PolicyName"] in names["aws_iam_policy"]]
if "inline" in sys.argv:
    print(json.dumps({role: iam.list_role_policies(RoleName=role)["PolicyNames"] for role in roles}))
else:
    print(json.dumps(sorted(roles + [policy["PolicyName"] for policy in policies])))
