"""Makes the pictures of the editors' handbook from the program itself: commands in a terminal, the preview as it is
driven, published pages, and what each example of the handbook looks like.

    handbook_pictures.py [name.png …]      default: all of docs/pictures/

Prints what it made and, at the end, pictures that the handbook names and nothing here makes; exit status 1 then.
"""

import base64
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import handbook_samples
import window_picture
from check_preview import previewing
from chromium import CHROMIUM, ROOT
import handbook
from playwright.sync_api import Browser, Page, sync_playwright

# As the handbook's examples are dated.
DATE = "2026-11-24"
# No page of the content is of a later day.
TODAY = "2026-11-26"
FIRST_PAGE = "content/huong-dan/khoa-man-hinh-dien-thoai.md"
LINKED_PAGE = "content/huong-dan/an-toan.md"
PASTED_PAGE = "content/huong-dan/dan-tu-word.md"


class Studio:
    def __init__(self, browser: Browser, folder: Path, wanted: set[str]):
        self.browser, self.wanted = browser, wanted
        # The story of the first page is told in one project; examples would only be in its way.
        self.project, self.examples = folder / "vungxanh", folder / "vi-du"
        for project in (self.project, self.examples):
            for name in ("content", "themes"):
                shutil.copytree(ROOT / name, project / name)
        (self.project / "vungxanh").symlink_to(ROOT / "vungxanh")
        self.made: set[str] = set()

    def window(self, width: int = 1000, height: int = 700) -> Page:
        return self.browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN", reduced_motion="reduce")

    def take(self, page: Page, name: str, *selectors: str, box: dict | None = None, edge: int = 14, is_framed: bool = True) -> None:
        """The part of the page that the first elements of `selectors` take up, with a little around it."""
        self.made.add(name)
        if self.wanted and name not in self.wanted:
            return
        if selectors:
            boxes = [page.locator(selector).first.bounding_box() for selector in selectors]
            left, top = (min(one[side] for one in boxes) for side in "xy")
            right = max(one["x"] + one["width"] for one in boxes)
            bottom = max(one["y"] + one["height"] for one in boxes)
            box = {"x": max(0, left - edge), "y": max(0, top - edge)}
            room = page.evaluate("document.documentElement.clientWidth") - box["x"]
            box |= {"width": min(room, right - left + 2 * edge), "height": bottom - top + 2 * edge}
        file = handbook.PICTURES / name
        shot = page.screenshot(clip=box, full_page=bool(box), animations="disabled")
        file.write_bytes(self.framed(shot) if is_framed else shot)
        # 256 colours are as good as all of them for letters on flat grounds, and a third of the size.
        subprocess.run(["pngquant", "--speed", "1", "--strip", "--force", "--ext", ".png", "256", file], check=True)
        print(name, f"{file.stat().st_size / 1024:.0f} KB", flush=True)

    def framed(self, shot: bytes) -> bytes:
        """A white page on a white page would have no edge."""
        page = self.window()
        page.set_content(f'<body style="margin:0"><img style="display:block;border:1px solid #b9c4bf;border-radius:10px" src="data:image/png;base64,'
                         f'{base64.b64encode(shot).decode()}">')
        image = page.locator("img")
        page.wait_for_function("() => document.images[0].complete")
        framed = image.screenshot()
        page.close()
        return framed

    # MARK: Commands

    def run(self, *arguments: str, status: int = 0) -> str:
        """What the tool prints in the story's project, with a path that says nothing about this machine."""
        shown = window_picture.output_of(["./vungxanh", *arguments], self.project, status)
        for folder in (self.project, ROOT):
            shown = shown.replace(str(folder), "/home/can-bo/vungxanh")
        # What differs from run to run, and from machine to machine.
        shown = re.sub(r"\d+,\d\d giây", "0,28 giây", shown)
        shown = re.sub(r"hôm nay là [\d/]+", "hôm nay là 24/11/2026", shown)
        return re.sub(r"còn trống \d+ MB", "còn trống 78000 MB", shown)

    def terminal(self, name: str, *runs: tuple[str, str]) -> None:
        page = self.window()
        page.set_content(window_picture.terminal(list(runs)))
        self.take(page, name, ".window", edge=8, is_framed=False)
        page.close()

    def editor(self, name: str, title: str, source: str) -> None:
        page = self.window()
        page.set_content(window_picture.editor(title, source))
        self.take(page, name, ".window", edge=8, is_framed=False)
        page.close()

    # MARK: Published pages

    def build(self, project: Path, portal: str) -> str:
        """The address of the portal's folder."""
        output = project / "site"
        command = [ROOT / "vungxanh", "build", "--project", project, "--portal", portal, "--date", TODAY, "--output", output, "--quiet"]
        subprocess.run(command, check=True)
        return (output / portal).as_uri() + "/"


def tells_the_story(studio: Studio) -> None:
    source = handbook.examples()["tep-bai-viet.png"]
    file = studio.project / FIRST_PAGE
    listing = subprocess.run(["ls", "-C", "-w", "76"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    studio.terminal("dong-lenh.png", ("cd ~/vungxanh", ""), ("ls", listing))
    studio.terminal("lenh-doctor.png", ("./vungxanh doctor", studio.run("doctor")))
    made = ["new", "guide", "Khóa màn hình điện thoại", "--section", "huong-dan"]
    studio.terminal("lenh-new.png", ('./vungxanh new guide "Khóa màn hình điện thoại" --section huong-dan', studio.run(*made, "--date", DATE)))
    studio.editor("tep-bai-viet.png", file.name, source)
    file.write_text(source, "utf-8")
    previews(studio, file, source)
    file.write_text(source.replace("draft: true\n", ""), "utf-8")
    studio.terminal("lenh-check-tot.png", ("./vungxanh check", studio.run("check", "--date", TODAY)))
    studio.terminal("lenh-build.png", ("./vungxanh build", studio.run("build", "--date", TODAY)))
    phone = studio.window(360, 760)
    phone.goto((studio.project / "site/ba-dinh/huong-dan" / file.name).with_suffix(".html").as_uri())
    studio.take(phone, "bai-tren-dien-thoai.png", box={"x": 0, "y": 0, "width": 360, "height": 690})
    (studio.project / PASTED_PAGE).write_text(handbook_samples.PASTED, "utf-8")
    studio.terminal("lenh-fix.png", ("./vungxanh fix --dry-run", studio.run("fix", "--dry-run", status=1)))
    (studio.project / PASTED_PAGE).unlink()
    (studio.project / LINKED_PAGE).write_text(handbook_samples.LINKED, "utf-8")
    studio.terminal("lenh-check.png", (f"./vungxanh check {LINKED_PAGE}", studio.run("check", LINKED_PAGE, "--date", TODAY)))


def previews(studio: Studio, file: Path, source: str) -> None:
    with previewing(studio.project) as (address, _):
        page = studio.window(820, 650)
        page.goto(f"{address}ba-dinh/huong-dan/{file.stem}.html")
        page.locator("vungxanh-panel .vx-strip").wait_for()
        whole = {"x": 0, "y": 0, "width": 820, "height": 650}
        studio.take(page, "xem-thu.png", box=whole)
        page.get_by_role("button", name="Thông tin trang").click()
        studio.take(page, "xem-thu-thong-tin.png", "vungxanh-panel .vx-bar", edge=0)
        page.get_by_role("button", name="Thu gọn").click()
        file.write_text(source.replace(f"date: {DATE}", "date: 2026-13-24"), "utf-8")
        page.locator("vungxanh-panel .vx-alert").wait_for()
        page.get_by_text("Đăng ngày").wait_for(state="hidden")
        studio.take(page, "xem-thu-loi.png", box=whole)
        file.write_text(source, "utf-8")
        page.locator("vungxanh-panel .vx-alert").wait_for(state="hidden")
        page.goto(f"{address}ba-dinh/huong-dan.html")
        page.locator("a[data-vx]").first.wait_for()
        studio.take(page, "xem-thu-ban-nhap.png", "li.card:has(a[data-vx])")
        page.close()


def shows_what_is_published(studio: Studio) -> None:
    files = studio.examples / "content"
    (files / "huong-dan/ke-hoach-mau.pdf").write_bytes(b"%PDF-1.7\n" + b"%" * 180_000 + b"\n%%EOF\n")
    shutil.copy(files / "huong-dan/ke-hoach-mau.pdf", files / "tai-lieu")
    (files / "tai-lieu/vi-du.md").write_text(handbook_samples.PAPER, "utf-8")
    guide = (files / "huong-dan/mat-khau.md").read_text("utf-8")
    attachment = f"attachments: [{{ file: ke-hoach-mau.pdf, title: Tờ rơi để in, date: {DATE} }}]\n"
    (files / "huong-dan/mat-khau.md").write_text(guide.replace("---\n", "---\n" + attachment, 1), "utf-8")
    main = studio.build(studio.examples, "ba-dinh")
    page = studio.window(820)
    page.goto(main + "index.html")
    studio.take(page, "trang-chu.png", box={"x": 0, "y": 0, "width": 820, "height": 480})
    studio.take(page, "chien-dich.png", ".campaign-now")
    page.goto(main + "bao-ve-tre-em/gap-hinh-anh-lam-em-so.html")
    studio.take(page, "thoat-nhanh.png", box={"x": 0, "y": 0, "width": 820, "height": 100})
    page.goto(main + "cam-nang/ung-xu-van-minh.html")
    studio.take(page, "cam-nang.png", ".chapters h2", ".chapters li:nth-child(3)", edge=4)
    page.goto(main + "tai-lieu/vi-du.html")
    studio.take(page, "van-ban.png", "article header", ".paper")
    page.goto(main + "huong-dan/mat-khau.html")
    studio.take(page, "tep-dinh-kem.png", ".attachments")
    page.goto(studio.build(studio.examples, "cong-vi") + "index.html")
    studio.take(page, "trang-rieng-cua-phuong.png", ".latest")
    page.close()


def shows_each_example(studio: Studio) -> None:
    folder = studio.examples / "content/huong-dan"
    (folder / "cay-da.svg").write_text(handbook_samples.TREE, "utf-8")
    examples = {name: body for name, body in handbook.examples().items() if not body.startswith("---\n")}
    for name, body in examples.items():
        (folder / name).with_suffix(".md").write_text(f"---\ntitle: Ví dụ {name}\ndate: {DATE}\n---\n\n{body}", "utf-8")
    main = studio.build(studio.examples, "ba-dinh")
    page = studio.window(720)
    for name in examples:
        page.goto(f"{main}huong-dan/{Path(name).stem}.html")
        page.wait_for_function("() => [...document.images].every((image) => (image.loading = 'eager') && image.complete)")
        studio.take(page, name, ".prose")
    page.close()


def main() -> int:
    wanted = set(sys.argv[1:])
    handbook.PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--hide-scrollbars"])
        studio = Studio(browser, Path(folder), wanted)
        tells_the_story(studio)
        shows_what_is_published(studio)
        shows_each_example(studio)
        browser.close()
    named = set(handbook.pictures())
    for name in sorted(named - studio.made):
        print(f"nothing makes {name}, which the handbook names")
    for name in sorted(studio.made - named):
        print(f"the handbook does not name {name}")
    size = sum(file.stat().st_size for file in handbook.PICTURES.glob("*.png"))
    print(f"{len(studio.made)} pictures, {size // 1024} KB in docs/pictures/")
    return 1 if named != studio.made else 0


if __name__ == "__main__":
    sys.exit(main())
