"""Search in a real Chromium: what people type, how much it loads, keyboard, screen reader, no JavaScript.

    check_search.py [site/<portal>]      default: site/ba-dinh

Prints each failure and a closing line; exit status 1 when there is one.
"""

import gzip
import sys
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from chromium import AXE, CHROMIUM, ROOT, SHIFT, TOO_WIDE, Checker, close
from playwright.sync_api import Page, sync_playwright

DATA = ROOT / "Tests" / "SearchTests" / "Data"
FIND = """([query, limit]) => new Promise((done) => {
  const page = document.querySelector(".search-page");
  window.index ??= new VungXanhIndex(page.dataset.folder, page.dataset.version);
  index.find(query, { isTyping: false }, (answer) => {
    if (!answer.tokens) return done(["nothing could be loaded"]);
    const hits = index.select(answer, { section: "", audience: "", portal: "" }, limit).hits;
    index.cards(hits, (cards) => done(cards.map((card) => card.href)));
  });
})"""
# WCAG 4.1.3: how many were found is told without moving the focus.
STATUS = ".search-status"
FIRST_QUERY, NEXT_QUERY, LARGEST_FILE = 60 << 10, 25 << 10, 64 << 10


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text().split("\n")
    return [line.split("\t") for line in lines if line and not line.startswith("# ")]


def finds_what_people_type(checker: Checker, file: Path) -> None:
    page = checker.open(file, "queries")
    for query, within, *pages in rows("queries.tsv"):
        wanted = pages[0].split(" ")
        found = page.evaluate(FIND, [query, int(within)])
        good = any(part in href for href in found for part in wanted)
        checker.expect(good, f"“{query}”", f"none of {wanted} among the first {within}: {found}")
    page.context.close()


def reads_text_as_the_generator(checker: Checker, file: Path) -> None:
    page = checker.open(file, "text")
    for kind, text, result in rows("text.tsv"):
        calls = {
            "fold": "(t) => VungXanhText.fold(t)",
            "words": "(t) => VungXanhText.words(t).join(' ')",
            "pair": "(t) => String(VungXanhIndex.pairHash(...t.split(' ')))",
        }
        told = page.evaluate(calls[kind], text)
        checker.expect(told == result, f"{kind} “{text}”", f"{told!r}, not {result!r}")
    page.context.close()


def loads_little(checker: Checker, file: Path, portal: Path) -> None:
    page = checker.open(file, "sizes")
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))

    def size() -> int:
        files = {Path(unquote(urlsplit(url).path)) for url in loaded}
        loaded.clear()
        return sum(len(gzip.compress(file.read_bytes())) for file in files)

    scripts = sum(len(gzip.compress(file.read_bytes())) for file in (portal / "assets").glob("s*.js"))
    for number, query in enumerate(["trẻ em", "mật khẩu", "lừa đảo", "là gì", "đường dây nóng"]):
        type_in(page, query)
        taken = size() + (scripts if number == 0 else 0)
        limit = FIRST_QUERY if number == 0 else NEXT_QUERY
        checker.expect(0 < taken <= limit or number > 0 and taken == 0, f"“{query}”", f"loads {taken} bytes gzipped")
    largest = max((portal / "assets" / "search").iterdir(), key=lambda file: file.stat().st_size)
    checker.expect(largest.stat().st_size <= LARGEST_FILE, largest.name, f"has {largest.stat().st_size} bytes")
    page.context.close()


def type_in(page: Page, query: str) -> None:
    page.locator("#search_field").fill(query)
    page.locator("#search_field").press("Enter")
    page.wait_for_function("!document.querySelector('.search-page').hasAttribute('aria-busy')")


def says_what_it_does(checker: Checker, file: Path) -> None:
    page = checker.open(file, "words")
    for query, note in (
        ("trer em", "“trẻ em”"), ("mật khẩuu", "“khẩu”"), ("trẽ em", "“trẻ em”"), ("chia xẻ", "chia se"), ("sâm hại", "“xâm hại”"), ("xyzabc", "“xyzabc”"), ("xyzabc mật khẩu", "“xyzabc”"),
    ):  # fmt: skip
        type_in(page, query)
        notes = page.locator(".search-notes").inner_text()
        checker.expect(note in notes, f"“{query}”", f"does not say {note}: {notes!r}")
    type_in(page, "xyzabc")
    help_links = page.locator(".search-nothing a:visible").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    checker.expect({"tel:111", "tel:113"} < set(help_links), "nothing found", f"offers only {help_links}")
    checker.expect(page.locator(".letter-list").is_visible(), "nothing found", "does not offer the letters")
    type_in(page, "trẻ em")
    checker.expect(page.locator(".search-results mark").count() > 3, "trẻ em", "nothing is marked in the results")
    page.context.close()


def narrows(checker: Checker, file: Path) -> None:
    page = checker.open(file, "filters")
    type_in(page, "trẻ em")
    total = page.locator(STATUS).inner_text()
    section = page.locator("select[name=section]")
    label = section.locator("option").nth(1).inner_text()
    section.select_option(index=1)
    page.wait_for_function(f"document.querySelector('{STATUS}').innerText !== {total!r}")
    count = label.rsplit("(", 1)[1].rstrip(")")
    checker.expect(f" {count} " in page.locator(STATUS).inner_text(), "filters", f"{label} leaves another number of pages")
    page.context.close()


def is_used_with_keys_and_ears(checker: Checker, file: Path) -> None:
    for scheme in ("light", "dark"):
        for width in (320, 1280):
            page = checker.open(file, f"results, {width} px, {scheme}", width, scheme)
            type_in(page, "trẻ em")
            found = checker.axe.run(page, options=AXE).response["violations"]
            lines = [f"{v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"][:3]]
            checker.expect(not found, f"results, {width} px, {scheme}", "axe\n    " + "\n    ".join(lines))
            checker.expect(page.evaluate(TOO_WIDE) is None, f"results, {width} px", "scroll sideways")
            page.context.close()
    page = checker.open(file, "keyboard")
    page.locator("#search_field").focus()
    page.keyboard.type("trẻ em")
    page.wait_for_selector(".search-results li")
    checker.expect(page.locator(STATUS).get_attribute("role") == "status", "results", "are not announced")
    checker.expect("trẻ em" in page.locator(STATUS).inner_text(), "results", "the status does not name the query")
    page.locator(".search-more").focus()
    before = page.locator(".search-results li").count()
    page.keyboard.press("Enter")
    page.wait_for_function(f"document.querySelectorAll('.search-results li').length > {before}")
    at = page.evaluate("[...document.querySelectorAll('.search-results a')].indexOf(document.activeElement)")
    checker.expect(at >= before, "more results", "the focus is not on the first new one")
    page.context.close()


def can_be_sent_on(checker: Checker, file: Path) -> None:
    page = checker.open(file, "address")
    page.goto(f"{file.as_uri()}?q={quote('mật khẩu')}")
    page.wait_for_selector(".search-results li")
    checker.expect(page.locator("#search_field").input_value() == "mật khẩu", "?q=", "the field does not show it")
    page.goto(file.parent.joinpath("index.html").as_uri())
    page.locator(".find input").fill("trẻ em")
    page.locator(".find button").click()
    page.wait_for_selector(".search-results li")
    checker.expect("tim-kiem.html?q=" in page.url, "the header's field", f"leads to {page.url}")
    page.context.close()
    page = checker.open(file, "no JavaScript", scripts=False)
    checker.expect(page.locator(".letter-entries a:visible").count() > 50, "no JavaScript", "no index from A to Z")
    checker.expect(page.locator("noscript:visible").count() == 1, "no JavaScript", "does not say why nothing is found")
    page.context.close()


def waits(checker: Checker, file: Path) -> None:
    """On a slow line the page says that it searches, and nothing moves when the answer comes."""
    page = checker.open(file, "slow line")
    held = []
    page.route("**/search/core.js*", lambda route: held.append(route))
    page.goto(f"{file.as_uri()}?q={quote('mật khẩu')}", wait_until="commit")
    page.wait_for_function(f"document.querySelector('{STATUS}')?.innerText.endsWith('…')")
    checker.expect(not page.locator(".letter-list").is_visible(), "slow line", "shows the letters, to hide them again")
    held[0].continue_()
    page.wait_for_selector(".search-results li")
    checker.expect("mật khẩu" in page.locator(STATUS).inner_text(), "slow line", "still says that it searches")
    shift = page.evaluate(SHIFT)
    checker.expect(shift < 0.02, "slow line", f"the page moves by {shift} when the answer comes")
    page.context.close()


def bears_another_format(checker: Checker, file: Path) -> None:
    page = checker.open(file, "another format")
    page.evaluate("take => { vungXanhSearch = (name, value) => take(name, {...value, format: 0}); }", page.evaluate_handle("vungXanhSearch"))
    type_in(page, "mật khẩu")
    checker.expect(page.locator(STATUS).inner_text() != "", "another format", "is not told")
    checker.expect(page.locator(".letter-list").is_visible(), "another format", "does not offer the letters")
    page.context.close()


def main() -> int:
    portal = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site" / "ba-dinh").resolve()
    file = portal / "tim-kiem.html"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        checker = Checker(browser, portal)
        reads_text_as_the_generator(checker, file)
        finds_what_people_type(checker, file)
        loads_little(checker, file, portal)
        says_what_it_does(checker, file)
        narrows(checker, file)
        is_used_with_keys_and_ears(checker, file)
        can_be_sent_on(checker, file)
        waits(checker, file)
        bears_another_format(checker, file)
        browser.close()
    return close()


if __name__ == "__main__":
    sys.exit(main())
