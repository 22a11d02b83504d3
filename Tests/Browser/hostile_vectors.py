"""What a hostile editor could write: the payloads, and the places in a project to put them.

A vector is a payload in a place. It bears a token, in its name and on its page, by which it is found again in what was
published.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from hostile_files import ATTACHED, KNOWN, NAMES, SVGS, gif
from hostile_payloads import ADDRESSES, ALIASES, HTML, TEXTS, URLS


@dataclass
class Vector:
    place: str
    payload: str
    token: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    # Whether it may never be published; what is not sure to be dangerous may be either, as long as nothing comes of it.
    refused: bool = False
    # Whether it is known to be published and to do harm.
    known: bool = False
    # "site" has a project of its own: what is wrong in site.yaml holds back everything.
    kind: str = "page"


# MARK: Places

# Where a text stands in a page's body; `{}` takes the payload on one line.
BODIES = {
    "paragraph": "{}", "heading": "## {}", "table": "| A | B |\n|---|---|\n| {} | x |", "footnote": "Chữ[^1].\n\n[^1]: {}",
    "list": "- {}", "alert": "> [!WARNING]\n> {}", "quote": "> {}",
}  # fmt: skip
# Where text is text whatever it holds: these are published, as they are.
QUOTED = {
    "code span": "`` {} ``", "code block": "```\n{}\n```", "info string": "```{}\nx\n```", "indented code": "    {}",
    "alert name": "> [!{}]\n> x", "footnote name": "Chữ[^{0}].\n\n[^{0}]: x",
    "alt text": "![{}](anh.gif)", "link text": "[{}](https://a.example/)", "link title": "[x](https://a.example/ \"{}\")",
    "picture title": "![x](anh.gif \"{}\")",
}  # fmt: skip
LINKS = {
    "link": "[chữ](<{}>)", "bare link": "[chữ]({})", "autolink": "<{}>", "reference": "[chữ][r]\n\n[r]: <{}>",
    "picture": "![chữ](<{}>)", "linked picture": "[![x](anh.gif)]({})",
    "bare address": "Xem {} nhé",
}  # fmt: skip
# Every field of a page that takes words or addresses, as YAML with the payload's JSON in it.
FIELDS = {
    "title": "title: {}", "short_title": "short_title: {}", "description": "description: {}", "tags": "tags: [{}]",
    "audience": "audience: [{}]",
    "image.alt": "image: {{ src: anh.gif, alt: {} }}", "image.src": "image: {{ src: {}, alt: x }}", "related": "related: [{}]",
    "owner": "owner: {}", "author": "author: {}",
    "source": "source: {}", "source.name": "source: [{{ name: {}, url: https://a.example/ }}]",
    "source.url": "source: [{{ name: x, url: {} }}]", "approved_by": "approved_by: {}",
    "slug": "slug: {}", "portals": "portals: [{}]", "attachments.title": "attachments: [{{ file: tep.txt, title: {} }}]",
    "attachments.file": "attachments: [{{ file: {} }}]",
    "check_ignore": "check_ignore: [{{ rule: double-space, reason: {} }}]", "layout": "layout: {}", "type": "type: {}",
    "date": "date: {}", "weight": "weight: {}", "age": "age: {}", "unknown": "{}: 1",
    "issuer": "type: document\nissuer: {}", "number": "type: document\nissuer: x\nnumber: {}",
    "signed_by": "type: document\nissuer: x\nsigned_by: {}",
}  # fmt: skip
PORTAL = ["name", "title", "description", "url", "body", "parent_body", "responsible", "address", "phone", "email", "accent",
    "emblem", "kind", "theme", "language", "menu.title", "menu.url", "also_publish"]
SITE = {
    "name": "name: {}", "audiences.name": "audiences: [{{ id: be, name: {} }}]",
    "audiences.id": "audiences: [{{ id: {}, name: x }}]", "menu.title": "menu: [{{ title: {}, url: https://a.example/ }}]",
    "menu.url": "menu: [{{ title: x, url: {} }}]", "quick_exit_url": "quick_exit_url: {}", "theme": "theme: {}",
    "help_page": "help_page: {}", "main_portal": "main_portal: {}", "also_publish": "also_publish: [{}]",
}  # fmt: skip
# YAML that means more than it says.
YAML = [
    "x: &a [1]\ny: *a", "title: !!python/object/apply:os.system [id]", "<<: { title: x }", "title: [a, b]", "title: { a: b }",
    "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]", "title: |\n  <script>alert(1)</script>\n  x",
    "title: >-\n  </script>\n  <script>alert(1)</script>", "? [a]\n: b", "title: \"\\x00\"", "title: x\n...\n---\nslug: y",
    "%TAG ! tag:x,2026:", "__proto__: { vxPwned: 1 }",
]  # fmt: skip


def page(token: str, body: str = "Nội dung của trang.", front: str = "", title: bool = True) -> bytes:
    """A page with the token in its title and in a line of its own."""
    head = (f"title: Trang {token}\n" if title else "") + (front + "\n" if front else "")
    if "\ndate:" not in "\n" + head:
        head += "date: 2026-11-01\n"
    return f"---\n{head}---\n\nDấu {token}.\n\n{body}\n".encode()


def made() -> Iterator[Vector]:
    """Every vector but for its token, which its files have as {T}."""
    # HTML in Markdown is refused; a few odd forms are no HTML to Markdown, and are shown as they are.
    for name, shape in BODIES.items():
        for at, payload in enumerate(HTML if name == "paragraph" else HTML[:6] + TEXTS[:4]):
            refused = payload in HTML and payload.startswith(("<script>", "<script ", "<img ", "<svg ", "<iframe", "<body", "<a ",
                "<form")) and at < 6
            yield in_page(f"text: {name}", payload, shape, refused)
    for name, shape in QUOTED.items():
        for payload in TEXTS:
            text = payload.replace('"', '\\"') if name.endswith("title") else payload
            yield in_page(f"text: {name}", text, shape)
    for name, shape in LINKS.items():
        for at, payload in enumerate(ADDRESSES):
            if name in ("link", "picture") or at % 4 == 0:
                runs = payload.lower().startswith(("javascript:", "vbscript:", "data:", "blob:")) and name in ("link", "reference",
                    "picture")
                loads = name == "picture" and payload.startswith(("//", "http://"))
                yield in_page(f"address: {name}", payload, shape, runs and "<" not in payload or loads)
    for name, shape in FIELDS.items():
        title = not name == "title"
        for payload in [TEXTS[0], TEXTS[2], TEXTS[5], TEXTS[7], "javascript:alert(1)",
            "//hostile.invalid/x"][: 6 if name in ("title", "description", "source.url", "image.src") else 3]:
            text = payload if name not in ("title", "tags", "slug") else payload + " {T}"
            yield Vector(f"field: {name}", payload, files=beside("{T}", page("{T}", front=shape.format(quoted(text)), title=title)))
    for text in YAML:
        yield Vector("field: YAML", text, files={"content/muc/{T}.md": page("{T}", front=text, title="title:" not in text)})
    for text in ALIASES:
        yield Vector("alias", text, files={"content/muc/{T}.md": page("{T}", front=f"aliases: [{quoted(text)}]")})
    for name, content, refused in SVGS:
        files = {"content/muc/{T}/index.md": page("{T}", "![Hình](hinh.svg)"), "content/muc/{T}/hinh.svg": content}
        yield Vector("file: SVG", name, files=files, refused=refused, known=name in KNOWN)
    for name, content, refused in ATTACHED:
        files = {"content/muc/{T}/index.md": page("{T}", front=f"attachments: [{{ file: {quoted(name)}, title: Tệp }}]"),
        "content/muc/{T}/" + name: content}
        yield Vector("file: attached", name, files=files, refused=refused, known=name in KNOWN)
    for name in NAMES:
        yield Vector("name: page", name, files={f"content/muc/{name} {{T}}.md": page("{T}")})
        yield Vector("name: folder", name, files={f"content/muc/{name} {{T}}/_index.md": b"---\ntitle: Thu muc {T}\n---\n"})
        yield Vector("name: picture", name, files={"content/muc/{T}/index.md": page("{T}", f"![Hình](<{name}.gif>)"),
            f"content/muc/{{T}}/{name}.gif": gif()})
    for name in PORTAL:
        for payload in [TEXTS[2], TEXTS[0], "javascript:alert(1)"]:
            yield Vector(f"portal: {name}", payload, files={"content/portals/{T}/portal.yaml": portal("{T}", name, payload)},
                kind="portal")
    for payload in URLS:
        yield Vector("portal: url", payload, files={"content/portals/{T}/portal.yaml": portal("{T}", "url", payload)},
            kind="portal")
    for payload in [*ALIASES[:4], "/" + ALIASES[10], "/x", TEXTS[2]]:
        lines = f"withdrawn:\n  - path: content/muc/sai.md\n    on: 2026-11-20\n    addresses: [{quoted('chinh' + payload)}]\n"
        yield Vector("site: withdrawn", payload, files={"content/withdrawn.yaml": lines.encode()}, kind="site")
    for name, shape in SITE.items():
        for payload in [TEXTS[2], TEXTS[0], "javascript:alert(1)"]:
            yield Vector(f"site: {name}", payload, files={"content/site.yaml": site(shape.format(quoted(payload)))}, kind="site")


def vectors() -> list[Vector]:
    found = list(made())
    for at, one in enumerate(found):
        one.token = f"vx{at:04}q"
        one.files = {path.replace("{T}", one.token): content.replace(b"{T}", one.token.encode()) for path,
            content in one.files.items()}
    return found


def in_page(place: str, payload: str, shape: str, refused: bool = False) -> Vector:
    return Vector(place, payload, files=beside("{T}", page("{T}", shape.format(payload))), refused=refused)


def beside(folder: str, text: bytes) -> dict[str, bytes]:
    """A page with a harmless picture and a harmless file beside it."""
    files = {f"content/muc/{folder}/index.md": text}
    if b"anh.gif" in text:
        files[f"content/muc/{folder}/anh.gif"] = gif()
    if b"tep.txt" in text:
        files[f"content/muc/{folder}/tep.txt"] = "Một tệp\n".encode()
    return files


def quoted(text: str) -> str:
    """As a scalar of YAML, of which JSON's are some."""
    return json.dumps(text)


def site(more: str = "", name: str = "name: Thử") -> bytes:
    lines = [] if more.startswith("name:") else [name]
    return "\n".join([*lines, *([] if "main_portal" in more else ["main_portal: chinh"]), more, ""]).encode()


def portal(token: str, field: str = "", payload: str = "", path: str = "/") -> bytes:
    values = {"name": f"Phường {token}", "title": f"Cổng {token}", "url": f"https://{token}.example{path}", "body": "UBND",
        "responsible": "A", "address": "B", "phone": "024 0000 0000", "email": "d@thu.example"}
    lines = []
    if field.startswith("menu."):
        menu = {"title": "x", "url": "https://a.example/"} | {field[5:]: payload}
        lines = [f"menu: [{json.dumps(menu)}]"]
    elif field:
        values[field] = [payload] if field == "also_publish" else payload
    return "\n".join([f"{key}: {json.dumps(value)}" for key, value in values.items()] + lines + [""]).encode()
