"""Gives a state the digest that a person says it has: put_digest.py REGION TABLE LOCK_ID MD5."""

import sys

import boto3

region, table, lock_id, md5 = sys.argv[1:]
item = {"LockID": {"S": f"{lock_id}-md5"}, "Digest": {"S": md5}}
boto3.client("dynamodb", region_name=region).put_item(TableName=table, Item=item)
