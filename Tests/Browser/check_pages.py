"""One page of each kind in a real Chromium, opened from disk: accessibility, layout, console, requests, no JavaScript.

    check_pages.py [site/<portal>]      default: site/ba-dinh

Prints each failure and a closing line; exit status 1 when there is one.
"""

import sys
from pathlib import Path

from chromium import AXE, CHROMIUM, ROOT, TOO_WIDE, Checker, close
from page_kinds import page_kinds
from playwright.sync_api import sync_playwright

AXE_WIDTHS = (360, 1280)
WIDTHS = (320, 360, 414, 600, 768, 1024, 1280, 1440, 1920)

# Every address in the navigation and the text must have at least one link that a person without JavaScript can reach:
# a visible one, or one in a <details> that they can open.
UNREACHABLE = """() => {
  const reachable = new Map();
  for (const a of document.querySelectorAll("nav a[href], main a[href], footer a[href]")) {
    const seen = a.checkVisibility() || a.closest("details:not([open])")?.checkVisibility() || false;
    reachable.set(a.href, seen || reachable.get(a.href) || false);
  }
  return [...reachable].filter(([, seen]) => !seen).map(([href]) => href);
}"""

# What an eye would stumble over at one width and not at another.
SLIPS = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const slips = [];
  for (const box of document.querySelectorAll(".table-scroll"))
    if (box.scrollWidth > box.clientWidth !== box.hasAttribute("tabindex"))
      slips.push("a table is a stop for the keyboard although it does not scroll, or scrolls and is none");
  for (const row of document.querySelectorAll(".chapters li")) {
    const circle = getComputedStyle(row, "::before");
    if (parseFloat(circle.top) + parseFloat(circle.height) > row.clientHeight) slips.push("a number crosses the rule below it");
  }
  for (const link of document.querySelectorAll(".tree a"))
    if (getComputedStyle(link).display !== "inline") slips.push("a bullet goes with the last line of its link");
  for (const row of document.querySelectorAll(".joined")) {
    // Signs stand in the padding before each thing; those at the start of a line lie outside what is shown.
    const hidden = parseFloat(getComputedStyle(row).clipPath.split(" ").at(-1));
    for (const [at, thing] of [...row.children].entries()) {
      const isFirst = at === 0 || thing.offsetTop > row.children[at - 1].offsetTop + 2;
      const sign = thing.getBoundingClientRect().left - row.getBoundingClientRect().left;
      if (!(isFirst ? sign < hidden / 2 : sign > hidden)) slips.push("a sign between two things hangs at the start of a line");
    }
  }
  for (const cover of document.querySelectorAll(".cover"))
    if (parseFloat(getComputedStyle(cover).marginBottom) < 10) slips.push("the picture touches what is below it");
  return slips;
}"""


class PageChecker(Checker):
    def accessible(self, file: Path, where: str) -> None:
        for scheme in ("light", "dark"):
            for width in AXE_WIDTHS:
                here = f"{where}, {width} px, {scheme}"
                page = self.open(file, here, width, scheme)
                found = self.axe.run(page, options=AXE).response["violations"]
                lines = [f"{v['id']} ({v['help']}): {n['html'][:160]}" for v in found for n in v["nodes"][:3]]
                self.expect(not found, here, "axe\n    " + "\n    ".join(lines))
                page.context.close()

    def fits(self, file: Path, where: str) -> None:
        page = self.open(file, where)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            culprit = page.evaluate(TOO_WIDE)
            self.expect(culprit is None, where, f"scrolls sideways at {width} px because of {culprit}")
            slips = page.evaluate(SLIPS)
            self.expect(not slips, where, f"{width} px: {slips[:2]}")
        page.context.close()

    def works_without_scripts(self, file: Path, where: str) -> None:
        for width in AXE_WIDTHS:
            here = f"{where}, {width} px, no JavaScript"
            page = self.open(file, here, width, scripts=False)
            self.expect(page.locator("main h1").first.is_visible(), here, "no visible h1 in main")
            self.expect(len(page.locator("main").inner_text().strip()) > 20, here, "main is empty")
            unreachable = page.evaluate(UNREACHABLE)
            self.expect(not unreachable, here, f"links that nobody can reach: {unreachable[:5]}")
            page.context.close()

    def is_lost(self, file: Path) -> None:
        """The page for what is not found has no address of its own to be quoted, and calls for help."""
        text = file.read_text()
        for mark in ('rel="canonical"', '"og:', '"DC.'):
            self.expect(mark not in text, file.name, f"has {mark}")
        main = text[text.index("<main") :]
        self.expect('href="tel:111"' in main and 'href="tel:113"' in main, file.name, "has no numbers to call")


def main() -> int:
    portal = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site" / "ba-dinh"
    kinds = page_kinds(portal)
    # A redirect leaves before it can be looked at, and 404.html only works where a server shows it.
    looked_at = {kind: pages[0] for kind, pages in kinds.items() if kind not in ("redirect", "404")}
    if not looked_at:
        print("check_pages: no page found; build the site first")
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        checker = PageChecker(browser, portal)
        for kind, file in looked_at.items():
            where = f"{file.relative_to(portal)} ({kind})"
            checker.accessible(file, where)
            checker.fits(file, where)
            checker.works_without_scripts(file, where)
        checker.is_lost(kinds["404"][0])
        browser.close()
    return close(f"{len(looked_at)} kinds of page")


if __name__ == "__main__":
    sys.exit(main())
