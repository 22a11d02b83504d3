"""One HTML page as the checks see it: its links, its ids, and what is wrong with it on its own."""

import json
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

# Attributes that hold one URL. The browser follows the first kind when a person asks, the second by itself.
FOLLOWED = {("a", "href"), ("area", "href"), ("blockquote", "cite"), ("q", "cite"), ("ins", "cite"), ("del", "cite")}
LOADED = {
    ("audio", "src"), ("button", "formaction"), ("embed", "src"), ("form", "action"), ("iframe", "src"),
    ("image", "href"), ("img", "src"), ("input", "formaction"), ("input", "src"), ("object", "data"),
    ("script", "src"), ("source", "src"), ("track", "src"), ("use", "href"), ("use", "xlink:href"),
    ("video", "poster"), ("video", "src"),
}  # fmt: skip
LOADED_RELATIONS = {
    "apple-touch-icon", "dns-prefetch", "icon", "manifest", "mask-icon", "modulepreload", "preconnect", "prefetch",
    "preload", "stylesheet",
}  # fmt: skip
ID_REFERENCES = {
    "aria-activedescendant", "aria-controls", "aria-describedby", "aria-details", "aria-errormessage",
    "aria-labelledby", "aria-owns", "for", "form", "headers", "list", "popovertarget",
}  # fmt: skip
# A script of these types is data: the browser does not run it, so a strict policy lets it be.
DATA_TYPES = {"application/json", "application/ld+json"}


@dataclass
class Page:
    ids: set[str] = field(default_factory=set)
    links: list[tuple[int, str, bool]] = field(default_factory=list)  # line, URL, loaded by the browser itself
    published: list[tuple[int, str]] = field(default_factory=list)  # line, URL that must be an absolute one of ours
    problems: list[tuple[int, str]] = field(default_factory=list)
    body_class: str = ""
    redirects: bool = False


class Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.tags: Counter[str] = Counter()
        self.id_counts: Counter[str] = Counter()
        self.references: list[tuple[int, str, str]] = []
        self.lang: str | None = None
        self.title = ""
        self.text_of: str | None = None  # "title" or the data script that is being read
        self.data = ""
        self.svg_depth = 0  # a picture's <title> is not the page's

    def problem(self, message: str) -> None:
        self.page.problems.append((self.getpos()[0], message))

    def link(self, url: str, loads: bool) -> None:
        self.page.links.append((self.getpos()[0], url, loads))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.tags[tag] += 1
        if tag == "html":
            self.lang = values.get("lang")
        elif tag == "body":
            self.page.body_class = " ".join(sorted(values.get("class", "").split()))
        elif tag == "svg":
            self.svg_depth += 1
        elif tag == "title" and not self.svg_depth:
            self.text_of = "title"
        elif tag in ("style", "base"):
            self.problem(f"<{tag}> is not allowed")
        elif tag == "script" and "src" not in values:
            if values.get("type") in DATA_TYPES:
                self.text_of, self.data = "data", ""
            else:
                self.problem("inline script")
        elif tag == "link":
            self.link_tag(values)
        elif tag == "meta":
            self.meta_tag(values)
        for name, value in values.items():
            self.attribute(tag, name, value)

    def attribute(self, tag: str, name: str, value: str) -> None:
        if name == "id":
            self.id_counts[value] += 1
            if not value or any(c.isspace() for c in value):
                self.problem(f"“{value}” is no id")
        elif name == "style":
            self.problem(f"inline style on <{tag}>")
        elif name.startswith("on"):
            self.problem(f"event handler {name} on <{tag}>")
        elif name == "ping":
            self.problem("ping reports where a person goes")
        elif name in ("srcset", "imagesrcset"):
            for candidate in value.split(","):
                self.link(candidate.split()[0] if candidate.split() else "", True)
        elif name in ID_REFERENCES:
            self.references += [(self.getpos()[0], name, reference) for reference in value.split()]
        elif (tag, name) in FOLLOWED or (tag, name) in LOADED:
            self.link(value, (tag, name) in LOADED)

    def link_tag(self, values: dict[str, str]) -> None:
        relations = set(values.get("rel", "").lower().split())
        if "canonical" in relations:
            self.page.published.append((self.getpos()[0], values.get("href", "")))
        else:
            self.link(values.get("href", ""), bool(relations & LOADED_RELATIONS))

    def meta_tag(self, values: dict[str, str]) -> None:
        if values.get("http-equiv", "").lower() == "refresh":
            self.page.redirects = True
            _, separator, url = values.get("content", "").partition("=")
            self.link(url.strip(" '\""), False) if separator else self.problem("a refresh without an address")
        elif values.get("property") in ("og:url", "og:image"):
            self.page.published.append((self.getpos()[0], values.get("content", "")))

    def handle_data(self, data: str) -> None:
        if self.text_of == "title":
            self.title += data
        elif self.text_of == "data":
            self.data += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg":
            self.svg_depth -= 1
        elif tag == "title" and self.text_of == "title":
            self.text_of = None
        elif tag == "script" and self.text_of == "data":
            self.text_of = None
            try:
                json.loads(self.data)
            except ValueError as error:
                self.problem(f"structured data is not JSON: {error}")

    def finish(self, fragment: bool) -> Page:
        self.close()
        page = self.page
        page.ids = set(self.id_counts)
        page.problems += [(1, f"id “{id}” {count} times") for id, count in self.id_counts.items() if count > 1]
        page.problems += [
            (line, f"{name} names “{id}”, which is no id here")
            for line, name, id in self.references
            if id not in page.ids
        ]
        if fragment:
            return page
        if not self.lang:
            page.problems.append((1, "<html> has no lang"))
        if not self.title.strip():
            page.problems.append((1, "no title"))
        # A page that only leads on may do without a heading.
        if self.tags["h1"] != 1 and not (page.redirects and self.tags["h1"] == 0):
            page.problems.append((1, f"{self.tags['h1']} h1 headings"))
        return page


def read_html(text: str, fragment: bool = False) -> Page:
    """The page in `text`; as a `fragment` it need not have a title, a language or a main heading."""
    reader = Reader()
    reader.feed(text)
    return reader.finish(fragment)


def read_page(path: Path) -> Page:
    """The page in a file. Bytes that are not UTF-8 are a problem of the page, not of the check."""
    content = path.read_bytes()
    page = read_html(content.decode("utf-8", "replace"))
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        page.problems.append((content.count(b"\n", 0, error.start) + 1, "bytes that are not UTF-8"))
    return page
