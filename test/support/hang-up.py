"""Runs a command under a shell's part in a pseudo-terminal, types into it, and takes the terminal away at the end.

    python hang-up.py '[["text to wait for", "what to type then"], …, ["text to wait for", null]]' COMMAND ARGUMENT …

takes the terminal away where null stands. As with a shell, the leader of the session then dies, and the system tells
everybody in the foreground. Ends when the command has, however that ended. Where nothing is said for ten minutes, it says for
what it waits, takes the terminal away and ends.
"""

import json
import os
import pty
import select
import signal
import sys

script = json.loads(sys.argv[1])
ended, running = os.pipe()
os.set_inheritable(running, True)
pid, terminal = pty.fork()
if pid == 0:
    command = os.fork()
    if command == 0:
        os.execvp(sys.argv[2], sys.argv[2:])
    os.close(running)
    os.waitpid(command, 0)
    os._exit(0)
os.close(running)

screen = b""
seen = 0
while script:
    if not select.select([terminal], [], [], 600)[0]:
        screen += f"\nhang-up.py: nothing was said for 600 seconds, while {script[:1]} was waited for\n".encode()
        os.killpg(os.tcgetpgrp(terminal), signal.SIGKILL)
        break
    try:
        chunk = os.read(terminal, 65536)
    except OSError:
        break
    if not chunk:
        break
    screen += chunk
    while script and (at := screen.find(script[0][0].encode(), seen)) >= 0:
        seen = at + len(script[0][0].encode())
        text = script.pop(0)[1]
        if text is not None:
            os.write(terminal, text.encode())
sys.stdout.buffer.write(screen)
sys.stdout.flush()
os.close(terminal)
os.waitpid(pid, 0)
os.read(ended, 1)
