"""The code that a user's device for a second factor shows. A stand-in knows the secret of each device by its serial number."""

import hashlib
import hmac
import struct
import time

# Source: RFC 6238, "TOTP", section 5.2: steps of 30 seconds, and the one before and after is taken too.
STEP = 30


def one_time(secret, at):
    """The code of six digits for a moment, in seconds since 1970. Source: RFC 4226, section 5.3."""
    mac = hmac.new(secret, struct.pack(">Q", int(at // STEP)), "sha1").digest()
    offset = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[offset : offset + 4])[0] & 0x7FFFFFFF) % 10**6:06d}"


def shown_by(serial, at=None):
    return one_time(hashlib.sha1(serial.encode()).digest(), time.time() if at is None else at)


def is_right(serial, code):
    now = time.time()
    return code in [shown_by(serial, now + steps * STEP) for steps in (-1, 0, 1)]
