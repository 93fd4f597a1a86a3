"""What all tests share: no test is timed, so that a busy machine fails none."""

import os

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


def pytest_xdist_auto_num_workers() -> int:
    """Two workers a core: half of the time a test that presses keys waits until the screen is at rest."""
    return 2 * (os.cpu_count() or 1)
