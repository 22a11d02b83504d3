"""How time and memory grow with pages and portals, in the theme vung-xanh with search.

    scale.py VUNGXANH WORK [--assert]

WORK holds the projects scale-10000, scale-50000, scale-100000 and scale-portals (150 portals that show the same 3,000
pages), as scripts/bench --scale makes them.
"""

import json
import sys
from pathlib import Path

from cost import Outputs, print_bounds, run

# By project: how many pages the portals have together, and the most memory in MB; None for no bound.
PROJECTS = {
    "scale-10000": (10_000, 150), "scale-50000": (50_000, None), "scale-100000": (100_000, 1000),
    "scale-portals": (450_000, 500),
}


def main():
    vungxanh, work = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    outputs = Outputs(work / "outputs")
    bounds = []
    last = None
    print(f"{'':<16}{'time':>10}{'memory':>10}{'a page more':>24}")
    for name, (pages, most) in PROJECTS.items():
        log = work / "log"
        command = [vungxanh, "build", "--project", work / name, "--output", outputs.fresh(), "--json"]
        cost = run(command, log, outputs.fresh())
        growth = ""
        if last and name != "scale-portals":
            more = pages - last[0]
            growth = f"{(cost.wall - last[1].wall) / more * 1e6:>10.0f} µs {(cost.peak - last[1].peak) / more * 1024:>8.1f} KB"
        last = pages, cost
        print(f"{name:<16}{cost.wall:>8.1f} s{cost.peak:>7.0f} MB{growth:>24}")
        stages = json.loads(log.read_text())["stages"]
        print("  " + ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in stages.items()))
        if most:
            bounds.append((f"{name}: at most {most} MB", cost.peak <= most))
    outputs.remove()
    print_bounds(bounds, "--assert" in sys.argv)


if __name__ == "__main__":
    main()
