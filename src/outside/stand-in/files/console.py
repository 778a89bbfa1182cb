"""Does in the accounts of a stand-in what a person would do in the console of AWS, and prints the result as JSON.

    python console.py ACTION '{"name": value, …}'

The credentials are of the environment. Each function below is an action, and its parameters are what it takes.
"""

import json
import sys

import boto3
from botocore.exceptions import ClientError

# Nothing is written beside this file: it lies in a checkout.
sys.dont_write_bytecode = True

import mfa_device


def iam():
    return boto3.client("iam", region_name="us-east-1")


def roles(arns, administrators):
    """Makes a role of each ARN, which nobody is trusted by, where there is none; some of them may do everything."""
    trust = json.dumps({"Version": "2012-10-17", "Statement": []})
    everything = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}
    for arn in arns:
        path, name = arn.split(":role", 1)[1].rsplit("/", 1)
        try:
            iam().create_role(Path=f"{path}/", RoleName=name, AssumeRolePolicyDocument=trust)
        except iam().exceptions.EntityAlreadyExistsException:
            continue
        if arn in administrators:
            iam().put_role_policy(RoleName=name, PolicyName="everything", PolicyDocument=json.dumps(everything))


def users(arns):
    """Makes a user of each ARN, with a device for a second factor, who may ask for any role that trusts them."""
    ask = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole", "Resource": "*"}]}
    for arn in arns:
        path, name = arn.split(":user", 1)[1].rsplit("/", 1)
        try:
            iam().create_user(Path=f"{path}/", UserName=name)
        except iam().exceptions.EntityAlreadyExistsException:
            continue
        iam().put_user_policy(UserName=name, PolicyName="ask", PolicyDocument=json.dumps(ask))
        device = iam().create_virtual_mfa_device(VirtualMFADeviceName=name)["VirtualMFADevice"]["SerialNumber"]
        iam().enable_mfa_device(UserName=name, SerialNumber=device, AuthenticationCode1="123456", AuthenticationCode2="654321")
        iam().create_access_key(UserName=name)


def as_user(arn):
    """The client of a user's own key, which tells nothing of a second factor, and the variables of that key."""
    key = iam().list_access_keys(UserName=arn.rsplit("/", 1)[1])["AccessKeyMetadata"][0]["AccessKeyId"]
    given = {"AWS_ACCESS_KEY_ID": key, "AWS_SECRET_ACCESS_KEY": "known-to-the-stand-in-alone"}
    client = boto3.client("sts", region_name="us-east-1", aws_access_key_id=key, aws_secret_access_key=given["AWS_SECRET_ACCESS_KEY"])
    return client, given


def sign_in(arn):
    """The variables of a user's own key; nothing where there is no such user."""
    try:
        return as_user(arn)[1]
    except iam().exceptions.NoSuchEntityException:
        return None


def second_factor(arn):
    """The device of a user, and the code that it shows now."""
    device = iam().list_mfa_devices(UserName=arn.rsplit("/", 1)[1])["MFADevices"][0]["SerialNumber"]
    return {"SerialNumber": device, "TokenCode": mfa_device.shown_by(device)}


def through(via):
    """Who asks for a role: a user with a code of their device, a role that is trusted, or the account's administrator."""
    plain = boto3.client("sts", region_name="us-east-1")
    if via is None:
        return plain, {}
    if ":user/" in via:
        return as_user(via)[0], second_factor(via)
    given = plain.assume_role(RoleArn=via, RoleSessionName="rehearsal")["Credentials"]
    session = {"aws_access_key_id": given["AccessKeyId"], "aws_secret_access_key": given["SecretAccessKey"]}
    return boto3.client("sts", region_name="us-east-1", aws_session_token=given["SessionToken"], **session), {}


def assume(arn, via=None):
    """Credentials of a role with their end, asked for by whom the role trusts; nothing where there is no such role."""
    try:
        iam().get_role(RoleName=arn.rsplit("/", 1)[1])
    except iam().exceptions.NoSuchEntityException:
        return None
    sts, shown = through(via)
    given = sts.assume_role(RoleArn=arn, RoleSessionName="rehearsal", **shown)["Credentials"]
    return {
        "AWS_ACCESS_KEY_ID": given["AccessKeyId"],
        "AWS_SECRET_ACCESS_KEY": given["SecretAccessKey"],
        "AWS_SESSION_TOKEN": given["SessionToken"],
        "AWS_CREDENTIAL_EXPIRATION": given["Expiration"].strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def lock(region, table, path, ident, who, created):
    """Takes the lock as the apply of somebody elsewhere would."""
    info = {"ID": ident, "Operation": "OperationTypeApply", "Info": "", "Who": who, "Version": "1.12.6", "Created": created}
    boto3.client("dynamodb", region_name=region).put_item(
        TableName=table,
        Item={"LockID": {"S": path}, "Info": {"S": json.dumps({**info, "Path": path}, separators=(",", ":"))}},
        ConditionExpression="attribute_not_exists(LockID)",
    )


def digest(region, table, path, md5):
    """Writes another digest than that of the state."""
    item = {"LockID": {"S": f"{path}-md5"}, "Digest": {"S": md5}}
    boto3.client("dynamodb", region_name=region).put_item(TableName=table, Item=item)


def state(region, bucket, key, does):
    """Deletes the state's object, empties it, or stores its oldest version again; nothing where it has only ever been one."""
    s3 = boto3.client("s3", region_name=region)
    if does == "delete":
        return s3.delete_object(Bucket=bucket, Key=key)["DeleteMarker"]
    body = b""
    if does == "older":
        versions = s3.list_object_versions(Bucket=bucket, Prefix=key)["Versions"]
        if versions[-1]["ETag"] == versions[0]["ETag"]:
            return None
        body = s3.get_object(Bucket=bucket, Key=key, VersionId=versions[-1]["VersionId"])["Body"].read()
    return s3.put_object(Bucket=bucket, Key=key, Body=body, ServerSideEncryption="AES256")["VersionId"]


def lose_table(region, table):
    """Deletes the lock table, protection or not."""
    dynamodb = boto3.client("dynamodb", region_name=region)
    dynamodb.update_table(TableName=table, DeletionProtectionEnabled=False)
    dynamodb.delete_table(TableName=table)


def own_key(region, table):
    """Encrypts the table with a key of the account's own."""
    key = boto3.client("kms", region_name=region).create_key()["KeyMetadata"]["Arn"]
    specification = {"Enabled": True, "SSEType": "KMS", "KMSMasterKeyId": key}
    boto3.client("dynamodb", region_name=region).update_table(TableName=table, SSESpecification=specification)


def lax_policy(region, bucket):
    """Takes the first statement out of the bucket's policy."""
    s3 = boto3.client("s3", region_name=region)
    policy = json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"])
    s3.put_bucket_policy(Bucket=bucket, Policy=json.dumps({**policy, "Statement": policy["Statement"][1:]}))


def suspend(region, bucket):
    """Suspends the bucket's versioning."""
    configuration = {"Status": "Suspended"}
    boto3.client("s3", region_name=region).put_bucket_versioning(Bucket=bucket, VersioningConfiguration=configuration)


def open_access(region, bucket):
    """Takes the block of public access away."""
    boto3.client("s3", region_name=region).delete_public_access_block(Bucket=bucket)


def attach(role, name):
    """Makes a policy that allows all of S3, and attaches it to a role."""
    allow = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}
    listed = iam().list_policies(Scope="Local")["Policies"]
    made = [policy["Arn"] for policy in listed if policy["PolicyName"] == name]
    arn = made[0] if made else iam().create_policy(PolicyName=name, PolicyDocument=json.dumps(allow))["Policy"]["Arn"]
    iam().attach_role_policy(RoleName=role, PolicyArn=arn)


def trust(role, arn):
    """Lets another role assume a role of the stack."""
    document = iam().get_role(RoleName=role)["Role"]["AssumeRolePolicyDocument"]
    allow = {"Sid": "Temporary", "Effect": "Allow", "Principal": {"AWS": arn}, "Action": "sts:AssumeRole"}
    document = {**document, "Statement": [*document["Statement"], allow]}
    iam().update_assume_role_policy(RoleName=role, PolicyDocument=json.dumps(document))


try:
    print(json.dumps(globals()[sys.argv[1]](**json.loads(sys.argv[2]))))
except ClientError as error:
    sys.exit(str(error))
