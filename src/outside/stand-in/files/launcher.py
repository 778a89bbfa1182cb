"""Starts moto's HTTPS proxy on a free port of the loopback, and writes down every call that it answers.

    python launcher.py RECORDING CERTIFICATES [KEPT]

prints one line of JSON when it serves: its port, the path of its certificate authority, and an access key of each account. RECORDING gets one JSON object a line for each call, when it has been answered;
CERTIFICATES is a folder for the certificates it makes. It ends when its standard input does, so it cannot outlive
whoever started it. The accounts are those of MOTO_ACCOUNTS, divided by commas; an access key says which of them is asked, as AWS
has it, and any other key asks the first. With KEPT the accounts begin as that file has them, and are written there at the end.

No name is resolved and no connection made: it answers for the services of AWS that it stands for, and refuses every other host.

Files beside RECORDING do something to the way to AWS. While `hold` is there, a call that has its text is done but its
answer waits, and `held` has a dot for each that does. From the first call that has the text of `cut-at` on, nothing is done and
nothing is answered any more: every connection is closed, as long as `cut` is there. With the first call that has the text of `expire-at`
every session that was handed out so far has ended, and AWS says so to each call of one.

`strike` is one JSON object, {"at": TEXT, "by": TEXT, "with": TEXT, "times": N, "done": true or false, "after": SECONDS,
"answer": [STATUS, HEADERS, BODY] or null}; "with" is a text in the body of the call, and it may be left out as "after" may.
The next N calls that have the text of `at`, from a program whose user agent has the text of `by`, are answered by `answer` alone; by null
the connection is closed. Only where `done` says so are they done before. `struck` has a dot for each of them.

With MOTO_JUDGE, a port of the loopback, each call of an assumed role or of a user is put there first, with the policies that
stand in the accounts and the second factor that was shown, and answered with AccessDenied where that says so. The policies of the
organisation of all accounts are in `organisation.json` beside RECORDING, while it is there: {"services": […], "resources": […]}.
"""

import copyreg
import json
import os
import pickle
import re
import shutil
import signal
import ssl
import sys
import threading
import time
import urllib.request
import uuid
from http.server import ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

ACCOUNTS = os.environ["MOTO_ACCOUNTS"].split(",")
JUDGE = os.environ.get("MOTO_JUDGE")
os.environ["TEST_PROXY_MODE"] = "true"
os.environ["MOTO_ACCOUNT_ID"] = ACCOUNTS[0]

from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from moto.core.responses import BaseResponse
from moto.dynamodb.models import DynamoDBBackend, dynamodb_backends
from moto.dynamodb.responses import DynamoHandler
from moto.iam.access_control import PermissionResult
from moto.iam.models import iam_backends
from moto.iam.utils import generate_access_key_id_from_account_id
from moto.kms.models import kms_backends
from moto.moto_proxy import logger
from moto.moto_proxy.certificate_creator import CertificateCreator
from moto.moto_proxy.proxy3 import MotoRequestHandler, ProxyRequestHandler
from moto.s3.models import FakeBucket, s3_backends
from moto.sts.models import sts_backends

# Nothing is written beside this file: it lies in a checkout.
sys.dont_write_bytecode = True

import people

HEADERS = ("x-amz-", "content-type", "user-agent")
SECRET_HEADERS = ("x-amz-security-token",)
CREDENTIAL = re.compile(r"Credential=([^/]+)/[0-9]{8}/([^/]+)/([^/]+)/aws4_request")

HOST = re.compile(r"([a-z0-9.-]+\.)?(s3|dynamodb|ddb|iam|sts|kms)([.-][a-z0-9-]+)?\.amazonaws\.com(:443)?")
KEPT = {"s3": s3_backends, "dynamodb": dynamodb_backends, "iam": iam_backends, "sts": sts_backends, "kms": kms_backends}

connection = threading.local()


def account_of(access_key):
    """The account that an access key was made for: its eight characters after the prefix are the account's number."""
    same = (one for one in ACCOUNTS if access_key and key_of(one)[4:12] == access_key[4:12])
    near = (one for one in same if parity(key_of(one)) == parity(access_key))
    return next(near, ACCOUNTS[0])


def key_of(account):
    return generate_access_key_id_from_account_id(account, "AKIA")


def parity(access_key):
    """The thirteenth character of a key is of the second half of the alphabet for an odd account."""
    return access_key[12] in "QRSTUVWXYZ234567"


def atomic(write, one_at_a_time):
    """moto answers on threads and looks at a condition before it writes; DynamoDB does both as one."""

    def wrapped(*args, **named):
        with one_at_a_time:
            return write(*args, **named)

    return wrapped


def named_arn(account, service, region, body):
    """The ARN of the role or the key that a request names by less than its ARN; None when it names none that exists."""
    if service == "iam":
        name = parse_qs(body).get("RoleName", [None])[0]
        roles = [role for backend in iam_backends[account].values() for role in list(backend.roles.values())]
        return next((role.arn for role in roles if role.name == name), None)
    if service == "kms":
        name = json.loads(body).get("KeyId")
        keys = list(kms_backends[account][region].keys.values())
        return next((key.arn for key in keys if name in (key.id, key.arn, *key.aliases)), None)
    return None


def principal_of(access_key):
    """The assumed role that a key belongs to; None for a key that moto did not hand out."""
    for backend in sts_backends[account_of(access_key)].values():
        assumed = backend.get_assumed_role_from_access_key(access_key)
        if assumed:
            return assumed.arn
    return None


def call_of(method, host, path, headers, body):
    """What is asked, by whom, and over what: all that is known of a call before it is answered."""
    url = urlsplit(host + path)
    credential = CREDENTIAL.search(headers.get("Authorization", ""))
    access_key, region, service = credential.groups() if credential else (None, None, None)
    lowered = {name.lower(): value for name, value in headers.items()}
    text = body.decode("utf-8") if body and service != "s3" else None
    return {
        "method": method,
        "host": url.hostname,
        "path": url.path,
        "query": url.query,
        "service": service,
        "region": region,
        "accessKey": access_key,
        "principal": principal_of(access_key),
        "tls": getattr(connection, "tls", None),
        "headers": {k: v for k, v in lowered.items() if k.startswith(HEADERS) and k not in SECRET_HEADERS},
        "body": text,
        "named": named_arn(account_of(access_key), service, region, text),
    }


def action_of(call):
    """What a call names as its action: JSON services in a header, IAM and STS in the form that they are sent."""
    form = parse_qs(call["body"] or "") if call["service"] in ("iam", "sts") else {}
    return call["headers"].get("x-amz-target") or "".join(form.get("Action", []))


# What AWS answers of settings that moto does not know, where nobody made them; nobody can make them here.
# Source: Amazon S3 and Amazon DynamoDB API References.
BUCKETS = {
    "abac": (200, "<AbacStatus><Status>Disabled</Status></AbacStatus>"),
    "intelligent-tiering": (
        200,
        "<ListBucketIntelligentTieringConfigurationsOutput><IsTruncated>false</IsTruncated>"
        "</ListBucketIntelligentTieringConfigurationsOutput>",
    ),
    "metadataConfiguration": (404, "<Error><Code>MetadataConfigurationNotFound</Code><Message>none</Message></Error>"),
    "notification": (200, "<NotificationConfiguration/>"),
    "requestPayment": (200, "<RequestPaymentConfiguration><Payer>BucketOwner</Payer></RequestPaymentConfiguration>"),
}
TABLES = {
    "DescribeContributorInsights": {"ContributorInsightsStatus": "DISABLED"},
    "DescribeKinesisStreamingDestination": {"KinesisDataStreamDestinations": []},
}


def table_answer(call):
    """The answer to a question about a table that moto does not know; None for any other call."""
    action = action_of(call).rpartition(".")[2]
    if call["service"] != "dynamodb" or action not in TABLES:
        return None
    name = json.loads(call["body"])["TableName"]
    known = name in dynamodb_backends[account_of(call["accessKey"])][call["region"]].tables
    missing = {"__type": "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException", "message": f"Table: {name} not found"}
    body = {"TableName": name, **TABLES[action]} if known else missing
    return (200 if known else 400), {"Content-Type": "application/x-amz-json-1.0"}, json.dumps(body).encode()


def has_configuration(body):
    return "Configuration>" in (body.decode() if isinstance(body, bytes) else str(body))


def bucket_answer(call, response):
    """The same of a bucket, where moto answered as if something else had been asked, or with nothing at all."""
    asked = next((name for name in parse_qs(call["query"], keep_blank_values=True) if name in BUCKETS), None)
    if call["service"] != "s3" or call["method"] != "GET" or asked is None or not isinstance(response, tuple):
        return response
    if response[0] != 200 or (asked == "notification" and has_configuration(response[2])):
        return response
    status, body = BUCKETS[asked]
    return status, {"Content-Type": "application/xml"}, body.encode()


def question_of(call):
    """Who is calling, and all policies that AWS puts together to decide on it; None for an administrator of the stand-in."""
    own = account_of(call["accessKey"])
    who = people.caller_of(call, own)
    if who is None:
        return None
    account, resource = resource_policy(call, own)
    return {
        "call": call,
        "account": account,
        "own": own,
        **who,
        "bounds": people.bounds_of(call["named"], own),
        "resource": json.loads(resource) if resource else None,
        "organisation": organisation_policies(),
    }


def organisation_policies():
    """The policies of the organisation of all accounts, as they are written down; None where there are none."""
    try:
        with open(os.path.join(os.path.dirname(os.path.abspath(sys.argv[1])), "organisation.json"), encoding="utf-8") as file:
            return file.read()
    except FileNotFoundError:
        return None


def resource_policy(call, own):
    """The account that owns what is asked for, and its own policy where it has one."""
    if call["service"] == "s3":
        host = call["host"]
        name = call["path"].split("/")[1] if re.match(r"s3[.-]", host) else re.sub(r"\.s3[.-].*", "", host)
        partition, account = s3_backends.bucket_accounts.get(name, (None, own))
        bucket = s3_backends[account][partition].buckets.get(name) if partition else None
        return account, bucket.policy if bucket else None
    if call["service"] == "sts":
        arn = parse_qs(call["body"] or "").get("RoleArn", [""])[0]
        account = arn.split(":")[4] if arn.count(":") >= 5 else own
        roles = [r for b in iam_backends[account].values() for r in b.roles.values()] if account in ACCOUNTS else []
        return account, next((role.assume_role_policy_document for role in roles if role.arn == arn), None)
    if call["service"] == "kms" and call["named"]:
        keys = kms_backends[own][call["region"]].keys.values()
        return own, next((key.policy for key in keys if key.arn == call["named"]), None)
    return own, None


def denied(call):
    """Why the judge denies a call; None where it does not, or where there is none."""
    question = question_of(call) if JUDGE else None
    if question is None:
        return None
    if question["mfa"]["wrong"]:
        return "MultiFactorAuthentication failed with invalid MFA one time pass code."
    request = urllib.request.Request(f"http://127.0.0.1:{JUDGE}/", json.dumps(question).encode())
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as answer:
        return json.load(answer)["denied"]


# How each service writes that a call is not answered: the code of JSON services is another one than that of the others.
# Source: the Common Errors of the API references of DynamoDB, KMS, IAM and STS; the Error Responses of S3.
DENIED = ("AccessDenied", "AccessDeniedException", 403)
EXPIRED = ("ExpiredToken", "ExpiredTokenException", 400)
ENDED = "The security token included in the request is expired"


def refusal(call, kind, why):
    """A refusal of one of these kinds as the service writes it."""
    code, exception, status = kind
    if call["service"] in ("dynamodb", "kms"):
        name = f"com.amazon.coral.service#{exception}" if call["service"] == "dynamodb" else exception
        return 400, {"Content-Type": "application/x-amz-json-1.0"}, json.dumps({"__type": name, "Message": why, "message": why})
    error = f"<Code>{code}</Code><Message>{escape(why)}</Message>"
    if call["service"] == "s3":
        return status, {"Content-Type": "application/xml"}, "" if call["method"] == "HEAD" else f"<Error>{error}</Error>"
    return 403, {"Content-Type": "text/xml"}, f"<ErrorResponse><Error><Type>Sender</Type>{error}</Error></ErrorResponse>"


class Way:
    """The way to AWS, as far as files in a folder change it."""

    def __init__(self, folder):
        self.file = lambda name: os.path.join(folder, name)
        self.one_at_a_time = threading.Lock()

    def asks(self, name, call):
        """Whether a file is there whose text the method, path and action of this call have."""
        try:
            with open(self.file(name), encoding="utf-8") as file:
                text = file.read()
        except FileNotFoundError:
            return False
        return text in f"{call['method']} {call['path']} {action_of(call)}"

    def drop(self):
        if os.path.exists(self.file("cut")):
            raise SystemExit

    def before(self, call):
        if self.asks("cut-at", call):
            open(self.file("cut"), "w").close()
        if self.asks("expire-at", call):
            people.end_sessions()
            os.remove(self.file("expire-at"))
        self.drop()

    def strike(self, call):
        """What a file says of the answer to this call; None where it says nothing."""
        with self.one_at_a_time:
            try:
                with open(self.file("strike"), encoding="utf-8") as file:
                    strike = json.load(file)
            except FileNotFoundError:
                return None
            asked = f"{call['method']} {call['path']} {action_of(call)}"
            if strike["at"] not in asked or strike["by"] not in call["headers"].get("user-agent", ""):
                return None
            if strike.get("with", "") not in (call["body"] or ""):
                return None
            with open(self.file("struck"), "a") as struck:
                struck.write(".")
                if struck.tell() >= strike["times"]:
                    os.remove(self.file("strike"))
            return strike

    def after(self, call):
        if self.asks("hold", call):
            with open(self.file("held"), "a") as held:
                held.write(".")
        while self.asks("hold", call):
            time.sleep(0.02)
        self.drop()


def struck(strike):
    """The answer of a strike, or the end of the connection."""
    time.sleep(strike.get("after", 0))
    if strike["answer"] is None:
        raise SystemExit
    status, headers, body = strike["answer"]
    return status, headers, body.encode()


def recording(answer, file, way):
    lock = threading.Lock()

    def write(call, status):
        made = None if call["named"] else {"named": named_arn(account_of(call["accessKey"]), call["service"], call["region"], call["body"])}
        with lock:
            file.write(json.dumps({**call, **(made or {}), "status": status}) + "\n")
            file.flush()

    def parse_request(self, method, host, path, headers, body):
        call = call_of(method, host, path, headers, body)
        way.before(call)
        kind, why = (EXPIRED, ENDED) if people.is_ended(call["accessKey"]) else (DENIED, denied(call))
        if why is not None:
            answered = refusal(call, kind, why)
            write(call, answered[0])
            return answered
        strike = way.strike(call)
        if strike and not strike["done"]:
            return struck(strike)
        try:
            response = table_answer(call) or people.session_answer(call, account_of(call["accessKey"])) or bucket_answer(
                call, answer(self, method=method, host=host, path=path, headers=headers, body=body)
            )
        except Exception as error:
            write(call, getattr(error, "code", 502))
            raise
        write(call, response[0] if isinstance(response, tuple) else 200)
        way.after(call)
        return struck(strike) if strike else response

    return parse_request


def with_its_key(update):
    """DynamoDB changes the key of a table by UpdateTable, which moto leaves out."""

    def update_table(self):
        wanted = self.body.get("SSESpecification")
        if wanted is not None:
            table = self.dynamodb_backend.get_table(self.body["TableName"])
            default = table._get_default_encryption_key(table.account_id, table.region_name)
            table.sse_specification = {"KMSMasterKeyId": default, **wanted}
        return update(self)

    return update_table


def read_key(pem):
    return load_pem_private_key(pem, None)


def written(key):
    """A private key of KMS, as a file can have it."""
    return read_key, (key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),)


def load(path):
    if os.path.exists(path):
        with open(path, "rb") as file:
            kept = pickle.load(file)
        for service, account, region, values in kept["backends"]:
            KEPT[service][account][region].__dict__.update(values)
        s3_backends.bucket_accounts.update(kept["buckets"])


def save(path):
    backends = [
        (service, account, region, dict(backend.__dict__))
        for service, accounts in KEPT.items()
        for account, regions in list(accounts.items())
        for region, backend in list(regions.items())
    ]
    copyreg.pickle(type(rsa.generate_private_key(65537, 2048)), written)
    partial = f"{path}.partial"
    with open(partial, "wb") as file:
        pickle.dump({"backends": backends, "buckets": dict(s3_backends.bucket_accounts)}, file)
    os.replace(partial, path)


def refuse(self, *_):
    self.send_error(403, "this stands for AWS, and is the way to nothing else")


def tls_alone(answer):
    def do(self):
        answer(self) if isinstance(self.connection, ssl.SSLSocket) else refuse(self)

    return do


def noting_tls(connect, way):
    def do_CONNECT(self):
        way.drop()
        if not HOST.fullmatch(self.path):
            return refuse(self)
        connect(self)
        connection.tls = getattr(self.connection, "version", lambda: None)()

    return do_CONNECT


def with_its_id(self):
    """AWS gives each answer an id of the request. moto gives none where this file answers, or where it fails."""
    sent = b"".join(getattr(self, "_headers_buffer", [])).lower()
    if b"x-amz-request-id:" in sent or b"x-amzn-requestid:" in sent:
        return
    is_s3 = re.search(r"(^|\.)s3[.-]", (self.headers or {}).get("Host", "")) is not None
    self.send_header("x-amz-request-id" if is_s3 else "x-amzn-RequestId", uuid.uuid4().hex.upper())


def telling_that_it_closes(end_headers):
    """moto closes each connection after one answer, and does not say so: a client that speaks on it again would be cut off."""

    def closing(self):
        if isinstance(self.connection, ssl.SSLSocket):
            with_its_id(self)
            self.send_header("Connection", "close")
        end_headers(self)

    return closing


def main(file_name, certificates, kept=None):
    BaseResponse.get_current_account = lambda self: account_of(self.get_access_key())
    ProxyRequestHandler.connect_relay = ProxyRequestHandler.passthrough_http = refuse
    answer = ProxyRequestHandler.do_GET
    for method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        setattr(ProxyRequestHandler, f"do_{method}", tls_alone(answer))
    if kept:
        # The end of its standard input ends it, so that it is kept whole.
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        load(kept)
    # moto takes a Deny whose condition is not met for a denial; what a policy allows is the simulator's to judge.
    FakeBucket.get_permission = lambda self, action, resource: PermissionResult.NEUTRAL
    one_at_a_time = threading.RLock()
    for name in ("put_item", "delete_item"):
        setattr(DynamoDBBackend, name, atomic(getattr(DynamoDBBackend, name), one_at_a_time))
    DynamoHandler.update_table = with_its_key(DynamoHandler.update_table)
    shutil.copytree(CertificateCreator.certdir, certificates, dirs_exist_ok=True)
    CertificateCreator.certdir = certificates
    logger.setLevel("ERROR")
    way = Way(os.path.dirname(os.path.abspath(file_name)))
    MotoRequestHandler.parse_request = recording(MotoRequestHandler.parse_request, open(file_name, "a"), way)
    ProxyRequestHandler.do_CONNECT = noting_tls(ProxyRequestHandler.do_CONNECT, way)
    ProxyRequestHandler.end_headers = telling_that_it_closes(ProxyRequestHandler.end_headers)
    # Twenty preflights at once on a slow machine: a connection waits to be accepted, and to be spoken on, without being cut.
    ProxyRequestHandler.timeout = 120
    ThreadingHTTPServer.request_queue_size = 256
    server = ThreadingHTTPServer(("127.0.0.1", 0), ProxyRequestHandler)
    os.environ["MOTO_PORT"] = str(server.server_port)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    keys = {account: key_of(account) for account in ACCOUNTS}
    print(json.dumps({"port": server.server_port, "authority": CertificateCreator.cacert, "keys": keys}), flush=True)
    sys.stdin.buffer.read()
    if kept:
        save(kept)
    os._exit(0)


main(*sys.argv[1:])
