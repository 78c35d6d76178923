"""Runs one command and says what it cost: seconds on the clock, seconds of processor, peak memory."""

import os
import pathlib
import statistics
import subprocess
import tempfile
import time
from dataclasses import dataclass

GNU_TIME = "/usr/bin/time"


@dataclass(frozen=True)
class Cost:
    wall: float
    cpu: float
    megabytes: float


class Failed(Exception):
    """The command did not do what it was asked to."""


def run(command: list[str], folder: pathlib.Path) -> Cost:
    """One run in `folder`."""
    with tempfile.NamedTemporaryFile("r", prefix="curbcut-bench-") as said, tempfile.TemporaryFile() as output:
        # A process counts its memory from the moment it is forked off, when it is still this Python: only a parent as
        # small as GNU time shows less than Python's own 15 MB.
        exact = os.access(GNU_TIME, os.X_OK)
        before = [GNU_TIME, "-f", "%M", "-o", said.name] if exact else []
        began = time.perf_counter()
        process = subprocess.Popen(before + command, cwd=folder, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            output.seek(0)
            words = output.read().decode(errors="replace").strip().splitlines()[-12:]
            raise Failed(f"{' '.join(command)} ended with {process.returncode}:\n" + "\n".join(words))
        kilobytes = int(said.read().split()[-1]) if exact else usage.ru_maxrss
        return Cost(wall, usage.ru_utime + usage.ru_stime, kilobytes / 1024)


def median(costs: list[Cost]) -> Cost:
    """Each figure's own median."""
    return Cost(*(statistics.median(getattr(cost, part) for cost in costs) for part in ("wall", "cpu", "megabytes")))
