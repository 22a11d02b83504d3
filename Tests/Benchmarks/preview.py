"""How long the preview takes: from its start to a first page, and from a save to the page painted anew.

Called by scripts/bench-preview. Times depend on the machine; the bounds of docs/performance.md are meant for two cores.
"""

import argparse
import statistics
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

PAINTED = """() => performance.getEntriesByName('vungxanh-painted').map((m) => performance.timeOrigin + m.startTime)"""
BOUNDS = {"first page": 1500, "text": 100, "title": 100, "style": 100}


def first_page(tool: Path, project: Path, page: Path) -> tuple[subprocess.Popen, str, float]:
    """The running preview, the address of the page, and milliseconds from the start of the process to its bytes."""
    start = time.perf_counter()
    command = [tool, "preview", "--project", project, "--port", "4200"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    address = process.stdout.readline().split()[-1]
    root = urllib.request.urlopen(address).geturl()
    url = root + str(page.relative_to(project / "content").with_suffix(".html"))
    assert urllib.request.urlopen(url).status == 200
    return process, url, (time.perf_counter() - start) * 1000


def saved_to_painted(page: Page, file: Path, old: str, new: str) -> float:
    """Milliseconds from the moment a file is written until the browser has drawn the page that it changed."""
    count = len(page.evaluate(PAINTED))
    text = file.read_text("utf-8")
    changed = text.replace(old, new, 1)
    assert changed != text
    start = time.time()
    file.write_text(changed, "utf-8")
    page.wait_for_function(f"(count) => ({PAINTED})().length > count", arg=count)
    took = page.evaluate(PAINTED)[-1] - start * 1000
    time.sleep(0.05)
    return took


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", type=Path, required=True)
    parser.add_argument("--project", type=Path, required=True)
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--check", action="store_true", help="exit with status 1 where a bound is passed")
    options = parser.parse_args()
    sections = sorted(folder for folder in (options.project / "content").iterdir() if folder.is_dir())
    file = max((one for one in sections[0].glob("*.md") if one.name != "_index.md"), key=lambda one: one.stat().st_size)
    style = next((options.project / "themes").glob("*/assets/style.css"))
    times: dict[str, list[float]] = {name: [] for name in BOUNDS}
    for _ in range(3):
        process, url, took = first_page(options.tool, options.project, file)
        times["first page"].append(took)
        process.terminate()
        process.wait()
    process, url, _ = first_page(options.tool, options.project, file)
    with sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path="/usr/bin/chromium").new_page()
        page.goto(url)
        time.sleep(1)  # The first facts are there.
        before = file.read_text("utf-8"), style.read_text("utf-8")
        last = before[0].rstrip().rpartition("\n")[2]
        for number in range(options.rounds):
            end = f" Câu thêm {number}."
            times["text"].append(saved_to_painted(page, file, last, last + end))
            last += end
            times["title"].append(saved_to_painted(page, file, "title: ", f"title: Lần {number} "))
            times["style"].append(saved_to_painted(page, style, "{", f"{{--bench:{number};"))
        file.write_text(before[0], "utf-8")
        style.write_text(before[1], "utf-8")
    process.terminate()
    slow = False
    for name, values in times.items():
        median = statistics.median(values)
        slow |= median > BOUNDS[name]
        print(f"{name:12} median {median:6.0f} ms   slowest {max(values):6.0f} ms   bound {BOUNDS[name]} ms")
    return 1 if slow and options.check else 0


if __name__ == "__main__":
    sys.exit(main())
