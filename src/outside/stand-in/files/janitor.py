"""Ends whatever belongs to a sandbox, and removes its folder, as soon as whoever opened it is gone.

    python janitor.py FOLDER [keep]

It says `ready` when no signal ends it, and waits then for the end of its standard input, which comes when that process ends, however it ends. A process belongs to the
sandbox when its command line or its environment names the folder, or when it descends from one that does. Another janitor
does not: that of a kept folder waits until the one before it has ended, so that nothing which begins anew is taken for what is left.
"""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time

folder, *rest = sys.argv[1:]


def environment(pid):
    try:
        with open(f"/proc/{pid}/environ", "rb") as file:
            return file.read().decode("utf-8", "replace")
    except OSError:
        return ""


def belonging():
    listed = subprocess.run(["ps", "-A", "-ww", "-o", "pid=,ppid=,args="], capture_output=True, text=True).stdout
    rows = [(int(pid), int(parent), args) for pid, parent, args in (line.split(None, 2) for line in listed.splitlines() if len(line.split(None, 2)) == 3)]
    janitors = {pid for pid, _, args in rows if f"janitor.py {folder}" in args}
    mine = {pid for pid, _, args in rows if folder in args or folder in environment(pid)} - janitors
    while True:
        more = {pid for pid, parent, _ in rows if parent in mine} - mine - janitors
        if not more:
            return mine - {os.getpid()} - {pid for pid, parent, args in rows if parent == os.getpid()}
        mine |= more


for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    signal.signal(name, signal.SIG_IGN)
if rest:
    fcntl.flock(os.open(folder, os.O_RDONLY), fcntl.LOCK_EX)
print("ready", flush=True)
sys.stdin.buffer.read()
for ending in (signal.SIGHUP, signal.SIGKILL, signal.SIGKILL):
    pids = belonging()
    for pid in pids:
        try:
            os.kill(pid, ending)
        except OSError:
            pass
    # What is kept is written by the stand-in when it ends, which takes a moment.
    patience = time.monotonic() + (10 if rest and ending == signal.SIGHUP else 1)
    while pids and time.monotonic() < patience and belonging():
        time.sleep(0.05)
if not rest:
    shutil.rmtree(folder, ignore_errors=True)
