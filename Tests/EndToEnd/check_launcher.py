"""The launcher where there is no Swift: a copied clone runs as it is, one with changed sources runs with a warning, and
one without a tool says what is missing.

    check_launcher.py

Prints each failure and a closing line; exit status 1 when there is one.
"""

import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from checks import ROOT, close, expect, tool

COMMANDS = ("bash", "cat", "cksum", "dirname", "env", "find", "flock", "mkdir", "readlink", "sort", "xargs")


def main() -> int:
    current = tool("--version", check=True).stdout
    told = subprocess.run(["./vungxanh", "build", "--drafts"], cwd=ROOT, capture_output=True, text=True).stderr
    expect("./vungxanh build --drafts --output" in told, "commands in messages are as they can be typed here", told)
    with tempfile.TemporaryDirectory() as name:
        clone, bare = Path(name) / "bản sao", Path(name) / "bin"
        (clone / ".build/release").mkdir(parents=True)
        # As `cp -r` copies: with new times.
        shutil.copytree(ROOT / "Sources", clone / "Sources", copy_function=shutil.copyfile)
        for file in ("Package.swift", "vungxanh", ".build/launcher.stamp", ".build/release/vungxanh"):
            shutil.copyfile(ROOT / file, clone / file)
        for file in ("vungxanh", ".build/release/vungxanh"):
            (clone / file).chmod(0o755)
        bare.mkdir()
        for command in COMMANDS:
            (bare / command).symlink_to(shutil.which(command))

        def run() -> subprocess.CompletedProcess:
            return subprocess.run([clone / "vungxanh", "--version"], env={"PATH": str(bare)}, capture_output=True, text=True,
                                  stdin=subprocess.DEVNULL, timeout=60)

        times = []
        for _ in range(5):
            start = time.perf_counter()
            copied = run()
            times.append(time.perf_counter() - start)
        expect(copied.returncode == 0 and copied.stdout == current, "a copied clone runs", copied)
        expect(copied.stderr == "", "a copied clone is current", copied.stderr)
        expect(min(times) < 0.5, "it starts at once", times)

        changed = clone / "Sources/vungxanh/VungXanh.swift"
        text = changed.read_bytes()
        changed.write_bytes(text.replace(b"0.1.0", b"0.1.1") + b"\n")
        older = run()
        expect(older.returncode == 0 and older.stdout == current, "changed sources leave the built tool in use", older)
        expect("cảnh báo" in older.stderr and ".build/release/vungxanh" in older.stderr, "and say so", older.stderr)
        changed.write_bytes(text)
        expect(run().stderr == "", "sources that are as they were need no warning", "")
        changed.rename(changed.with_name("Renamed.swift"))
        expect("cảnh báo" in run().stderr, "a name counts, too", "")

        if not Path("/usr/bin/vungxanh").exists():
            shutil.rmtree(clone / ".build")
            none = run()
            expect(none.returncode == 1 and "Swift" in none.stderr, "without any tool it says what is missing", none)
    return close()


if __name__ == "__main__":
    sys.exit(main())
