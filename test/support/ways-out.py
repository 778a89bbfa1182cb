"""Tries each way to another program that leads through no proxy, and says of each whether it is open.

    python ways-out.py ADDRESS:PORT… NAME… /PATH…

An address is open where a connection to its port is accepted, or where a route leads there, which is all that a datagram
needs; of the loopback only the first counts. A name is open where it is resolved, and a socket of this machine where it
answers. It ends with 1 where any is open.
"""

import socket
import sys

SECONDS = 5


def connect(family, kind, address):
    with socket.socket(family, kind) as one:
        one.settimeout(SECONDS)
        one.connect(address)


def is_possible(attempt, *arguments):
    try:
        attempt(*arguments)
        return True
    except OSError:
        return False


def is_open(target):
    if target.startswith("/"):
        return is_possible(connect, socket.AF_UNIX, socket.SOCK_STREAM, target)
    address, colon, port = target.rpartition(":")
    if not colon:
        return is_possible(socket.getaddrinfo, target, 443)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    kinds = [socket.SOCK_STREAM] if address.startswith("127.") else [socket.SOCK_DGRAM, socket.SOCK_STREAM]
    return any(is_possible(connect, family, kind, (address, int(port))) for kind in kinds)


found = {target: is_open(target) for target in sys.argv[1:]}
for target, is_found in found.items():
    print("OPEN" if is_found else "CLOSED", target)
sys.exit(any(found.values()))
