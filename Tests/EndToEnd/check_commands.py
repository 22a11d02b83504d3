"""Types the commands of Tests/Commands/*.txt at the tool and compares what it answers.

    check_commands.py [--rewrite] [tool]

How a script is written: Tests/Commands/README.md. Besides, every option that `vungxanh help` names must occur in a script.
`--rewrite`, or UPDATE_GOLDEN=1, writes what the tool answers now into the scripts, where they differ.

Prints each failure and a closing line; exit status 1 when there is one.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from checks import ROOT, TOOL, close, expect
from command_script import Step, read, rewritten

SCRIPTS = ROOT / "Tests/Commands"
PATIENCE = 60  # seconds for one command
SILENCE = 5  # seconds after which a command that runs on has said all


class Desk:
    """Where a script's commands are typed: the folder of a new project, and a shell that finds the tool by its name."""

    def __init__(self, tool: Path, folder: Path):
        self.folder, self.here = folder, folder
        (folder / "bin").mkdir()
        (folder / "bin/vungxanh").symlink_to(tool)
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("VUNGXANH_")} | {
            "VUNGXANH_HOME": str(ROOT), "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "XDG_CACHE_HOME": str(folder / "cache"),
            "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
        }  # fmt: skip
        self.type("vungxanh init du-an")
        self.here = folder / "du-an"

    def type(self, command: str) -> tuple[list[str], int]:
        """What a command prints, errors first, and its exit status."""
        try:
            done = subprocess.run(["bash", "-c", command], cwd=self.here, env=self.environment, capture_output=True, text=True,
                                  stdin=subprocess.DEVNULL, timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            return [f"no end within {PATIENCE} s"], 124
        return self.lines(done.stderr + done.stdout), done.returncode

    def start(self, step: Step) -> list[str]:
        """What a command that does not end by itself has printed as soon as that is what is expected, or it falls silent."""
        said, heard = b"", time.monotonic()
        with subprocess.Popen(["bash", "-c", f"exec {step.command.removesuffix('&')}"], cwd=self.here, env=self.environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
            os.set_blocking(process.stdout.fileno(), False)
            while not (step.lines and step.expects(self.lines(said.decode()), 0)):
                more = process.stdout.read()
                said, heard = (said + more, time.monotonic()) if more else (said, heard)
                if more == b"" or time.monotonic() - heard > (SILENCE if said else PATIENCE):
                    break
                time.sleep(0.02)
            process.terminate()
        return self.lines(said.decode())

    def lines(self, said: str) -> list[str]:
        # The launcher gives its own path as the program's name; the folder has another name each time.
        said = re.sub(r"\S*/bin/vungxanh", "vungxanh", said).replace(str(self.folder.resolve()), "…")
        return [line.rstrip() for line in said.splitlines() if line.strip()]


def play(script: Path, tool: Path, rewrites: bool) -> list[Step]:
    text = script.read_text("utf-8")
    steps, answers = read(text), {}
    with tempfile.TemporaryDirectory() as name:
        desk = Desk(tool, Path(name))
        for step in steps:
            if step.command.startswith("cd "):
                desk.here = (desk.here / step.command[3:]).resolve(strict=True)
                continue
            lines, status = (desk.start(step), 0) if step.command.endswith(" &") else desk.type(step.command)
            good = step.expects(lines, status)
            if not good and rewrites:
                answers[step.line] = (lines, status)
                print(f"{script.name}:{step.line}: rewritten: $ {step.command}", flush=True)
            expect(good or rewrites, f"{script.name}:{step.line}: $ {step.command}", "\n".join(["", *lines, f"[{status}]"]))
    if answers:
        script.write_text(rewritten(text, answers), "utf-8")
    return steps


def typed(steps: list[Step]) -> set[tuple[str, str]]:
    """The commands of scripts, each with each of its options."""
    found = set()
    for step in steps:
        for words in re.findall(r"\bvungxanh ([^|&;<>]+)", step.command):
            command = re.match(r"[a-z]+", words)
            found |= {(command[0] if command else "", option) for option in re.findall(r"(?<!\S)--?[a-z-]+", words)}
            found.add((command[0] if command else "", ""))
    return found


def offered(tool: Path) -> set[tuple[str, str]]:
    """The commands and options that the help names. `--version` and `--help` are the same with every command."""

    def options(*command: str) -> tuple[set[str], str]:
        said = subprocess.run([tool, "help", *command], capture_output=True, text=True, check=True).stdout
        shown = said.partition("OPTIONS:\n")[2]
        return set(re.findall(r"^  (?:-h, )?(--[a-z-]+)", shown, re.M)), said

    of_tool, said = options()
    commands = re.findall(r"^  ([a-z]+) {2,}", said.partition("SUBCOMMANDS:\n")[2], re.M)
    expect(len(commands) >= 7 and "--version" in of_tool, "the help is read as it is written", said)
    found = {("", option) for option in of_tool} | {(command, "") for command in commands}
    return found | {(command, option) for command in commands for option in options(command)[0] - of_tool}


def main() -> int:
    arguments = [one for one in sys.argv[1:] if one != "--rewrite"]
    rewrites = "--rewrite" in sys.argv or "UPDATE_GOLDEN" in os.environ
    tool = Path(arguments[0]).resolve() if arguments else TOOL
    steps = [step for script in sorted(SCRIPTS.glob("*.txt")) for step in play(script, tool, rewrites)]
    shown = typed(steps)
    for command, option in sorted(offered(tool)):
        expect((command, option) in shown, f"no script of Tests/Commands types vungxanh {command} {option}".rstrip())
    return close()


if __name__ == "__main__":
    sys.exit(main())
