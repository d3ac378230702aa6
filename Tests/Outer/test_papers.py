"""Papers that citizens attach: honest ones, hostile ones, and a scanner that comes and goes."""

import re
import zlib

import pytest
import requests

from attachments import SIGN, attach, chunk, pdf, png, standings
from journey import Citizen, Office, people, wait_for_certificate
from program import wait_until
from screen import picture

NAME = "Nguyễn Văn Bí Mật <b>.png"


HOSTILE = {
    "unknownFormat": [b"MZ\x90\0" * 30, b"<svg xmlns='x' onload='alert(1)'/>", b"PK\x03\x04zip"],
    "truncated": [png()[:-30], pdf()[:-10], b"\xff\xd8\xff\xe0\0\x10JFIF"],
    "encrypted": [pdf(trailer=b"/Encrypt 9 0 R")],
    "active": [
        pdf(b"9 0 obj <</S/JavaScript/JS(app.alert(1))>> endobj"),
        pdf(b"9 0 obj <</S/L#61unch/F(x)>> endobj"),
        pdf(b"9 0 obj <</N 1/First 4/Filter/FlateDecode>> stream\n"
            + zlib.compress(b"9 0 <</S/SubmitForm>>") + b"\nendstream endobj"),
    ],
    "polyglot": [png() + b"PK\x05\x06" + b"\0" * 18, png() + b"<?php", pdf() + b"<script>"],
    "pictureTooLarge": [png(60000, 60000)],
    "empty": [b""],
}


def scanner(demo, mode):
    answer = requests.post(
        f"http://127.0.0.1:{demo.port + 11}/control", json={"mode": mode}, timeout=10
    )
    assert answer.status_code == 200, answer.text


def papers_of(citizen, place=None):
    return citizen.browser.get(f"{place or '/drafts/' + citizen.draft}/papers")


def removals(page):
    """The ids of the papers that can be taken off."""
    return [form.path.split("/")[2] for form in page.forms() if "removal" in form.path]


def until_scanned(citizen, place=None):
    def scanned():
        found = standings(papers_of(citizen, place))
        return found if found and "waiting" not in found else None

    return wait_until(scanned, 60, every=0.1)


def words(demo, key):
    """The sentence of the catalogue, by its end: enough to tell one from another."""
    import json
    import pathlib

    path = pathlib.Path(__file__).parents[2] / "Sources/Words/Resources/pages.vi.json"
    return json.loads(path.read_text())[f"refused.paper.{key}"]


def begun(demo, index=0):
    citizen = Citizen(demo, people(demo)[index])
    citizen.sign_in()
    citizen.begin()
    return citizen


def test_hostile_files_are_refused_in_words_and_leave_nothing(new_demo):
    demo = new_demo()
    citizen = begun(demo)
    for key, contents in HOSTILE.items():
        for content in contents:
            page = attach(citizen, content)
            assert page.status == 422, (key, page.status)
            assert words(demo, key) in page.dom.text_content(), key
    too_large = attach(citizen, png(bulk=10_000_000))
    assert too_large.status == 422 and words(demo, "tooLarge") in too_large.dom.text_content()
    assert standings(papers_of(citizen)) == []
    left = [path for path in (demo.data / "files").rglob("*") if path.is_file()]
    assert left == [], left
    demo.check()


def test_papers_of_a_case_have_a_bound(new_demo):
    demo = new_demo()
    citizen = begun(demo)
    for index in range(3):
        page = attach(citizen, png(width=41 + index, bulk=9_900_000))
        assert page.status == 200, page.text[:500]
    page = attach(citizen, png(bulk=500_000))
    assert page.status == 422 and words(demo, "caseFull") in page.dom.text_content()
    status = open(f"/proc/{demo.process.pid}/status").read()
    peak = int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024
    # Four uploads of 10 MB, and three scans beside them: what grows is not the number of papers.
    assert peak < 600, f"{peak} MB"


def test_a_paper_waits_for_the_scanner_and_an_infected_one_is_never_opened(new_demo, engine):
    demo = new_demo(engine)
    citizen = begun(demo)
    scanner(demo, "silent")
    page = attach(citizen, png(), name=NAME)
    assert page.status == 200 and standings(page) == ["waiting"], page.text[:500]
    assert not page.dom.xpath("//li[@data-paper]//img | //li[@data-paper]//a")
    paper = removals(page)[0]
    assert citizen.browser.get(f"/papers/{paper}").status == 404
    scanner(demo, "ok")
    assert until_scanned(citizen) == ["clean"]
    shown = citizen.browser.get(f"/papers/{paper}").answer
    assert shown.content == png() and shown.headers["Content-Type"] == "image/png"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in shown.headers["Content-Security-Policy"]
    attach(citizen, png(extra=chunk(b"tEXt", b"k\0" + SIGN)))
    assert until_scanned(citizen) == ["clean", "infected"]
    infected = removals(papers_of(citizen))[1]
    assert citizen.browser.get(f"/papers/{infected}").status == 404
    stranger = begun(demo, 1)
    for path in [f"/papers/{paper}", f"/drafts/{citizen.draft}/papers"]:
        assert stranger.browser.get(path).status == 404
    log = demo.log.read_text()
    assert "Bí Mật" not in log and paper not in log
    demo.check()


def test_a_fee_group_needs_its_paper_and_the_officers_see_it(new_demo, engine):
    demo = new_demo(engine)
    citizen = begun(demo)
    page = citizen.declare(**{"request.feeGroup": "student"})
    assert "#papers" in [href for _, href in page.links()], "the lack is not named"
    attach(citizen, png(extra=chunk(b"tEXt", b"k\0" + SIGN)), purpose="feeGroup")
    assert until_scanned(citizen) == ["infected"]
    page = citizen.browser.get(f"/drafts/{citizen.draft}/review")
    assert "#papers" in [href for _, href in page.links()], "an infected paper counted"
    removal = papers_of(citizen).form(action="removal")
    assert removal.submit().status == 200
    assert standings(papers_of(citizen)) == []
    attach(citizen, png(), name=NAME, purpose="feeGroup")
    citizen.lodge()
    place = f"/cases/{citizen.case}"
    assert until_scanned(citizen, place) == ["clean"]
    assert not papers_of(citizen, place).has_form("removal")
    more = attach(citizen, pdf(), name="bổ sung.pdf", place=place)
    assert more.status == 200, more.text[:500]
    citizen.pay_until_paid()
    office = Office(demo).sign_in()
    until_scanned(citizen, place)
    seen = office.intake.page(citizen.case)
    assert standings(seen) == ["clean", "clean"]
    for _, href in [link for link in seen.links() if "/office/papers/" in (link[1] or "")]:
        assert office.intake.browser.get(href).status == 200
        assert citizen.browser.get(href).status in (404, 200)
        assert "sign-in" in citizen.browser.get(href).url
    office.intake.accept(citizen.case)
    office.assessor.assess(citizen.case)
    closed = attach_directly(citizen, place)
    assert closed.status == 422 and words(demo, "closed") in closed.dom.text_content()
    office.leader.approve(citizen.case)
    wait_for_certificate(citizen)
    log = demo.log.read_text()
    assert "Bí Mật" not in log and "bổ sung" not in log
    demo.check()


def attach_directly(citizen, place):
    """Posts to a page that offers no form any more, with the token of one that has it."""
    token = citizen.browser.get("/home").form(action="/drafts").values()["csrf"]
    url = citizen.demo.url + f"{place}/papers"
    return citizen.browser.send(
        "post", url, {"csrf": token, "purpose": "other"}, {"file": ("x.png", png(), "image/png")}
    )


@pytest.mark.parametrize("width,script", [(320, False), (1280, True)])
def test_papers_in_a_browser(new_demo, chromium, artefacts, width, script):
    from axe_playwright_python.sync_playwright import Axe

    demo = new_demo()
    context = chromium.new_context(
        locale="vi-VN", viewport={"width": width, "height": 800}, java_script_enabled=script
    )
    page = context.new_page()
    page.goto(demo.url + "/sign-in")
    page.locator("form[action*='sign-in'] button").last.click()
    page.locator(f"button[value='{people(demo)[0]['nationalID']}']").click()
    page.locator("form[action='/drafts'] button").click()
    page.select_option("[name='request.feeGroup']", "student")
    page.locator("button[value='papers']").click()
    assert page.url.endswith("/papers"), page.url
    photo = picture(page, type="jpeg")
    for name, content in [
        ("thẻ sinh viên, mặt trước.jpg", photo),
        ("giấy xác nhận có tên rất dài để xem trang có bị vỡ không, bản cuối cùng.pdf", pdf()),
        ("x.png", png(extra=chunk(b"tEXt", b"k\0" + SIGN))),
    ]:
        page.set_input_files(
            "input[type=file]",
            {"name": name, "mimeType": "application/octet-stream", "buffer": content},
        )
        page.locator("form.drop button").click()
        assert page.locator("[data-paper]").count() > 0
    page.set_input_files(
        "input[type=file]", {"name": "y.png", "mimeType": "image/png", "buffer": png()[:-9]}
    )
    page.locator("form.drop button").click()
    picture(page, artefacts / f"papers-refused-{width}.png", full_page=True)

    def scanned():
        page.goto(page.url.split("?")[0])
        return page.locator("[data-paper=waiting]").count() == 0

    wait_until(scanned, 60, every=0.2)
    assert page.locator("[data-paper=clean] img").count() == 1
    picture(page, artefacts / f"papers-{width}.png", full_page=True)
    wide = page.locator("html")
    assert wide.bounding_box()["width"] <= width
    if script:
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        shown = page.locator("[data-paper=clean] img").evaluate("e => e.naturalWidth")
        assert shown > 0, "the thumbnail is not shown"
        found = Axe().run(page).response["violations"]
        assert [v["id"] for v in found if v["impact"] in ("serious", "critical")] == []
    context.close()
