"""Prints credentials of a role, which it makes first where the account has none of that name.

    python assume_role.py /PATH/NAME SESSION
"""

import json
import sys

import boto3

role, session = sys.argv[1:]
path, name = role[: role.rindex("/") + 1], role[role.rindex("/") + 1 :]
iam = boto3.client("iam", region_name="us-east-1")
try:
    arn = iam.get_role(RoleName=name)["Role"]["Arn"]
except iam.exceptions.NoSuchEntityException:
    trust = json.dumps({"Version": "2012-10-17", "Statement": []})
    arn = iam.create_role(Path=path, RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
sts = boto3.client("sts", region_name="us-east-1")
given = sts.assume_role(RoleArn=arn, RoleSessionName=session)["Credentials"]
print(
    json.dumps(
        {
            "accessKeyId": given["AccessKeyId"],
            "secretAccessKey": given["SecretAccessKey"],
            "sessionToken": given["SessionToken"],
        }
    )
)
