"""Does to a state by hand what the backend does in an apply: takes the lock, writes the object, gives the lock back.

    python write_state.py REGION BUCKET KEY TABLE
"""

import sys

import boto3

region, bucket, key, table = sys.argv[1:]
lock = {"LockID": {"S": f"{bucket}/{key}"}}
dynamodb = boto3.client("dynamodb", region_name=region)
dynamodb.put_item(TableName=table, Item=lock, ConditionExpression="attribute_not_exists(LockID)")
s3 = boto3.client("s3", region_name=region)
s3.put_object(Bucket=bucket, Key=key, Body=b"{}", ServerSideEncryption="AES256")
dynamodb.delete_item(TableName=table, Key=lock)
