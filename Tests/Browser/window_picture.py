"""Pages that look like a window: real output of a real command in a terminal, a file in a text editor."""

import html
import os
import pty
import re
import subprocess
from pathlib import Path

COLUMNS = 88
COLOURS = {"1": "bold", "1;31": "bold red", "1;33": "bold yellow", "1;36": "bold cyan", "31": "red", "32": "green", "33": "yellow", "36": "cyan"}
TERMINAL_STYLE = """
body { margin: 0; padding: 12px; background: #fff; width: max-content; }
.window { border-radius: 8px; overflow: hidden; box-shadow: 0 1px 6px #0006; width: 720px; }
.bar { background: #dfe3e1; color: #333; font: 13px/32px "DejaVu Sans", sans-serif; text-align: center; }
pre { margin: 0; padding: 12px 16px; background: #17211d; color: #e8efec; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/1.55 "Noto Sans Mono", monospace; }
.bold { font-weight: 700; } .red { color: #ff8a80; } .yellow { color: #ffd166; } .green { color: #7ddc9a; } .cyan { color: #7fd7e8; }
.prompt { color: #7ddc9a; } .typed { font-weight: 700; color: #fff; }
"""

EDITOR_STYLE = """
body { margin: 0; padding: 12px; width: max-content; font: 13px/1.6 "Noto Sans Mono", monospace; }
.window { width: 720px; border-radius: 8px; overflow: hidden; box-shadow: 0 1px 6px #0006; }
.bar { background: #dfe3e1; font: 13px/32px "DejaVu Sans", sans-serif; text-align: center; }
ol { margin: 0; padding: 8px 140px 8px 52px; position: relative; } li { white-space: pre-wrap; padding-left: 8px; }
ol::after { position: absolute; right: 16px; top: 8px; width: 108px; padding: 5px 2px; border-radius: 6px; color: #fff; text-align: center;
  font: 700 13px/1.3 "DejaVu Sans", sans-serif; content: attr(data-name); }
.head { background: #fff4d6; } .head::after { background: #8a5a00; } .text { background: #fff; } .text::after { background: #0b6e4f; }
li::marker { color: #666; }
"""


def output_of(command: list[str], folder: Path, status: int = 0) -> str:
    """What a person at a terminal would see, colours included.

    Raises CalledProcessError when the command does not end with the status that is meant.
    """
    parent, child = pty.openpty()
    environment = os.environ | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "COLUMNS": str(COLUMNS)}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=child, stderr=child, env=environment)
    os.close(child)
    seen = b""
    while True:
        try:
            part = os.read(parent, 65536)
        except OSError:  # Linux says so when the other end is closed
            break
        if not part:
            break
        seen += part
    os.close(parent)
    shown = seen.decode("utf-8").replace("\r\n", "\n")
    if process.wait() != status:
        raise subprocess.CalledProcessError(process.returncode, command, shown)
    return shown


def terminal(runs: list[tuple[str, str]]) -> str:
    """`runs`: what was typed, and what came back."""
    lines = []
    for typed, shown in runs:
        here = "~" if typed.startswith("cd ") else "~/vungxanh"
        lines.append(f'<span class="prompt">{here}$</span> <span class="typed">{html.escape(typed)}</span>\n')
        lines.append(marked_up(shown))
    body = "".join(lines).rstrip("\n")
    return (f'<!doctype html><html lang="vi"><meta charset="utf-8"><style>{TERMINAL_STYLE}</style><body>'
            f'<div class="window"><div class="bar">Terminal</div><pre>{body}</pre></div>')


def marked_up(text: str) -> str:
    # A progress line is overwritten: what stands before the last erasure of a line was not left to be seen.
    text = re.sub(r"^.*\r\x1b\[K", "", text, flags=re.M)
    parts = re.split(r"\x1b\[([\d;]*)m", text)
    shown = html.escape(parts[0])
    for code, part in zip(parts[1::2], parts[2::2]):
        style = COLOURS.get(code, "")
        shown += f'<span class="{style}">{html.escape(part)}</span>' if style else html.escape(part)
    return shown


def editor(title: str, source: str) -> str:
    """A page of the content tree, with its two parts told apart."""
    head, body = re.fullmatch(r"(---\n.*?\n---\n)(.*)", source, re.S).groups()
    lists, first = "", 1
    for kind, label, part in (("head", "Phần khai báo", head), ("text", "Phần bài", body)):
        lines = part.rstrip("\n").split("\n")
        items = "".join(f"<li>{html.escape(line) or ' '}</li>" for line in lines)
        lists += f'<ol class="{kind}" data-name="{label}" start="{first}">{items}</ol>'
        first += len(lines)
    return (f'<!doctype html><html lang="vi"><meta charset="utf-8"><style>{EDITOR_STYLE}</style>'
            f'<div class="window"><div class="bar">{html.escape(title)}</div>{lists}</div>')
