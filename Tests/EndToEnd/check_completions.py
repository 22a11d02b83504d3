"""Presses Tab, as bash does it, behind ./vungxanh and behind vungxanh on PATH, in the project itself."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from checks import ROOT, TOOL, close, expect

# The words of a line, of which the last is being typed, and what must be offered for it.
CASES = [
    (["bui"], {"build"}),
    (["new", ""], {"guide", "chapter", "portal"}),
    (["new", "guide", "X", "--section", ""], {"/", "huong-dan", "cam-nang/ung-xu-van-minh"}),
    (["new", "page", "X", "--portal", "cong-vi", "--section", "ph"], {"phuong"}),
    (["build", "--portal", "b"], {"ba-dinh"}),
    (["build", "--lang", ""], {"vi", "en"}),
    (["build", "--project", "con"], {"content"}),
    (["doctor", "--p"], {"--project"}),
]

SCRIPT = """
source <("$1" --generate-completion-script bash)
COMP_WORDS=("${@:1}"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
_vungxanh "$1" "${@: -1}" "${COMP_WORDS[$((COMP_CWORD - 1))]}"
complete -p vungxanh >/dev/null && printf '%s\\n' "${COMPREPLY[@]}"
"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(TOOL, Path(folder) / "vungxanh")
        environment = dict(os.environ, PATH=f"{folder}:{os.environ['PATH']}")
        for program in ("./vungxanh", "vungxanh"):
            for words, expected in CASES:
                run = subprocess.run(
                    ["bash", "-c", SCRIPT, "bash", program, *words],
                    cwd=ROOT, env=environment, capture_output=True, text=True, timeout=600,
                )
                offered = set(run.stdout.splitlines())
                # What was begun narrows the offer; nothing begun offers more than is asked for here.
                ok = expected <= offered and all(word.startswith(words[-1]) for word in offered)
                expect(ok, f"{program} {' '.join(words)}", f"{sorted(offered)}\n{run.stderr}")
    return close()


if __name__ == "__main__":
    sys.exit(main())
