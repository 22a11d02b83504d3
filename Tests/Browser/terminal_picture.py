"""Real output of a real command, as a page that looks like a terminal's window."""

import html
import os
import pty
import re
import subprocess
from pathlib import Path

COLUMNS = 88
COLOURS = {"1": "bold", "1;31": "bold red", "1;33": "bold yellow", "1;36": "bold cyan", "31": "red", "32": "green", "33": "yellow"}
STYLE = """
body { margin: 0; padding: 12px; background: #fff; width: max-content; }
.window { border-radius: 8px; overflow: hidden; box-shadow: 0 1px 6px #0006; width: 720px; }
.bar { background: #dfe3e1; color: #333; font: 13px/32px "DejaVu Sans", sans-serif; text-align: center; }
pre { margin: 0; padding: 12px 16px; background: #17211d; color: #e8efec; white-space: pre-wrap; overflow-wrap: anywhere;
  font: 13px/1.55 "Noto Sans Mono", monospace; }
.bold { font-weight: 700; } .red { color: #ff8a80; } .yellow { color: #ffd166; } .green { color: #7ddc9a; } .cyan { color: #7fd7e8; }
.prompt { color: #7ddc9a; } .typed { font-weight: 700; color: #fff; }
"""


def output_of(command: list[str], folder: Path) -> str:
    """What a person at a terminal would see, colours included."""
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
    process.wait()
    return seen.decode("utf-8").replace("\r\n", "\n")


def page(title: str, runs: list[tuple[str, str]]) -> str:
    """`runs`: what was typed, and what came back."""
    lines = []
    for typed, shown in runs:
        here = "~" if typed.startswith("cd ") else "~/vungxanh"
        lines.append(f'<span class="prompt">{here}$</span> <span class="typed">{html.escape(typed)}</span>\n')
        lines.append(marked_up(shown))
    body = "".join(lines).rstrip("\n")
    return (f'<!doctype html><html lang="vi"><meta charset="utf-8"><style>{STYLE}</style><body>'
            f'<div class="window"><div class="bar">{html.escape(title)}</div><pre>{body}</pre></div>')


def marked_up(text: str) -> str:
    # A progress line is overwritten: what stands before the last erasure of a line was not left to be seen.
    text = re.sub(r"^.*\r\x1b\[K", "", text, flags=re.M)
    parts = re.split(r"\x1b\[([\d;]*)m", text)
    shown = html.escape(parts[0])
    for code, part in zip(parts[1::2], parts[2::2]):
        style = COLOURS.get(code, "")
        shown += f'<span class="{style}">{html.escape(part)}</span>' if style else html.escape(part)
    return shown
