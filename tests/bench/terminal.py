"""A program in a pseudo-terminal, timed from its start, or from a key, to the bytes that were waited for."""

import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from fcntl import ioctl
from pathlib import Path

SIZE = struct.pack("HHHH", 24, 80, 0, 0)


def environment(home: str, decks: str) -> dict[str, str]:
    """Without what slows Python down or changes what is drawn."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "QUIZZER", "TEXTUAL"))}
    return clean | {"QUIZZER_HOME": home, "QUIZZER_DECKS": decks, "TERM": "xterm-256color", "LANG": "C.UTF-8"}


class Terminal:
    """A child process and the screen end of its terminal."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str]) -> None:
        self.started = time.perf_counter()
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            ioctl(1, termios.TIOCSWINSZ, SIZE)
            os.execvpe(command[0], list(command), dict(environ))
        ioctl(self.screen, termios.TIOCSWINSZ, SIZE)

    def wait_for(self, pattern: str, unlike: bytes = b"", seconds: float = 30) -> tuple[float, bytes]:
        """When bytes that match were read, and what matched; `unlike` is passed over."""
        seen, end = b"", time.perf_counter() + seconds
        wanted = re.compile(pattern.encode())
        while time.perf_counter() < end:
            if not select.select([self.screen], [], [], 0.05)[0]:
                continue
            try:
                seen += os.read(self.screen, 65_536)
            except OSError:
                break
            now = time.perf_counter()
            for match in wanted.finditer(seen):
                if match[0] != unlike:
                    return now, match[0]
        raise TimeoutError(f"{pattern!r} was not drawn; last bytes: {seen[-400:]!r}")

    def rest(self, seconds: float) -> None:
        """Read and drop what is drawn for a while."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self.screen], [], [], left)[0]:
                os.read(self.screen, 65_536)

    def send(self, keys: str) -> float:
        """Press keys; when."""
        now = time.perf_counter()
        os.write(self.screen, keys.encode())
        return now

    def peak_memory(self) -> float:
        """The most memory that was resident so far, in MB."""
        status = Path(f"/proc/{self.pid}/status").read_text("ascii")
        peak = next(line for line in status.splitlines() if line.startswith("VmHWM"))
        return int(peak.split()[1]) / 1024

    def end(self) -> None:
        """Stop the program, whatever it does."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.screen)
