"""The same input gives the same bytes, an unchanged file is not touched, and a page with an error stays as it was
published.

    check_determinism.py      builds this project, and copies of it, in a temporary folder

Prints each failure and a closing line; exit status 1 when there is one.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import ROOT, TOOL, close, expect

INPUTS = ("content", "themes")
ADDED = "trang-thu-roi-xoa"
ONE_CORE = ["taskset", "-c", "0"] if shutil.which("taskset") else []


def build(project: Path, output: Path, prefix: list[str] = []) -> subprocess.CompletedProcess[str]:
    command = [*prefix, TOOL, "build", "--project", project, "--output", output]
    # Each output has a cache of its own: no build may profit from another's.
    environment = os.environ | {"XDG_CACHE_HOME": f"{output}-cache"}
    return subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, cwd=project, env=environment)


def build_or_stop(what: str, project: Path, output: Path, prefix: list[str] = []) -> None:
    run = build(project, output, prefix)
    if run.returncode != 0:
        sys.exit(f"check_determinism: {what} failed with {run.returncode}\n{run.stdout}{run.stderr}")


def copy_in_reverse(project: Path) -> None:
    """A copy whose files were made in the opposite order and just now: neither may show in the output."""
    files = sorted((p for name in INPUTS for p in (ROOT / name).rglob("*") if p.is_file()), reverse=True)
    for file in files:
        target = project / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def tree(folder: Path) -> dict[str, bytes | None]:
    """Each path in `folder` → its bytes; None for a folder, so that an empty one left behind counts too."""
    paths = sorted(folder.rglob("*"))
    return {str(p.relative_to(folder)): p.read_bytes() if p.is_file() else None for p in paths}


def times(folder: Path) -> dict[str, tuple[int, int]]:
    return {str(p.relative_to(folder)): (p.stat().st_mtime_ns, p.stat().st_ino) for p in folder.rglob("*") if p.is_file()}


def differences(one: dict, other: dict) -> str:
    names = sorted(name for name in one.keys() | other.keys() if one.get(name, 0) != other.get(name, 0))
    return f"{len(names)} paths, among them {', '.join(names[:8])}"


def same_bytes(a: Path, b: Path, copy: Path) -> dict[str, bytes | None]:
    build_or_stop("the first build", ROOT, a)
    copy_in_reverse(copy)
    build_or_stop("the build of a copy on one core", copy, b, ONE_CORE)
    first, second = tree(a), tree(b)
    expect(bool(first), "the build wrote nothing")
    expect(first == second, f"two builds differ in {differences(first, second)}")
    return first


def nothing_rewritten(a: Path) -> None:
    before = times(a)
    build_or_stop("the second build", ROOT, a)
    after = times(a)
    expect(before == after, f"the second build touched {differences(before, after)}")


def stale_is_removed(copy: Path, b: Path, model: Path, original: dict[str, bytes | None]) -> None:
    page = model.with_name(f"{ADDED}.md")
    # Without aliases, or the new page would claim the same addresses as its model.
    lines = model.read_text("utf-8").splitlines(keepends=True)
    page.write_text("".join(line for line in lines if not line.startswith("aliases:")), "utf-8")
    build_or_stop("the build with a page added", copy, b)
    added = [name for name in tree(b) if ADDED in name]
    expect(bool(added), "an added page was not published")
    page.unlink()
    build_or_stop("the build with the page deleted", copy, b)
    now = tree(b)
    expect(now == original, f"after a page was added and deleted, the site differs in {differences(now, original)}")


def broken_page_stays(copy: Path, b: Path, model: Path) -> None:
    before, times_before = tree(b), times(b)
    for what, breaking in {
        "an unknown key": lambda text: text.replace("---\n", "---\nkhoa_khong_co: 1\n", 1),
        "a dead link": lambda text: text + "\n[hỏng](khong-co-trang-nay.md)\n",
    }.items():
        good = model.read_text("utf-8")
        model.write_text(breaking(good), "utf-8")
        run = build(copy, b)
        model.write_text(good, "utf-8")
        expect(run.returncode == 1, f"{what}: exit status {run.returncode}, not 1")
        place = f"{model.relative_to(copy)}:"
        expect(place in run.stdout + run.stderr, f"{what}: the message does not name {place}\n{run.stdout}{run.stderr}")
        expect(tree(b) == before, f"{what}: the site changed: {differences(tree(b), before)}")
        expect(times(b) == times_before, f"{what}: files were rewritten: {differences(times(b), times_before)}")


def main() -> int:
    with tempfile.TemporaryDirectory(prefix="vungxanh-") as folder:
        a, b, copy = (Path(folder) / name for name in ("a", "b", "copy"))
        first = same_bytes(a, b, copy)
        nothing_rewritten(a)
        model = sorted(p for p in (copy / "content" / "huong-dan").glob("*.md") if p.name != "_index.md")[0]
        stale_is_removed(copy, b, model, first)
        broken_page_stays(copy, b, model)
    return close()


if __name__ == "__main__":
    sys.exit(main())
