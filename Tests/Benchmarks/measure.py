"""Runs VungXanh, Hugo and the floor in turn on the same pages and prints what each took.

Called by scripts/bench, which builds and lays out everything that is run here.
"""

import argparse
import json
import os
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Cost:
    """What a run took: seconds on the clock, seconds of both cores, and the most memory at once in MB."""

    wall: float
    cpu: float
    peak: float


@dataclass(frozen=True)
class Contestant:
    """A generator: the commands that together build its output, and how many pages they must write."""

    name: str
    commands: list
    output: Path
    pages: int
    # Folders that hold what an earlier run left; a cold run starts without them.
    caches: tuple = ()


def run(command, log):
    """Runs one command with its output in a file.

    wait4 tells the cost of this child alone, however many ran before.

    Linux counts a child's memory from the moment it is still a copy of Python, so that no peak can come out
    below some 10 MB.
    """
    redirect = [(os.POSIX_SPAWN_OPEN, 1, log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)]
    start = time.monotonic()
    process = os.posix_spawn(command[0], command, os.environ, file_actions=redirect)
    _, status, usage = os.wait4(process, 0)
    wall = time.monotonic() - start
    if status != 0:
        sys.stdout.write(Path(log).read_text(errors="replace"))
        sys.exit(f"failed: {' '.join(command)}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def build(contestant, log):
    """One whole build. What earlier builds have yet to bring to the disk must not slow it down."""
    os.sync()
    costs = [run([str(part) for part in command], log) for command in contestant.commands]
    return Cost(sum(c.wall for c in costs), sum(c.cpu for c in costs), max(c.peak for c in costs))


def build_cold(contestant, log):
    for folder in (contestant.output, *contestant.caches):
        shutil.rmtree(folder, ignore_errors=True)
    contestant.output.mkdir(parents=True)
    cost = build(contestant, log)
    # Whoever leaves pages out is fast.
    written = sum(1 for _ in contestant.output.rglob("page-*.html"))
    if written != contestant.pages:
        sys.exit(f"{contestant.name} wrote {written} pages instead of {contestant.pages}")
    return cost


def median(costs):
    return Cost(*(statistics.median(getattr(c, field) for c in costs) for field in ("wall", "cpu", "peak")))


def stages(log):
    """VungXanh's own times in seconds by stage, in the order of the stages."""
    return json.loads(Path(log).read_text())["stages"]


def compare(contestants, rounds, log):
    """Returns the costs of each contestant by name, and VungXanh's times by stage.

    They run as A B C A B C …, so that what slows the machine for a while slows all of them.
    """
    costs = {contestant.name: [] for contestant in contestants}
    staged = []
    for _ in range(rounds):
        for contestant in contestants:
            costs[contestant.name].append(build_cold(contestant, log))
            if contestant.name == "VungXanh":
                staged.append(stages(log))
    return costs, {name: statistics.median(s[name] for s in staged) for name in staged[0]}


def print_costs(title, costs):
    print(f"\n{title}")
    print(f"  {'':<22}{'time':>10}{'CPU':>10}{'memory':>10}")
    for name, runs in costs.items():
        middle = median(runs)
        print(f"  {name:<22}{middle.wall:>8.2f} s{middle.cpu:>8.2f} s{middle.peak:>7.0f} MB")


def print_ratio(costs, above, below):
    """The ratio of two contestants' times in each round; returns the median."""
    ratios = [a.wall / b.wall for a, b in zip(costs[above], costs[below])]
    middle = statistics.median(ratios)
    rounds = " ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"  {above} / {below}: {middle:.2f} (rounds: {rounds})")
    return middle


def print_stages(times):
    print("\nVungXanh's stages")
    for name, seconds in times.items():
        print(f"  {name:<22}{seconds:>8.3f} s")


def hugo_command(hugo, project, number, output):
    configuration = f"hugo.toml,portal-{number}.toml"
    return [
        hugo, "build", "--quiet", "--noBuildLock", "--source", project, "--config", configuration,
        "--destination", output,
    ]


def contestants(options, kind, pages, portals):
    """The generators on the corpora in `work/KIND-vungxanh` and `work/KIND-hugo`."""
    project, hugo_project = options.work / f"{kind}-vungxanh", options.work / f"{kind}-hugo"
    output = options.work / "output"
    vungxanh = Contestant(
        "VungXanh",
        [[options.vungxanh, "build", "--project", project, "--output", output / "vungxanh", "--json"]],
        output / "vungxanh", pages * portals, (project / ".vungxanh",))
    # One run a portal, one after the other, is Hugo's best way: docs/performance.md has the others' times.
    hugo = Contestant(
        "Hugo",
        [hugo_command(options.hugo, hugo_project, number, output / "hugo" / f"portal-{number}")
         for number in range(1, portals + 1)],
        output / "hugo", pages * portals, (hugo_project / "resources",))
    floor = Contestant(
        "C floor", [[options.floor, project / "content", output / "floor"]], output / "floor", pages)
    return vungxanh, hugo, floor


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    for tool in ("vungxanh", "hugo", "floor", "work"):
        parser.add_argument(f"--{tool}", type=lambda path: Path(path).resolve(), required=True)
    for number in ("pages", "portals", "portal-pages", "rounds"):
        parser.add_argument(f"--{number}", type=int, required=True)
    parser.add_argument("--assert", dest="asserted", action="store_true")
    return parser.parse_args()


def main():
    options = parse_options()
    with tempfile.TemporaryDirectory() as folder:
        log = str(Path(folder) / "log")

        vungxanh, hugo, floor = contestants(options, "one", options.pages, 1)
        costs, times = compare([vungxanh, hugo, floor], options.rounds, log)
        costs["VungXanh, unchanged"] = [build(vungxanh, log) for _ in range(options.rounds)]
        print_costs(f"{options.pages:,} pages, medians of {options.rounds} rounds", costs)
        against_hugo = print_ratio(costs, "Hugo", "VungXanh")
        against_floor = print_ratio(costs, "VungXanh", "C floor")
        print_stages(times)

        vungxanh, hugo, _ = contestants(options, "many", options.portal_pages, options.portals)
        many, times = compare([vungxanh, hugo], options.rounds, log)
        print_costs(f"{options.portals} portals of the same {options.portal_pages:,} pages", many)
        many_against_hugo = print_ratio(many, "Hugo", "VungXanh")
        print_stages(times)

    peak = max(cost.peak for runs in (costs["VungXanh"], many["VungXanh"]) for cost in runs)
    bounds = [
        ("at least 6 times faster than Hugo", against_hugo >= 6),
        ("at most twice the floor's time", against_floor <= 2),
        ("under 150 MB at every build", peak < 150),
        ("portals: at least 10 times faster than Hugo", many_against_hugo >= 10),
    ]
    print("\nBounds")
    for text, holds in bounds:
        print(f"  {'holds ' if holds else 'BROKEN'}  {text}")
    if options.asserted and not all(holds for _, holds in bounds):
        sys.exit(1)


if __name__ == "__main__":
    main()
