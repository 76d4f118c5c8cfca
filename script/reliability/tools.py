"""Helpers of the drivers: counts, workers, one line of figures."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def arguments(description, count, **more):
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("count", type=int, nargs="?", default=count)
    parser.add_argument("--binary", default=os.path.join(ROOT, ".build/release/qjboard"))
    parser.add_argument("--seed", type=int, default=time.time_ns() & 0xFFFFFFFF)
    parser.add_argument("--jobs", type=int, default=4)
    for name, value in more.items():
        parser.add_argument("--" + name, type=type(value), default=value)
    values = parser.parse_args()
    values.binary = os.path.abspath(values.binary)
    return values


def shim():
    """Compiles the preloaded library; returns its path, in a directory of its own."""
    place = tempfile.mkdtemp(prefix="qjboard-shim-")
    os.chmod(place, 0o755)
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O1", "-w", "-o", f"{place}/shim.so", f"{HERE}/shim.c", "-ldl"], check=True)
    return f"{place}/shim.so"


def parallel(work, items, jobs):
    """The results of work for each item."""
    with ThreadPoolExecutor(jobs) as pool:
        return list(pool.map(work, items))


def dataset(place, source="small"):
    """A copy of a dataset that can be written to."""
    shutil.copytree(f"{ROOT}/fixtures/{source}", place)
    return place


def report(name, count, bad, start, extra=""):
    """Prints one line of figures and the first faults; exits."""
    print(f"{name}: {count} tried, {len(bad)} bad, {time.monotonic() - start:.0f} s{'; ' + extra if extra else ''}")
    for item in bad[:40]:
        print(f"  {item}")
    sys.exit(1 if bad else 0)
