"""A simulated year through the real collection, recounted each day by plain, slow code: `python -m tests.year`."""
