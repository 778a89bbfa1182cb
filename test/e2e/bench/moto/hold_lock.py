"""Holds the lock of a state as another operator's apply would: hold_lock.py REGION TABLE LOCK_ID ID."""

import json
import sys

import boto3

region, table, lock_id, ident = sys.argv[1:]
info = {
    "ID": ident,
    "Operation": "OperationTypeApply",
    "Info": "",
    "Who": "operator@elsewhere",
    "Version": "1.12.6",
    "Created": "2026-01-02T03:04:05.678901234Z",
    "Path": lock_id,
}
boto3.client("dynamodb", region_name=region).put_item(
    TableName=table,
    Item={"LockID": {"S": lock_id}, "Info": {"S": json.dumps(info, separators=(",", ":"))}},
    ConditionExpression="attribute_not_exists(LockID)",
)
