"""Prints what the holder of a lock wrote into it: lock_info.py REGION TABLE LOCK_ID."""

import sys

import boto3

region, table, lock_id = sys.argv[1:]
answer = boto3.client("dynamodb", region_name=region).get_item(
    TableName=table, Key={"LockID": {"S": lock_id}}, ConsistentRead=True
)
print(answer["Item"]["Info"]["S"])
