"""Runs a command in a pseudo-terminal and types into it.

    python in-terminal.py '[["text to wait for", "what to type then"], …]' COMMAND ARGUMENT …

A third text is a path: what is typed waits until it is there, two minutes at most. A fourth is the path of a file that is made
when the text was seen. Prints all that stood on the terminal, and ends as the command does (128 and the number of the signal where one ended it).
"""

import json
import os
import pty
import sys
import time

script = json.loads(sys.argv[1])
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

screen = b""
seen = 0
while True:
    try:
        chunk = os.read(terminal, 65536)
    except OSError:
        break
    if not chunk:
        break
    screen += chunk
    while script and (at := screen.find(script[0][0].encode(), seen)) >= 0:
        seen = at + len(script[0][0].encode())
        _, text, path, made = (script.pop(0) + [None, None])[:4]
        if made is not None:
            open(made, "w").close()
        patience = time.monotonic() + 120
        while path is not None and not os.path.exists(path) and time.monotonic() < patience:
            time.sleep(0.02)
        os.write(terminal, text.encode())

_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(screen)
sys.stdout.flush()
os._exit(os.waitstatus_to_exitcode(status) % 256 if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
