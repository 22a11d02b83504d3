"""The pages of a built portal, grouped by kind, so that the slow checks look at one of each."""

from collections import defaultdict
from pathlib import Path

from page_reader import read_page


def page_kinds(portal: Path) -> dict[str, list[Path]]:
    """The kind (the class of <body>, or the folder where there is none) → its pages, the longest first: it has the
    most of what can go wrong."""
    kinds: defaultdict[str, list[Path]] = defaultdict(list)
    for path in sorted(portal.rglob("*.html")):
        page = read_page(path)
        kind = page.body_class or f"{path.parent.relative_to(portal)}/"
        if page.redirects:
            kind = "redirect"
        elif path == portal / "404.html":
            kind = "404"
        kinds[kind].append(path)
    for pages in kinds.values():
        pages.sort(key=lambda path: (-path.stat().st_size, path))
    return dict(sorted(kinds.items()))
