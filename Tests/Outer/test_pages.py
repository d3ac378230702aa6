"""Every page in every state, looked at in a browser: at phone and desk width, in light and dark,
by keyboard, without scripts. The list is the Swift tests'; a route that shows a page and has no
state in it fails there. Pictures and weights are left behind."""

import pytest

from pages import Pages, overflow, serious, tabbed
from screen import picture

FIRST_PAGE_BYTES = 100_000


@pytest.fixture(scope="module")
def pages():
    pages = Pages().start()
    yield pages
    pages.stop()


def screen(chromium, width, scheme, scripts=True):
    """axe itself is a script; who walks by keyboard has none."""
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, color_scheme=scheme, locale="vi-VN",
        java_script_enabled=scripts, reduced_motion="reduce",
    )
    return context.new_page()


def test_a_bad_page_is_found_bad(chromium):
    page = screen(chromium, 320, "light")
    page.set_content(
        "<html lang=vi><title>x</title><main><h1>x</h1><img src=x.png><input>"
        "<p style='color:#999;background:#fff'>mờ</p><div style='width:900px'>rộng</div>"
        "<a href=/ style='outline:none'>không thấy</a></main>"
    )
    found = {name for name, _ in serious(page)}
    assert {"image-alt", "label", "color-contrast"} <= found
    assert overflow(page) > 0
    _, dim, _ = tabbed(page)
    assert "không thấy" in dim
    page.context.close()


#: Each page is looked at on a phone in light, on a tablet, and at a desk in dark.
SCREENS = [(320, "light"), (768, "light"), (1280, "dark")]


@pytest.mark.parametrize("width,scheme", SCREENS)
def test_every_page_reads_well(chromium, pages, artefacts, width, scheme):
    """axe looks at the phone's and the desk's; at the English page on the phone."""
    folder = artefacts / "pages"
    folder.mkdir(exist_ok=True)
    page = screen(chromium, width, scheme)
    wrong = {}
    for name in pages.names:
        if ".en." in name and width != 320:
            continue
        page.goto(pages.address(name))
        if overflow(page) > 0:
            wrong[name] = f"{overflow(page)} px too wide"
        if width != 768 and (found := serious(page)):
            wrong[name] = found
        if ".en." in name:
            continue
        picture(
            page, folder / f"{name.split('.')[0]}-{width}-{scheme}.png", full_page=True
        )
    page.context.close()
    assert wrong == {}


def test_every_page_can_be_walked_by_keyboard(chromium, pages):
    page = screen(chromium, 320, "light", scripts=False)
    wrong = {}
    for name in pages.one_of_each():
        page.goto(pages.address(name))
        first, dim, missed = tabbed(page)
        if not first["skip"] or dim or missed:
            wrong[name] = (first["words"], dim[:3], missed[:3])
    page.context.close()
    assert wrong == {}


def test_the_weight_of_every_page(pages, artefacts):
    """`weights.txt` is the bundle: each page, its own bytes, and all bytes of a first visit."""
    weights = {name: pages.weight(name) for name in pages.names}
    lines = [f"{'page':44} {'html':>8} {'first visit':>12}"]
    lines += [f"{name:44} {html:8} {html + more:12}" for name, (html, more) in weights.items()]
    (artefacts / "weights.txt").write_text("\n".join(lines) + "\n")
    print("\n".join(lines))
    for name in ["front.vi.html", "front.en.html", "front-real.vi.html"]:
        assert sum(weights[name]) < FIRST_PAGE_BYTES, name
