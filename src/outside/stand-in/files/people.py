"""Who calls a stand-in, with which second factor, and whose policies count. A key that it did not hand out is an administrator's."""

import json
import time
from datetime import datetime, timedelta, timezone
from urllib.parse import parse_qs

from moto.iam.models import iam_backends
from moto.iam.utils import generate_access_key_id_from_account_id
from moto.sts.models import sts_backends

import mfa_device

# The sessions of users by their keys: whose, since when in seconds since 1970, and whether a second factor was shown.
sessions = {}
ended = set()


def is_ended(access_key):
    return access_key in ended


def end_sessions():
    """Ends every session that was handed out so far, of roles and of users."""
    backends = [backend for account in list(sts_backends.values()) for backend in account.values()]
    ended.update(role.access_key_id for backend in backends for role in backend.assumed_roles)
    ended.update(sessions)


def user_of(access_key, account):
    """The user whose key it is, or whose session; None where it is of none."""
    key, *_ = sessions.get(access_key, (access_key,))
    users = [user for backend in iam_backends[account].values() for user in backend.users.values()]
    return next((user for user in users if any(one.access_key_id == key for one in user.access_keys)), None)


def role_of(access_key, account):
    """The role that the key is a session of, with its backend and the ARN of the session; None where it is of none."""
    assumed = [backend.get_assumed_role_from_access_key(access_key) for backend in sts_backends[account].values()]
    session = next((one for one in assumed if one), None)
    pairs = [(backend, role) for backend in iam_backends[account].values() for role in backend.roles.values()]
    return next(((backend, role, session.arn) for backend, role in pairs if session and role.arn == session.role_arn), None)


def document_of(policy):
    """The version of a policy that counts."""
    return json.loads(next(one.document for one in policy.versions if one.version_id == policy.default_version_id))


def documents_of(one):
    """The policies that are attached to a user, group or role, and its own."""
    return [document_of(policy) for policy in one.managed_policies.values()] + [json.loads(text) for text in one.policies.values()]


def second_factor(call, user):
    """
    What AWS knows of a second factor where it decides. A key of a user's own says nothing, unless the call shows a code; a
    session of a user says whether one was shown and how long ago; a session of a role says that none was.
    Source: IAM User Guide, "AWS global condition context keys" and "Secure API access with MFA".
    """
    form = parse_qs(call["body"] or "") if call["service"] == "sts" else {}
    serial, code = (form.get(name, [None])[0] for name in ("SerialNumber", "TokenCode"))
    if user is not None and (serial or code):
        is_right = serial in user.mfa_devices and mfa_device.is_right(serial, code)
        return {"present": is_right, "age": 0 if is_right else None, "wrong": not is_right}
    _, since, is_shown = sessions.get(call["accessKey"], (None, 0, None if user else False))
    return {"present": is_shown, "age": int(time.time() - since) if is_shown else None, "wrong": False}


def caller_of(call, account):
    """Who calls, and the policies of that user or role; None for an administrator of the stand-in."""
    user = user_of(call["accessKey"], account)
    mfa = second_factor(call, user)
    if user is not None:
        groups = [group for backend in iam_backends[account].values() for group in backend.groups.values() if user in group.users]
        identity = [document for one in (user, *groups) for document in documents_of(one)]
        return {"kind": "User", "arn": user.arn, "session": user.arn, "identity": identity, "boundary": None, "mfa": mfa}
    found = role_of(call["accessKey"], account)
    if found is None:
        return None
    backend, role, session = found
    bound = backend.managed_policies.get(role.permissions_boundary_arn) if role.permissions_boundary_arn else None
    boundary = document_of(bound) if bound else None
    return {"kind": "AssumedRole", "arn": role.arn, "session": session, "identity": documents_of(role), "boundary": boundary, "mfa": mfa}


def bounds_of(arn, account):
    """The ARN of the boundary that a role of the account has; None where it has none, or there is no such role."""
    roles = [role for backend in iam_backends[account].values() for role in backend.roles.values()]
    return next((role.permissions_boundary_arn or None for role in roles if arn and role.arn == arn), None)


def session_answer(call, account):
    """The answer to a user who asks for a session of their own, which moto hands out without a user; None for any other call."""
    form = parse_qs(call["body"] or "") if call["service"] == "sts" else {}
    user = user_of(call["accessKey"], account)
    if form.get("Action") != ["GetSessionToken"] or user is None:
        return None
    key = generate_access_key_id_from_account_id(account, "ASIA")
    sessions[key] = (call["accessKey"], time.time(), second_factor(call, user)["present"] is True)
    lasts = timedelta(seconds=int(form.get("DurationSeconds", ["43200"])[0]))
    end = (datetime.now(timezone.utc) + lasts).strftime("%Y-%m-%dT%H:%M:%SZ")
    body = (
        '<GetSessionTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetSessionTokenResult><Credentials>'
        f"<AccessKeyId>{key}</AccessKeyId><SecretAccessKey>known-to-the-stand-in-alone</SecretAccessKey>"
        f"<SessionToken>of-this-stand-in</SessionToken><Expiration>{end}</Expiration>"
        "</Credentials></GetSessionTokenResult></GetSessionTokenResponse>"
    )
    return 200, {"Content-Type": "text/xml"}, body.encode()
