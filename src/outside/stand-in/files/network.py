"""Gives a sandbox a network of its own, which is the loopback alone, and runs commands in it. For Linux.

    python network.py make FOLDER                    says `ready`, and keeps it until its standard input ends
    python network.py enter PID COMMAND ARGUMENT …   becomes the command, in the network that this process keeps

A command keeps its user, its process and its terminal. At a socket of the file system where a program of this machine waits,
nothing answers in there, since that program may resolve a name or fetch a page (systemd-resolved, nscd, Docker). FOLDER only
names the sandbox. Sources: user_namespaces(7), network_namespaces(7), mount_namespaces(7), unix(7), netdevice(7).
"""

import ctypes
import fcntl
import os
import socket
import stat
import struct
import sys

# linux/sched.h, sys/mount.h, linux/sockios.h, linux/if.h
NEW_MOUNTS, NEW_USERS, NEW_NETWORK = 0x00020000, 0x10000000, 0x40000000
BIND = 0x1000
GET_FLAGS, SET_FLAGS, UP = 0x8913, 0x8914, 0x1

libc = ctypes.CDLL(None, use_errno=True)


def must(code):
    if code != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def listening():
    """The paths at which a program of this machine waits for others, as /proc/net/unix has them."""
    with open("/proc/net/unix", encoding="utf-8", errors="surrogateescape") as file:
        rows = [line.rstrip("\n").split(None, 7) for line in file]
    return {row[7] for row in rows if len(row) == 8 and row[3] == "00010000" and row[7].startswith("/")}


def is_socket(path):
    try:
        return stat.S_ISSOCK(os.stat(path).st_mode)
    except OSError:
        return False


def map_users(pid):
    """Each number stays what it is. For the administrator that is every user and group, for others the own alone."""
    for kind, own in (("uid", os.geteuid()), ("gid", os.getegid())):
        rows = [f"{own} {own} 1"]
        if os.geteuid() == 0:
            with open(f"/proc/self/{kind}_map", encoding="ascii") as file:
                rows = [f"{first} {first} {count}" for first, _, count in (line.split() for line in file)]
        elif kind == "gid":
            with open(f"/proc/{pid}/setgroups", "w", encoding="ascii") as file:
                file.write("deny")
        with open(f"/proc/{pid}/{kind}_map", "w", encoding="ascii") as file:
            file.write("\n".join(rows))


def leave_this_network():
    """Only a process outside may map all users, so one waits there until this one has left."""
    parent, (begin, begun) = os.getpid(), os.pipe()
    child = os.fork()
    if child == 0:
        os.close(begun)
        if os.read(begin, 1):
            map_users(parent)
        os._exit(0)
    must(libc.unshare(NEW_USERS | NEW_NETWORK | NEW_MOUNTS))
    os.write(begun, b"\n")
    if os.waitpid(child, 0)[1] != 0:
        raise OSError("the users are not mapped")


def make(_folder):
    paths = listening()
    leave_this_network()
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        name, flags = struct.unpack("16sH14x", fcntl.ioctl(any_socket, GET_FLAGS, struct.pack("16sH14x", b"lo", 0)))
        fcntl.ioctl(any_socket, SET_FLAGS, struct.pack("16sH14x", name, flags | UP))
    for path in paths:
        # What this user cannot find, no command of this user finds.
        if is_socket(path):
            must(libc.mount(b"/dev/null", os.fsencode(path), None, BIND, None))
    print("ready", flush=True)
    sys.stdin.buffer.read()


def enter(pid, *command):
    folder = os.getcwd()
    for space in [os.open(f"/proc/{pid}/ns/{kind}", os.O_RDONLY | os.O_CLOEXEC) for kind in ("user", "net", "mnt")]:
        must(libc.setns(space, 0))
    # With the mounts of another process come its folders.
    os.chdir(folder)
    os.execvp(command[0], command)


{"make": make, "enter": enter}[sys.argv[1]](*sys.argv[2:])
