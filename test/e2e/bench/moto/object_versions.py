"""Prints every version of an object, newest first, as one JSON array: its id and its bytes in base64, read by that id.

    python object_versions.py REGION BUCKET KEY
"""

import base64
import json
import sys

import boto3

region, bucket, key = sys.argv[1:]
s3 = boto3.client("s3", region_name=region)


def body(version):
    answer = s3.get_object(Bucket=bucket, Key=key, VersionId=version)
    return base64.b64encode(answer["Body"].read()).decode("ascii")


listed = s3.list_object_versions(Bucket=bucket, Prefix=key).get("Versions", [])
newest_first = sorted((one for one in listed if one["Key"] == key), key=lambda one: not one["IsLatest"])
print(json.dumps([{"id": one["VersionId"], "body": body(one["VersionId"])} for one in newest_first]))
