"""A script of Tests/Commands: its steps, whether an answer is the one that a step expects, and the script written anew."""

import re
from dataclasses import dataclass, field

STATUS = re.compile(r"\[(\d+)\]")


@dataclass
class Step:
    line: int
    command: str
    lines: list[str] = field(default_factory=list)
    status: int = 0

    def expects(self, lines: list[str], status: int) -> bool:
        parts = [r"(?:.*\n)*?" if line == "…" else f"{one_line(line)}\n" for line in self.lines]
        return status == self.status and bool(re.fullmatch("".join(parts), "".join(f"{line}\n" for line in lines)))


def one_line(expected: str) -> str:
    return ".*".join(map(re.escape, expected.split("…")))


def read(text: str) -> list[Step]:
    steps: list[Step] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("$ "):
            steps.append(Step(number, line[2:]))
        elif status := STATUS.fullmatch(line):
            steps[-1].status = int(status[1])
        elif line and not line.startswith("#"):
            steps[-1].lines.append(line)
    return steps


def rewritten(text: str, answers: dict[int, tuple[list[str], int]]) -> str:
    """The script with other answers to some of its steps, which go by the number of their line.

    Remarks, and lines with `…` that still fit, stay: what differs from run to run was left out by a person."""
    left_out = {step.line: [line for line in step.lines if "…" in line and line != "…"] for step in read(text)}
    result, replaced = [], False
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("$ "):
            replaced = number in answers
            result.append(line)
            if replaced:
                lines, status = answers[number]
                result += [next((old for old in left_out[number] if re.fullmatch(one_line(old), new)), new) for new in lines]
                result += [f"[{status}]"] if status else []
        elif not replaced or not line or line.startswith("#"):
            result.append(line)
    return "\n".join(result) + "\n"
