"""Makes a role anew under another path, with all that it had, as somebody in the console might: move_role.py NAME PATH."""

import json
import sys

import boto3

name, path = sys.argv[1:]
iam = boto3.client("iam", region_name="us-east-1")
role = iam.get_role(RoleName=name)["Role"]
policies = {
    policy: iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
    for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]
}
for policy in policies:
    iam.delete_role_policy(RoleName=name, PolicyName=policy)
iam.delete_role(RoleName=name)
iam.create_role(
    Path=path,
    RoleName=name,
    AssumeRolePolicyDocument=json.dumps(role["AssumeRolePolicyDocument"]),
    MaxSessionDuration=role["MaxSessionDuration"],
    PermissionsBoundary=role["PermissionsBoundary"]["PermissionsBoundaryArn"],
    Tags=role["Tags"],
)
for policy, document in policies.items():
    iam.put_role_policy(RoleName=name, PolicyName=policy, PolicyDocument=json.dumps(document))
