"""Start the installed quizzer in a pseudo-terminal, answer one card, quit; then see that the answer is in the log."""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time

import pexpect
import pyte


def main(command: str) -> int:
    """0 when one card could be answered, and was recorded."""
    with tempfile.TemporaryDirectory() as home:
        environ = dict(os.environ, QUIZZER_HOME=home, TERM="xterm-256color", LANG="C.UTF-8")
        screen = pyte.Screen(80, 24)
        stream = pyte.ByteStream(screen)
        child = pexpect.spawn(command, dimensions=(24, 80), env=environ, timeout=20)

        def see(words: str, seconds: float = 20) -> None:
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                with contextlib.suppress(pexpect.TIMEOUT):
                    stream.feed(child.read_nonblocking(65536, timeout=0.2))
                if any(words in line for line in screen.display):
                    return
            raise SystemExit(f"{words!r} did not appear:\n" + "\n".join(screen.display))

        see("Getting started")
        child.send("\r")
        see("left:")
        time.sleep(0.8)
        child.send(" ")
        see("Again")
        time.sleep(0.5)
        child.send("3")
        time.sleep(1)
        child.send("\x1b")
        time.sleep(0.5)
        child.send("\x1b")
        time.sleep(0.5)
        see("Everything today")
        child.send("q")
        child.expect(pexpect.EOF)
        child.close()
        log = subprocess.run([command, "log", "--json"], env=environ, capture_output=True, text=True, check=True)
        kinds = [json.loads(line)["kind"] for line in log.stdout.splitlines()]
        print(f"quizzer left with {child.exitstatus}; the log holds {kinds}")
        return 0 if child.exitstatus == 0 and "reviewed" in kinds else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
