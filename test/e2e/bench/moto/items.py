"""Prints the LockIDs that a table holds, as one JSON array.

    python items.py REGION TABLE
"""

import json
import sys

import boto3

region, table = sys.argv[1:]
items = boto3.client("dynamodb", region_name=region).scan(TableName=table)["Items"]
print(json.dumps(sorted(item["LockID"]["S"] for item in items)))
