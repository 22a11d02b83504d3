"""What a command takes: time, processor time and memory. Outputs go to a folder that no run used before."""

import os
import shutil
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds on the clock, seconds of both cores, and the most memory at once in MB."""

    wall: float
    cpu: float
    peak: float


def run(command, log, cache):
    """Runs one command with its output in a file and `cache` as the user's cache.

    wait4 tells the cost of this child alone, however many ran before. Linux counts a child's memory from the moment
    it is still a copy of Python, so that no peak can come out below some 10 MB.
    """
    command = [str(part) for part in command]
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    logs = [str(log), f"{log}.errors"]
    redirect = [
        (os.POSIX_SPAWN_OPEN, number, path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
        for number, path in enumerate(logs, 1)
    ]
    # What earlier runs have yet to bring to the disk must not slow this one down.
    os.sync()
    start = time.monotonic()
    process = os.posix_spawn(command[0], command, environment, file_actions=redirect)
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.stdout.writelines(Path(path).read_text(errors="replace") for path in logs)
        sys.exit(f"failed: {' '.join(command)}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def together(costs):
    """The cost of commands that run one after the other."""
    return Cost(sum(c.wall for c in costs), sum(c.cpu for c in costs), max(c.peak for c in costs))


def median(costs):
    return Cost(*(statistics.median(getattr(c, field) for c in costs) for field in ("wall", "cpu", "peak")))


class Outputs:
    """Folders for outputs. To delete thousands of files slows the next creations on ext4 for minutes, so all of them
    are removed at the end only."""

    def __init__(self, folder):
        self.folder = Path(folder)
        shutil.rmtree(self.folder, ignore_errors=True)
        self.count = 0

    def fresh(self):
        self.count += 1
        path = self.folder / str(self.count)
        path.mkdir(parents=True)
        return path

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


def print_bounds(bounds, asserted):
    """Prints pairs of a text and whether it holds; ends the process with status 1 if one must and does not."""
    print("\nBounds")
    for text, holds in bounds:
        print(f"  {'skipped' if holds is None else 'holds  ' if holds else 'BROKEN '}  {text}")
    if asserted and not all(holds is not False for _, holds in bounds):
        sys.exit(1)
