"""What the theme's script adds, in a real Chromium: text size, contrast, reading aloud, leaving quickly, printing.

    check_toolbar.py [site/<portal>]      default: site/ba-dinh

Prints each failure and a closing line; exit status 1 when there is one.
"""

import gzip
import sys
from pathlib import Path

from chromium import AXE, CHROMIUM, ROOT, SHIFT, TOO_WIDE, Checker, close
from page_kinds import page_kinds
from playwright.sync_api import Page, sync_playwright

LARGEST = "localStorage.setItem('vung-xanh-size', 'largest'); localStorage.setItem('vung-xanh-contrast', 'high');"
VOICE = """
speechSynthesis.getVoices = () => [{lang: "vi-VN", name: "test", default: true, localService: true, voiceURI: "test"}];
window.spoken = [];
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
speechSynthesis.speak = (one) => { window.spoken.push(one.text); window.last = one; };
"""
# WCAG 2.2, success criterion 1.4.12.
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"
CLIPPED = """() => [...document.querySelectorAll("body *")].filter((e) => {
  const style = getComputedStyle(e);
  return e.checkVisibility() && !e.classList.contains("unseen") && !e.closest(".exit p") && style.overflowX === "hidden"
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1);
}).map((e) => e.outerHTML.slice(0, 120))"""
AAA = {**AXE, "rules": {"color-contrast-enhanced": {"enabled": True}}}
FOCUS = """() => {
  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    html: e.outerHTML.slice(0, 100), inMain: !!e.closest("main"),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    uncovered: !!top && (e.contains(top) || top.contains(e)), inside: box.top >= 0 && box.bottom <= innerHeight,
  };
}"""


def font_size(page: Page) -> float:
    return page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")


def press(page: Page, action: str) -> None:
    page.locator(f".toolbar [data-action={action}]").click(force=True)


def works(checker: Checker, file: Path, next_file: Path, where: str) -> None:
    page = checker.open(file, where)
    usual = font_size(page)
    press(page, "larger")
    checker.expect(font_size(page) > usual, where, "A+ does not enlarge the text")
    said = page.locator(".toolbar [role=status]").inner_text()
    checker.expect("3" in said and "5" in said, where, f"A+ does not say the size: {said!r}")
    press(page, "normal")
    press(page, "smaller")
    checker.expect(font_size(page) < usual, where, "A- does not shrink the text")
    smaller = page.locator("[data-action=smaller]")
    checker.expect(smaller.get_attribute("aria-disabled") == "true", where, "A- is not off at the smallest size")
    for _ in range(6):
        press(page, "larger")
    press(page, "contrast")
    contrast = page.locator("[data-action=contrast]")
    checker.expect(contrast.get_attribute("aria-pressed") == "true", where, "contrast does not say that it is on")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    checker.expect(background == "rgb(0, 0, 0)", where, f"high contrast has the background {background}")
    size = font_size(page)
    checker.expect(size >= 24, where, f"the largest text is only {size} px")
    page.goto(next_file.as_uri())
    checker.expect(font_size(page) == size, where, "the next page forgets the size")
    checker.expect(page.locator("html.contrast").count() == 1, where, "the next page forgets the contrast")
    checker.expect(not page.locator("[data-action=read]").is_visible(), where, "reads aloud without a voice")
    page.context.close()

    page = checker.open(file, where, scripts=False)
    checker.expect(not page.locator(".toolbar").is_visible(), where, "a toolbar without JavaScript")
    page.context.close()

    page = checker.open(file, where, script=VOICE)
    press(page, "read")
    spoken = page.evaluate("window.spoken")
    title = page.locator("h1").inner_text()
    checker.expect(spoken[:1] == [title], where, f"reads {spoken[:1]} first, not the title {title!r}")
    press(page, "read")
    state = page.locator("[data-action=read]").get_attribute("aria-pressed")
    checker.expect(state == "false", where, "reading aloud cannot be stopped")
    press(page, "read")
    page.evaluate("window.last.onerror()")
    state = page.locator("[data-action=read]").get_attribute("aria-pressed")
    checker.expect(state == "false", where, "a voice that fails leaves the button pressed")
    page.context.close()


def leaves(checker: Checker, file: Path, where: str) -> None:
    for how in ("click", "keys"):
        page = checker.open(file, where)
        gone: list[str] = []
        # Nothing leaves this machine: the other site is played here.
        page.context.route("https://**", lambda route: (gone.append(route.request.url), route.fulfill(body="elsewhere")))
        page.evaluate("addEventListener('beforeunload', () => {})")
        before = page.evaluate("history.length")
        if how == "click":
            page.locator(".quick-exit").click(no_wait_after=True)
        else:
            for _ in range(3):
                page.keyboard.press("Shift")
        page.wait_for_url("https://**")
        checker.expect(len(gone) > 0, where, f"{how}: does not leave")
        checker.expect(page.evaluate("history.length") == before, where, f"{how}: the page stays in the history")
        page.context.close()
    page = checker.open(file, where)
    page.context.route("https://**", lambda route: None)  # a slow line
    words = set(page.locator("h1").inner_text().split())
    title = page.evaluate("document.querySelector('.quick-exit').click(), document.title")
    checker.expect(title and not words & set(title.split()), where, f"the window is still called {title!r}")
    page.context.close()
    page = checker.open(file, where, scripts=False)
    href = page.locator(".quick-exit").get_attribute("href") or ""
    checker.expect(href.startswith("https://"), where, "the way out is no link without JavaScript")
    page.context.close()


def stands_clear(checker: Checker, file: Path, where: str) -> None:
    """The contents that stay in view stay below the bar that does."""
    page = checker.open(file, where)
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY >= 600")
    bar, contents = (page.locator(name).bounding_box() for name in (".exit", ".contents"))
    checker.expect(contents["y"] >= bar["y"] + bar["height"], where, "the contents slide under the bar")
    page.context.close()


def walks(checker: Checker, file: Path, where: str) -> None:
    """Tab through all that stands above the text: each thing is seen, uncovered, and shows that it has the focus."""
    for width in (360, 1280):
        here = f"{where}, {width} px"
        page = checker.open(file, here, width)
        wanted = page.locator(":is(.skip, .exit :is(a, summary), .help a, .brand a, .toolbar button, .find :is(input, button), .menu :is(a, button), .crumbs a):visible").count()
        met = 0
        while met < 60:
            page.keyboard.press("Tab")
            at = page.evaluate(FOCUS)
            if at["inMain"]:
                break
            met += 1
            good = at["ring"] and at["uncovered"] and at["inside"]
            checker.expect(good, here, f"keyboard: {at}")
        checker.expect(met == wanted, here, f"keyboard: {met} of {wanted} things above the text were reached")
        page.context.close()


def folds(checker: Checker, file: Path, where: str) -> None:
    """On a phone the menu is folded, opens with the keyboard, and stands open without JavaScript."""
    page = checker.open(file, where, 360)
    links = page.locator(".menu a")
    checker.expect(not links.first.is_visible(), where, "the menu is open on a phone")
    top = page.locator("main").bounding_box()["y"]
    checker.expect(top < 360, where, f"the text begins at {top} px of a phone's screen")
    button = page.locator(".menu-button")
    button.focus()
    page.keyboard.press("Enter")
    checker.expect(button.get_attribute("aria-expanded") == "true", where, "the button does not say that the menu is open")
    checker.expect(links.first.is_visible(), where, "the menu does not open")
    page.keyboard.press("Enter")
    checker.expect(not links.first.is_visible(), where, "the menu does not close")
    page.keyboard.press("Enter")
    links.last.focus()
    page.keyboard.press("Escape")
    checker.expect(not links.first.is_visible(), where, "Esc does not close the menu")
    checker.expect(button.evaluate("e => e === document.activeElement"), where, "Esc loses the focus")
    page.set_viewport_size({"width": 1280, "height": 800})
    checker.expect(links.first.is_visible() and not button.is_visible(), where, "the menu is folded on a wide screen")
    page.context.close()
    page = checker.open(file, where, 360, scripts=False)
    checker.expect(page.locator(".menu a").first.is_visible(), where, "the menu is folded without JavaScript")
    checker.expect(not page.locator(".menu-button").is_visible(), where, "a menu button without JavaScript")
    page.context.close()


def holds(checker: Checker, file: Path, where: str) -> None:
    """High contrast, the largest text, twice the text, and more space between letters lose nothing."""
    page = checker.open(file, f"{where}, high contrast and largest text", 320, script=LARGEST)
    found = checker.axe.run(page, options=AAA).response["violations"]
    lines = [f"{v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"][:3]]
    checker.expect(not found, f"{where}, high contrast, largest text, 320 px", "axe\n    " + "\n    ".join(lines))
    checker.expect(page.evaluate(SHIFT) < 0.01, where, "what was chosen last time moves the page")
    for width in (320, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        culprit = page.evaluate(TOO_WIDE)
        checker.expect(culprit is None, where, f"largest text scrolls sideways at {width} px because of {culprit}")
    page.context.close()
    page = checker.open(file, where, 1280)
    checker.expect(page.evaluate(SHIFT) < 0.01, where, "the page moves while it loads")
    for scheme in ("light", "dark"):
        page.emulate_media(contrast="more", color_scheme=scheme)
        found = checker.axe.run(page, context=".help, .exit, .facts", options=AAA).response["violations"]
        lines = [f"{v['id']}: {n['html'][:160]}" for v in found for n in v["nodes"][:3]]
        checker.expect(not found, f"{where}, more contrast, {scheme}", "axe\n    " + "\n    ".join(lines))
    page.emulate_media(contrast="no-preference", color_scheme="light")
    for name, style in (("text spacing", SPACING), ("200% text", "html { font-size: 212% !important; }")):
        page.add_style_tag(content=style)
        checker.expect(page.evaluate(TOO_WIDE) is None, where, f"{name} scrolls sideways")
        clipped = page.evaluate(CLIPPED)
        checker.expect(not clipped, where, f"{name} cuts off {clipped[:2]}")
    page.context.close()


def prints(checker: Checker, file: Path, where: str) -> None:
    page = checker.open(file, where)
    page.emulate_media(media="print")
    for name in (".toolbar", ".exit", ".menu", ".help"):
        checker.expect(page.locator(f"{name}:visible").count() == 0, where, f"{name} is printed")
    foot = page.locator("footer").inner_text()
    checker.expect("111" in foot and "https://" in foot, where, f"no hotline or address on paper: {foot!r}")
    page.context.close()


def weighs(checker: Checker, portal: Path, kinds: dict[str, Path]) -> None:
    for kind, file in kinds.items():
        text = file.read_text()
        # To search takes what reads words and the index, what finds and what shows.
        for what, mark, most in (("style sheet", 'rel="stylesheet"', 1), ("script", "<script src=", 5 if kind == "search" else 1)):
            checker.expect(0 < text.count(mark) <= most, kind, f"asks for {text.count(mark)} files, not {most} {what}")
    for pattern, limit in (("*.css", 20), ("script*.js", 12), ("search*.js", 12)):
        size = sum(len(gzip.compress(file.read_bytes())) for file in (portal / "assets").glob(pattern))
        checker.expect(0 < size <= limit * 1024, f"assets/{pattern}", f"{size} bytes gzipped, of {limit} KB at most")


def has(file: Path, name: str) -> bool:
    return f' class="{name}"' in file.read_text()


def main() -> int:
    portal = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site" / "ba-dinh").resolve()
    kinds = {kind: pages[0] for kind, pages in page_kinds(portal).items() if kind not in ("redirect", "404")}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        checker = Checker(browser, portal)
        works(checker, kinds["guide"], kinds["chapter"], "guide")
        for kind in ("tip", "search"):
            leaves(checker, kinds[kind], kind)
        both = next(p for pages in page_kinds(portal).values() for p in pages if has(p, "exit") and has(p, "contents"))
        stands_clear(checker, both, str(both.relative_to(portal)))
        folds(checker, kinds["home"], "home")
        for kind in ("home", "tip"):
            walks(checker, kinds[kind], kind)
        for kind, file in kinds.items():
            holds(checker, file, kind)
        for kind in ("guide", "chapter", "book"):
            prints(checker, kinds[kind], kind)
        weighs(checker, portal, kinds)
        browser.close()
    return close(f"{len(kinds)} kinds of page")


if __name__ == "__main__":
    sys.exit(main())
