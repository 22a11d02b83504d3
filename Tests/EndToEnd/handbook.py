"""What the editors' handbook shows and names: read by the script that makes its pictures and by the check of it."""

import re

from checks import ROOT

PAGE = ROOT / "docs" / "editors.vi.md"
PICTURES = ROOT / "docs" / "pictures"
CODE_BLOCK = re.compile(r"^ *(`{3,})(\w*)\n(.*?)^ *\1$", re.S | re.M)


def text() -> str:
    return PAGE.read_text("utf-8")


def pictures() -> dict[str, str]:
    """Names of pictures → their alternative texts."""
    prose = CODE_BLOCK.sub("", text())
    return {name: alt for alt, name in re.findall(r"!\[([^\]]*)\]\(pictures/([^) ]+)\)", prose)}


def examples() -> dict[str, str]:
    """Names of pictures → the Markdown in the block right above each."""
    pattern = re.compile(r"^(`{3,})markdown\n(.*?)^\1\n\n!\[[^\]]*\]\(pictures/([^) ]+)\)", re.S | re.M)
    return {name: body for _, body, name in pattern.findall(text())}


def code_spans() -> list[str]:
    return re.findall(r"`([^`\n]+)`", CODE_BLOCK.sub("", text()))


def code_blocks() -> list[tuple[str, str]]:
    """The language and the text of each block."""
    return [(language, body) for _, language, body in CODE_BLOCK.findall(text())]
