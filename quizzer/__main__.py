"""The entry of `quizzer` and `python -m quizzer`."""

import gc
import os
import sys


def main() -> None:
    """Run one command line and leave with its exit code."""
    # Start-up makes many objects and hardly any garbage: collecting waits until the imports are done.
    gc.disable()
    from quizzer.cli.bug import report_bug
    from quizzer.cli.main import run

    sys.excepthook = report_bug
    code = run(sys.argv[1:])
    if "threading" in sys.modules:
        # The interpreter's last collection has nothing to free that the system does not take back anyway.
        gc.freeze()
        sys.exit(code)
    # Where there cannot be threads to wait for, taking the modules apart would only cost time.
    os._exit(code)


if __name__ == "__main__":
    main()
