"""Runs a command in a pseudo-terminal, shows what it says as it says it, and types for whoever would sit there.

    python at-terminal.py '[["text to wait for", "what to type then"], …]' COMMAND ARGUMENT …

Where null is to be typed, the terminal is taken away, as by a closed window; the command is then waited for. Ends as the
command does: 128 and the number of the signal where one ended it.
"""

import json
import os
import pty
import sys

script = json.loads(sys.argv[1])
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

said = b""
while terminal is not None:
    try:
        chunk = os.read(terminal, 65536)
    except OSError:
        break
    if not chunk:
        break
    sys.stdout.buffer.write(chunk.replace(b"\r\n", b"\n"))
    sys.stdout.flush()
    said += chunk
    while terminal is not None and script and (at := said.find(script[0][0].encode())) >= 0:
        said = said[at + len(script[0][0].encode()) :]
        text = script.pop(0)[1]
        if text is None:
            os.close(terminal)
            terminal = None
        else:
            os.write(terminal, text.encode())

_, status = os.waitpid(pid, 0)
sys.exit(os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
