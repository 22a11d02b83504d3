"""Presses Tab, as bash does it, behind ./vungxanh and behind vungxanh on PATH, in the project itself."""

import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

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
    failed = passed = 0
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(ROOT / "vungxanh", pathlib.Path(folder) / "vungxanh")
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
                passed, failed = passed + ok, failed + (not ok)
                if not ok:
                    print(f"{program} {' '.join(words)}: {sorted(offered)}\n{run.stderr}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
