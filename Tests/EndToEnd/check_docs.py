"""Runs every command that README.md and docs/ show in a `sh` block, in a copy of the project.

Commands that run the whole test suite, a benchmark or what has a test of its own are checked to exist only.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import ROOT, TOOL, close, expect

ONLY_EXIST = {"scripts/test", "scripts/bench", "scripts/package"}


def commands():
    pages = [page for page in sorted((ROOT / "docs").rglob("*.md")) if not page.is_symlink()]
    for page in [ROOT / "README.md", *pages]:
        for block in re.findall(r"^ *```sh\n(.*?)^ *```", page.read_text("utf-8"), re.S | re.M):
            for line in block.splitlines():
                command = line.split("#")[0].strip()
                if command:
                    yield page.relative_to(ROOT), command


def starts(line, folder):
    """Whether a command that runs until it is stopped says where it is to be found."""
    with subprocess.Popen(["bash", "-c", f"exec {line}"], cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        said = process.stdout.readline()
        process.terminate()
    return "http://127.0.0.1:" in said, said


def main():
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "dự án"
        project.mkdir()
        for name in ("content", "themes", "docs"):
            shutil.copytree(ROOT / name, project / name, symlinks=True)
        for page, command in commands():
            program = command.split()[0]
            if program in ONLY_EXIST:
                ok, output = (ROOT / program).exists(), "no such file"
            else:
                # The launcher works from any folder; the copy keeps site/ of the checkout as it is.
                # First what it writes to: the checkout may itself lie below /tmp.
                line = command.replace("/tmp/", f"'{folder}'/").replace("./vungxanh", f"'{TOOL}'")
                if " preview" in command:
                    ok, output = starts(line, project)
                else:
                    run = subprocess.run(["bash", "-c", line], cwd=project, capture_output=True, text=True, timeout=600)
                    ok, output = run.returncode == 0, run.stdout + run.stderr
            expect(ok, f"{page}: {command}", output)
    return close()


if __name__ == "__main__":
    sys.exit(main())
