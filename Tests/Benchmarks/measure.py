"""Runs VungXanh, Hugo, the floor and Pagefind in turn on the same pages and prints what each took.

Called by scripts/bench, which builds and lays out everything that is run here.
"""

import argparse
import filecmp
import json
import shutil
import statistics
import sys
from dataclasses import dataclass
from pathlib import Path

from cost import Outputs, median, print_bounds, run, together


@dataclass(frozen=True)
class Contestant:
    """A generator: the commands that build into a folder, and how many pages they must write there."""

    name: str
    commands: object  # output folder → list of commands
    pages: int
    # What an earlier run leaves among the sources.
    leftovers: tuple = ()


class Bench:
    def __init__(self, options):
        self.options = options
        self.outputs = Outputs(options.work / "outputs")
        self.log = options.work / "log"

    def cold(self, contestant):
        """One build with nothing to start from: its cost, its output and its cache."""
        for folder in contestant.leftovers:
            shutil.rmtree(folder, ignore_errors=True)
        output, cache = self.outputs.fresh(), self.outputs.fresh()
        cost = together([run(command, self.log, cache) for command in contestant.commands(output)])
        # Whoever leaves pages out is fast.
        written = sum(1 for _ in output.rglob("page-*.html"))
        if written != contestant.pages:
            sys.exit(f"{contestant.name} wrote {written} pages instead of {contestant.pages}")
        return cost, output, cache

    def compare(self, contestants):
        """The costs of each contestant by name, and VungXanh's times by stage.

        They run as A B C A B C …, so that what slows the machine for a while slows all of them.
        """
        costs = {contestant.name: [] for contestant in contestants}
        staged = []
        for _ in range(self.options.rounds):
            for contestant in contestants:
                costs[contestant.name].append(self.cold(contestant)[0])
                if contestant.name == "VungXanh":
                    staged.append(json.loads(self.log.read_text())["stages"])
        return costs, {name: statistics.median(s[name] for s in staged) for name in staged[0]}

    def incremental(self, vungxanh, project, change):
        """In each round a cold build, a change, and a build over it: the costs of both. Every byte must be what a
        build from nothing writes."""
        page = next(path for path in sorted(project.rglob("page-*.md")))
        original = page.read_bytes()
        pairs = []
        try:
            for number in range(self.options.rounds):
                cold, output, cache = self.cold(vungxanh)
                if change:
                    page.write_bytes(original + f"\nCâu thêm vào {number}.\n".encode())
                again = run(vungxanh.commands(output)[0], self.log, cache)
                pairs.append((cold, again))
                require_same(output, self.cold(vungxanh)[1])
        finally:
            page.write_bytes(original)
        return [cold for cold, _ in pairs], [again for _, again in pairs]

    # The contestants on the corpora in `work/KIND-vungxanh` and `work/KIND-hugo`.

    def vungxanh(self, kind, pages):
        project = self.options.work / f"{kind}-vungxanh"
        command = [self.options.vungxanh, "build", "--project", project, "--json"]
        return Contestant("VungXanh", lambda output: [[*command, "--output", output]], pages)

    def hugo(self, kind, pages, portals=1, name="Hugo", then=lambda output: []):
        project = self.options.work / f"{kind}-hugo"

        # One run a portal, one after the other, is Hugo's best way: docs/performance.md has the others' times.
        def commands(output):
            return [
                [self.options.hugo, "build", "--quiet", "--noBuildLock", "--source", project, "--config",
                 f"hugo.toml,portal-{number}.toml", "--destination", output / f"portal-{number}"]
                for number in range(1, portals + 1)
            ] + then(output)

        return Contestant(name, commands, pages * portals, (project / "resources",))

    def floor(self, pages):
        content = self.options.work / "one-vungxanh" / "content"
        return Contestant("C floor", lambda output: [[self.options.floor, content, output]], pages)


def require_same(output, clean):
    def files(folder):
        return sorted(
            path.relative_to(folder) for path in folder.rglob("*")
            if path.is_file() and not path.relative_to(folder).parts[0].startswith(".vungxanh"))

    names = files(output)
    if names != files(clean):
        sys.exit("an incremental build has other files than one from nothing")
    _, different, unread = filecmp.cmpfiles(output, clean, names, shallow=False)
    if different or unread:
        sys.exit(f"an incremental build differs from one from nothing: {(different + unread)[0]}")


def print_costs(title, costs):
    print(f"\n{title}")
    print(f"  {'':<24}{'time':>10}{'CPU':>10}{'memory':>10}")
    for name, runs in costs.items():
        middle = median(runs)
        print(f"  {name:<24}{middle.wall:>8.2f} s{middle.cpu:>8.2f} s{middle.peak:>7.0f} MB")


def print_ratio(above, costs_above, below, costs_below):
    """The ratio of two times in each round; returns the median."""
    ratios = [a.wall / b.wall for a, b in zip(costs_above, costs_below)]
    middle = statistics.median(ratios)
    rounds = " ".join(f"{ratio:.2f}" for ratio in ratios)
    print(f"  {above} / {below}: {middle:.2f} (rounds: {rounds})")
    return middle


def print_stages(times):
    print("\nVungXanh's stages")
    for name, seconds in times.items():
        print(f"  {name:<24}{seconds:>8.3f} s")


def parse_options():
    parser = argparse.ArgumentParser(description=__doc__)
    for tool in ("vungxanh", "hugo", "floor", "work"):
        parser.add_argument(f"--{tool}", type=lambda path: Path(path).resolve(), required=True)
    parser.add_argument("--pagefind", help="empty where it cannot be had")
    for number in ("pages", "portals", "portal-pages", "rounds"):
        parser.add_argument(f"--{number}", type=int, required=True)
    parser.add_argument("--assert", dest="asserted", action="store_true")
    return parser.parse_args()


def main():
    options = parse_options()
    bench = Bench(options)
    bounds = []

    vungxanh = bench.vungxanh("one", options.pages)
    costs, times = bench.compare([vungxanh, bench.hugo("one", options.pages), bench.floor(options.pages)])
    print_costs(f"{options.pages:,} pages, cold, medians of {options.rounds} rounds", costs)
    ratio = print_ratio("Hugo", costs["Hugo"], "VungXanh", costs["VungXanh"])
    bounds.append(("10,000 pages: at least 7 times faster than Hugo", ratio >= 7))
    ratio = print_ratio("VungXanh", costs["VungXanh"], "C floor", costs["C floor"])
    bounds.append(("10,000 pages: at most 1.5 times the floor's time", ratio <= 1.5))
    print_stages(times)

    for name, change in (("nothing changed", False), ("one page's text changed", True)):
        cold, again = bench.incremental(vungxanh, options.work / "one-vungxanh" / "content", change)
        print_costs(f"The same, {name} since the last build", {"from nothing": cold, "over the last": again})
        ratio = print_ratio("over the last", again, "from nothing", cold)
        bounds.append((f"{name}: at most 0.3 of a cold build, byte for byte the same", ratio <= 0.3))

    many, times = bench.compare([
        bench.vungxanh("many", options.portal_pages * options.portals),
        bench.hugo("many", options.portal_pages, options.portals)])
    print_costs(f"{options.portals} portals of the same {options.portal_pages:,} pages", many)
    ratio = print_ratio("Hugo", many["Hugo"], "VungXanh", many["VungXanh"])
    bounds.append(("15 portals: at least 13 times faster than Hugo", ratio >= 13))
    print_stages(times)

    text = "site and search: at least 15 times faster than Hugo and Pagefind"
    if options.pagefind:
        both = bench.hugo(
            "one", options.pages, name="Hugo + Pagefind",
            then=lambda output: [[Path(options.pagefind).resolve(), "--site", output / "portal-1", "--quiet"]])
        whole, times = bench.compare([bench.vungxanh("whole", options.pages), both])
        print_costs(f"{options.pages:,} pages, the whole job: theme vung-xanh with search", whole)
        ratio = print_ratio("Hugo + Pagefind", whole["Hugo + Pagefind"], "VungXanh", whole["VungXanh"])
        bounds.append((text, ratio >= 15))
        peak = max(cost.peak for cost in whole["VungXanh"])
        bounds.append(("site and search: at most 150 MB", peak <= 150))
        print_stages(times)
    else:
        bounds.append((text, None))

    bench.outputs.remove()
    print_bounds(bounds, options.asserted)


if __name__ == "__main__":
    main()
