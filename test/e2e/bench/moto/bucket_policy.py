"""Reads, sets or removes the policy of a bucket, as nobody's plan does.

    python bucket_policy.py BUCKET           prints it, or null
    python bucket_policy.py BUCKET TEXT      sets it; an empty text removes it
"""

import json
import sys

import boto3

bucket, *text = sys.argv[1:]
s3 = boto3.client("s3", region_name="eu-central-1")
if text == [""]:
    s3.delete_bucket_policy(Bucket=bucket)
elif text:
    s3.put_bucket_policy(Bucket=bucket, Policy=text[0])
try:
    print(json.dumps(json.loads(s3.get_bucket_policy(Bucket=bucket)["Policy"])))
except s3.exceptions.from_code("NoSuchBucketPolicy"):
    print("null")
