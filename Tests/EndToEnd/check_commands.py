"""Types the commands of Tests/Commands/*.txt at the tool and compares what it answers.

    check_commands.py [tool]

A script is lines `$ vungxanh …`, each followed by all that is to be printed, standard error before standard output, and by
`[64]` where the exit status is not 0. `…` stands for any characters of a line, a line with nothing but `…` for any lines.
Other commands do what they do in a shell. Every script begins in the folder of a
project that `vungxanh init` has just made; a line that begins with `#` is a remark.

Prints each failure and a closing line; exit status 1 when there is one.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "Tests/Commands"


def steps(script: Path) -> list[tuple[int, str, list[str], int]]:
    """Line number, command, lines expected, exit status expected."""
    found = []
    for number, line in enumerate(script.read_text("utf-8").splitlines(), 1):
        status = re.fullmatch(r"\[(\d+)\]", line)
        if line.startswith("$ "):
            found.append([number, line[2:], [], 0])
        elif status:
            found[-1][3] = int(status[1])
        elif line and not line.startswith("#"):
            found[-1][2].append(line)
    return [tuple(step) for step in found]


def pattern(lines: list[str]) -> re.Pattern:
    parts = [r"(?:.*\n)*?" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r"\n" for line in lines]
    return re.compile("".join(parts))


def run_script(script: Path, tool: Path, folder: Path) -> tuple[int, int]:
    """How many steps there were, and how many failed."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("VUNGXANH_")}
    environment |= {"VUNGXANH_HOME": str(ROOT), "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(folder / "cache")}
    # As one finds it: by name, and not by its path.
    (folder / "bin").mkdir()
    (folder / "bin/vungxanh").symlink_to(tool)
    environment["PATH"] = f"{folder / 'bin'}:{environment['PATH']}"
    subprocess.run(["vungxanh", "init", "du-an"], cwd=folder, env=environment, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=600)
    here, failures, script_steps = folder / "du-an", 0, steps(script)
    for number, command, lines, status in script_steps:
        if command.startswith("cd "):
            here = (here / command[3:]).resolve(strict=True)
            continue
        done = subprocess.run(["bash", "-c", command], cwd=here, env=environment, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
        # The launcher gives its own path as the program's name.
        said = re.sub(r"\S*/bin/vungxanh", "vungxanh", done.stderr + done.stdout)
        said = "".join(line + "\n" for line in said.splitlines() if line)
        if done.returncode != status or not pattern(lines).fullmatch(said):
            failures += 1
            print(f"{script.name}:{number}: $ {command}\n{said}[{done.returncode}]", flush=True)
    return len(script_steps), failures


def main() -> int:
    tool = Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "vungxanh"
    checks = failures = 0
    for script in sorted(SCRIPTS.glob("*.txt")):
        with tempfile.TemporaryDirectory() as folder:
            count, failed = run_script(script, tool, Path(folder))
            checks, failures = checks + count, failures + failed
    print(f"check_commands: {checks} checks, {failures} failures")
    return 1 if failures or not checks else 0


if __name__ == "__main__":
    sys.exit(main())
