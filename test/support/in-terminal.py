"""Runs a command in a pseudo-terminal and types into it.

    python in-terminal.py '[["text to wait for", "what to type then"], …]' COMMAND ARGUMENT …

A third text is a path: what is typed waits until it is there, two minutes at most. A fourth is the path of a file that is made
when the text was seen. Prints all that stood on the terminal, and ends as the command does (128 and the number of the signal where one ended it).

A Ctrl-C behind other keys is pressed once these are on the screen and the terminal is quiet. The line editor of bash keeps one
that comes between its prompt and its first look at the keyboard until another key is pressed. Where nothing is said for ten
minutes, or for IN_TERMINAL_SECONDS, it says for what it waits, ends the command and ends with 124.
"""

import json
import os
import pty
import select
import signal
import sys
import time

SECONDS = float(os.environ.pop("IN_TERMINAL_SECONDS", "600"))
QUIET = 0.25

script = json.loads(sys.argv[1])
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

screen = b""
seen = 0


def end(code):
    sys.stdout.buffer.write(screen)
    sys.stdout.flush()
    os._exit(code)


def more(seconds):
    """Reads what is said: whether something was in that time, and None where the terminal is closed."""
    global screen
    if not select.select([terminal], [], [], seconds)[0]:
        return False
    try:
        chunk = os.read(terminal, 65536)
    except OSError:
        return None
    screen += chunk
    return True if chunk else None


def press(text):
    before, key, after = text.partition("\x03")
    os.write(terminal, before.encode())
    if not key:
        return
    if before:
        # Where it stands on the screen whole, or was never to be shown.
        patience = time.monotonic() + 30
        while screen.find(before.encode(), seen) < 0 and time.monotonic() < patience and more(1) is not None:
            pass
        while more(QUIET):
            pass
    os.write(terminal, key.encode())
    press(after)


while (said := more(SECONDS)) is not None:
    if not said:
        screen += f"\nin-terminal.py: nothing was said for {SECONDS:g} seconds, while {script[:1] or 'the end'} was waited for\n".encode()
        os.killpg(pid, signal.SIGKILL)
        end(124)
    while script and (at := screen.find(script[0][0].encode(), seen)) >= 0:
        seen = at + len(script[0][0].encode())
        _, text, path, made = (script.pop(0) + [None, None])[:4]
        if made is not None:
            open(made, "w").close()
        patience = time.monotonic() + 120
        while path is not None and not os.path.exists(path) and time.monotonic() < patience:
            time.sleep(0.02)
        press(text)

_, status = os.waitpid(pid, 0)
end(os.waitstatus_to_exitcode(status) % 256 if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
