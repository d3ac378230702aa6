"""The pictures of docs/officer, taken at an officer's screen by walking the work that the guide
tells; and a file of the commonest kind, taken from the queue to the next one by keys alone, which
are counted. `RECORD=1` puts the pictures into the guide."""

import os
import re
import shutil

import pytest

from attachments import attach, png
from journey import Citizen, Office, unblemished
from pages import overflow, serious
from program import PROJECT, wait_until
from screen import picture

GUIDE = PROJECT / "docs/officer"
WIDTH, HEIGHT = 1280, 860


class Desk:
    """One officer's screen; it takes pictures, and counts the keys that are pressed."""

    def __init__(self, browser, demo, officer, folder, width=WIDTH):
        self.context = browser.new_context(
            viewport={"width": width, "height": HEIGHT}, locale="vi-VN", reduced_motion="reduce",
            service_workers="block")
        # The session of the officer who signed in over HTTP.
        self.context.add_cookies([
            {"name": cookie.name, "value": cookie.value, "url": demo.url}
            for cookie in officer.browser.session.cookies])
        self.page = self.context.new_page()
        self.demo, self.folder = demo, folder
        self.keys = []
        self.names = []

    def go(self, path):
        self.page.goto(self.demo.url + path)
        return self

    def look(self):
        assert overflow(self.page) <= 0, self.page.url
        assert serious(self.page) == [], self.page.url

    def shot(self, name, at=None):
        self.look()
        if at:
            self.page.locator(at).first.evaluate(
                "e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 16)")
        picture(self.page, self.folder / f"{name}.png")
        self.names.append(f"{name}.png")

    def press(self, keys):
        """One chord, counted as every key in it."""
        self.keys += keys.split("+")
        with self.page.expect_navigation():
            if keys.startswith("Alt+"):
                self.press_access_key(keys[-1])
            else:
                self.page.keyboard.press(keys)

    def press_access_key(self, key):
        """As a keyboard sends it: the browser takes access keys from the character, which
        Playwright leaves out where Alt is held."""
        session = self.context.new_cdp_session(self.page)
        event = {
            "modifiers": 1, "key": key, "text": key, "unmodifiedText": key,
            "windowsVirtualKeyCode": ord(key.upper()),
        }
        for kind in ("keyDown", "keyUp"):
            session.send("Input.dispatchKeyEvent", {"type": kind, **event})

    def count(self):
        return len(self.keys)


@pytest.fixture
def new_desk(chromium, tmp_path):
    desks = []

    def make(demo, officer, width=WIDTH):
        desks.append(Desk(chromium, demo, officer, tmp_path, width))
        return desks[-1]

    yield make
    for desk in desks:
        desk.context.close()


def lodge(demo, person, paper=False):
    citizen = Citizen(demo, person)
    citizen.sign_in()
    citizen.declare()
    if paper:
        attach(citizen, png(), "giay-to.png", purpose="other")
    citizen.lodge()
    citizen.pay_until_paid()
    return citizen


def test_the_guide_shows_what_is_there(new_demo, new_desk, artefacts):
    demo = new_demo()
    cases = [lodge(demo, person, paper=True) for person in unblemished(demo)[:3]]
    office = Office(demo).sign_in()
    intake = new_desk(demo, office.intake)
    intake.go("/office").shot("01-hang-doi")
    intake.go("/office?show=mine&kind=number1&urgency=").shot("02-loc", "details.narrow")
    first = cases[0].case
    intake.go(f"/office/cases/{first}").shot("03-tiep-nhan", ".beside")
    beside = intake.page.locator(".beside > section")
    left, right = (beside.nth(i).bounding_box() for i in (0, 1))
    assert left["y"] == right["y"] and left["x"] < right["x"], "papers beside the form"
    phone = new_desk(demo, office.intake, width=360).go(f"/office/cases/{first}")
    phone.look()
    over, under = (phone.page.locator(".beside > section").nth(i).bounding_box() for i in (0, 1))
    assert over["y"] + over["height"] <= under["y"], "on a telephone one under the other"
    for one in cases:
        office.intake.accept(one.case)
    intake.go("/office")
    intake.page.fill("#sought", "mẫu")
    intake.press("Enter")
    assert "m%E1" not in intake.page.url and intake.page.url.endswith("/office/search")
    intake.shot("04-tim")

    assessor = new_desk(demo, office.assessor)
    for one in cases:
        wait_until(
            lambda one=one: not office.assessor.page(one.case).dom.xpath("//*[@id='missing']"),
            60, every=0.3)
    assessor.go(f"/office/cases/{first}").shot("05-tra-loi", "h2:has-text('Trả lời')")

    # By keys alone, from the queue to the next file: each chord counts as its keys.
    assessor.go("/office").shot("06-phim-tat")
    seen = []
    for _ in cases[:2]:
        if not seen:
            assessor.press("Alt+1")
        seen.append(re.search(r"/cases/(\w+)", assessor.page.url).group(1))
        assessor.press("Alt+k")
        assert assessor.page.locator("[data-state='assessed']").count() == 1
        assessor.press("Alt+n")
        print(f"{assessor.count()} keys after {len(seen)} files")
        assert assessor.count() < 10 * len(seen)
    last = re.search(r"/cases/(\w+)", assessor.page.url).group(1)
    assert len({*seen, last}) == 3, "each was the next one"
    assessor.page.locator("#grounds").fill("Đang gõ dở thì người khác đã làm.")
    office.assessor.act(last, "assessment", {"grounds": "Tôi làm trước."}, button=("action", "save"))
    assessor.press("Alt+k")
    assert assessor.page.locator("#changes").count() == 1
    assert assessor.page.locator("#grounds").input_value() == "Đang gõ dở thì người khác đã làm."
    assessor.shot("07-hai-nguoi", "[role=alert]")
    assessor.press("Alt+k")
    assert assessor.page.locator("[data-state='assessed']").count() == 1

    leader = new_desk(demo, office.leader)
    leader.go("/office/decisions").shot("08-duyet-nhieu")
    leader.press("Alt+1")
    leader.shot("09-danh-dau", "button[accesskey=m]")
    for _ in cases:
        leader.press("Alt+m")
    assert leader.page.url.endswith("/office/decisions")
    leader.shot("10-da-xem")
    leader.press("Alt+k")
    leader.page.wait_for_selector("[role=status]")
    leader.shot("11-da-duyet")
    for one in cases:
        wait_until(lambda one=one: office.leader.state(one.case) == "issued", 60, every=0.5)
    demo.check()
    keep(intake.names + assessor.names + leader.names, intake.folder, artefacts)


def keep(names, folder, artefacts):
    told = set(re.findall(r"images/([\w.-]+\.png)", (GUIDE / "README.md").read_text()))
    assert told == set(names), "the guide names the pictures that are taken, and no other"
    (artefacts / "officer-guide").mkdir(exist_ok=True)
    for name in names:
        shutil.copy(folder / name, artefacts / "officer-guide" / name)
        if os.environ.get("RECORD"):
            shutil.copy(folder / name, GUIDE / "images" / name)
        assert (GUIDE / "images" / name).exists(), "RECORD=1 puts the pictures into the guide"
