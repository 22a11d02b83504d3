"""An independent link checker: shares no code with the generator, so it can disagree with it.

    check_links.py [site/<portal> …]      default: every portal in site/

Every link, fragment and resource of every page, style sheet, feed and sitemap is resolved against the files on disk;
a sample of pages is then followed over HTTP under a sub-path. Prints each problem and a closing line; exit status 1
when there is one.
"""

import os
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree

from checks import ROOT
from page_reader import Page, read_html, read_page
from sub_path_server import serving

PERSON_SCHEMES = {"mailto", "tel", "sms"}
SAMPLE = 6  # pages of each portal that are followed over HTTP


class Portal:
    def __init__(self, folder: Path):
        self.folder = folder.resolve()
        self.name = folder.name
        self.files = {
            str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if path.is_file()
        }
        self.base = self.read_base()
        self.pages: dict[str, Page] = {}

    def named(self, suffix: str) -> list[str]:
        return sorted(file for file in self.files if file.endswith(suffix))

    def read_base(self) -> str | None:
        """The portal's address: the shortest in its sitemap is the home page's."""
        if "sitemap.xml" not in self.files:
            return None
        addresses = xml_texts(self.folder / "sitemap.xml", "loc")
        shortest = min(addresses, key=len, default="")
        return shortest.removesuffix("index.html") or None

    def file_at(self, path: str) -> str | None:
        """The file that a server answers with for a path below the base; canonical forms may leave .html out."""
        path = unquote(path)
        for candidate in (path or "index.html", path + "index.html" if path.endswith("/") else path + ".html"):
            if candidate in self.files:
                return candidate
        return None


def xml_texts(file: Path, tag: str) -> list[str]:
    return [(e.text or "").strip() for e in ElementTree.parse(file).iter() if e.tag.rpartition("}")[2] == tag]


class Checker:
    def __init__(self, portals: list[Portal]):
        self.portals = portals
        self.problems: list[str] = []
        self.links = 0

    def report(self, portal: Portal, file: str, line: int, message: str) -> None:
        self.problems.append(f"{portal.name}/{file}:{line}: {message}")

    def portal_of(self, url: str) -> Portal | None:
        matches = [p for p in self.portals if p.base and (url + "/").startswith(p.base.rstrip("/") + "/")]
        return max(matches, key=lambda p: len(p.base or ""), default=None)

    def fragment_missing(self, portal: Portal, file: str, fragment: str) -> bool:
        if fragment in ("", "top") or fragment.startswith(":~:"):
            return False
        if file.endswith(".html"):
            ids = portal.pages[file].ids
        else:
            path = portal.folder / file
            text = path.read_text("utf-8", "replace") if path.suffix == ".svg" else ""
            ids = set(re.findall(r'\bid="([^"]+)"', text))
        return fragment not in ids and unquote(fragment) not in ids

    def published(self, portal: Portal, file: str, line: int, url: str, what: str) -> None:
        """An absolute URL that must be one of ours."""
        self.links += 1
        owner = self.portal_of(url)
        if owner is None or owner.base is None:
            return self.report(portal, file, line, f"{what} {url} belongs to no portal in site/")
        parts = urlsplit(url)
        target = owner.file_at(parts.path[len(urlsplit(owner.base).path) :])
        if target is None:
            self.report(portal, file, line, f"{what} {url}: {owner.name}/ has no such file")
        elif self.fragment_missing(owner, target, parts.fragment):
            self.report(portal, file, line, f"{what} {url}: {owner.name}/{target} has no id “{parts.fragment}”")

    def link(self, portal: Portal, file: str, line: int, url: str, loads: bool) -> None:
        """A link of a page; `loads` when the browser fetches or sends to it without being asked to go there."""
        self.links += 1
        problem = lambda message: self.report(portal, file, line, f"“{url}” {message}")
        try:
            parts = urlsplit(url)
        except ValueError as error:
            return problem(f"is no URL: {error}")
        if url != url.strip() or any(c in url for c in ' "<>\\\n\t'):
            problem("has characters that a URL may not have")
        if parts.scheme in PERSON_SCHEMES and not loads:
            return None
        if parts.scheme in ("http", "https"):
            if loads:
                problem("is loaded from another host")
            elif self.portal_of(url):
                self.published(portal, file, line, url, "link")
            return None
        if parts.scheme or url.startswith("//"):
            return problem("has a scheme that is not allowed")
        if file == "404.html":
            return self.link_of_404(portal, line, url, parts)
        if parts.path.startswith("/"):
            return problem("is an absolute path, which breaks in a sub-folder and on disk")
        path = os.path.normpath(os.path.join(os.path.dirname(file), unquote(parts.path))) if parts.path else file
        if path.startswith(".."):
            return problem("leaves the portal's folder")
        if parts.path.endswith("/") or path not in portal.files:
            return problem("names no file")
        if self.fragment_missing(portal, path, parts.fragment):
            problem(f"names an id that {path} does not have")
        return None

    def link_of_404(self, portal: Portal, line: int, url: str, parts) -> None:
        """A server shows 404.html at any depth, so only the full path finds anything."""
        if not parts.path:
            if self.fragment_missing(portal, "404.html", parts.fragment):
                self.report(portal, "404.html", line, f"“{url}” names an id that the page does not have")
        elif portal.base and parts.path.startswith(urlsplit(portal.base).path):
            self.published(portal, "404.html", line, urljoin(portal.base, url), "link")
        else:
            self.report(portal, "404.html", line, f"“{url}” is not below the portal's path")

    def portal_files(self, portal: Portal) -> None:
        for file, page in portal.pages.items():
            for line, message in page.problems:
                self.report(portal, file, line, message)
            for line, url, loads in page.links:
                self.link(portal, file, line, url, loads)
            for line, url in page.published:
                self.published(portal, file, line, url, "canonical")
        for file in portal.named(".css"):
            text = re.sub(r"/\*.*?\*/", "", (portal.folder / file).read_text("utf-8"), flags=re.S)
            for match in re.finditer(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""", text):
                self.link(portal, file, text.count("\n", 0, match.start()) + 1, match[1] or match[2], True)
        for file in portal.named(".xml"):
            self.xml_file(portal, file)
        if "robots.txt" in portal.files:
            for n, text in enumerate((portal.folder / "robots.txt").read_text("utf-8").splitlines(), 1):
                if text.lower().startswith("sitemap:"):
                    self.published(portal, "robots.txt", n, text.split(":", 1)[1].strip(), "sitemap")
        for needed in ("index.html", "404.html", "sitemap.xml"):
            if needed not in portal.files:
                self.report(portal, needed, 1, "is missing")

    def xml_file(self, portal: Portal, file: str) -> None:
        try:
            root = ElementTree.parse(portal.folder / file).getroot()
        except ElementTree.ParseError as error:
            return self.report(portal, file, error.position[0], f"is not XML: {error}")
        for element in root.iter():
            tag = element.tag.rpartition("}")[2]
            if tag == "loc":
                self.published(portal, file, 1, (element.text or "").strip(), "sitemap")
            elif tag == "link" and "href" in element.attrib:
                url = element.attrib["href"]
                if self.portal_of(url) or element.get("rel", "alternate") in ("self", "alternate"):
                    self.published(portal, file, 1, url, "feed link")
            elif tag in ("content", "summary") and element.get("type") == "html":
                # A reader shows this away from the site, so a relative link in it leads nowhere.
                for line, url, _ in read_html(element.text or "", fragment=True).links:
                    if not urlsplit(url).scheme:
                        self.report(portal, file, line, f"“{url}” is relative, in a feed")
        return None

    def over_http(self) -> int:
        """Follows the links of some pages as a browser resolves them, each portal under a path of its own."""
        seen: dict[str, int] = {}
        with serving({f"/thu/{p.name}/": p.folder for p in self.portals}) as fetch:
            for portal in self.portals:
                files = [file for file in portal.pages if file != "404.html"]
                step = max(1, len(files) // SAMPLE)
                for file in files[::step]:
                    here = f"/thu/{portal.name}/{file}"
                    for line, url, _ in [(0, "", True)] + portal.pages[file].links:
                        target = urljoin(here, url).partition("#")[0]
                        if urlsplit(url).scheme:
                            continue
                        if target not in seen:
                            seen[target] = fetch(target)
                        if seen[target] != 200:
                            self.report(portal, file, line, f"“{url}”: HTTP {seen[target]} for {target}")
        return len(seen)


def main() -> int:
    folders = [Path(a) for a in sys.argv[1:]] or sorted(p for p in (ROOT / "site").iterdir() if p.is_dir())
    portals = [Portal(folder) for folder in folders]
    with ProcessPoolExecutor() as pool:
        for portal in portals:
            names = portal.named(".html")
            portal.pages = dict(zip(names, pool.map(read_page, [portal.folder / n for n in names], chunksize=32)))
    checker = Checker(portals)
    for portal in portals:
        checker.portal_files(portal)
    fetched = checker.over_http()
    for problem in checker.problems:
        print(problem)
    pages = sum(len(portal.pages) for portal in portals)
    if not pages:
        print("check_links: no page found; build the site first")
    print(
        f"check_links: {len(portals)} portals, {pages} pages, {checker.links} links, {fetched} addresses over HTTP: "
        f"{len(checker.problems)} problems"
    )
    return 1 if checker.problems or not pages else 0


if __name__ == "__main__":
    sys.exit(main())
