"""Prints the names of a stack's roles and policies that are there, and with `remove` takes them away, as a person does.

    python iam_made.py FILE [remove]
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
print(json.dumps(sorted(roles + [policy["PolicyName"] for policy in policies])))
if "remove" in sys.argv:
    for role in roles:
        for policy in iam.list_role_policies(RoleName=role)["PolicyNames"]:
            iam.delete_role_policy(RoleName=role, PolicyName=policy)
        iam.delete_role(RoleName=role)
    for policy in policies:
        iam.delete_policy(PolicyArn=policy["Arn"])
