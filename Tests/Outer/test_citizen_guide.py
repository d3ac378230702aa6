"""The pictures of docs/citizen: taken on a telephone by walking the path that the guide tells, so
that they cannot show what is no longer there. `RECORD=1` puts them into the guide."""

import os
import re
import shutil

import pytest

from attachments import png
from browser import Browser
from journey import Citizen, Office, declaration, people
from program import PROJECT, wait_until
from screen import picture
from test_following import number_of, slip_words

GUIDE = PROJECT / "docs/citizen"
WIDTH, HEIGHT = 390, 780
FIELD = "person.permanentResidence"


class Walk:
    """One telephone that takes a picture at each step."""

    def __init__(self, page, demo, folder):
        self.page, self.demo, self.folder = page, demo, folder
        self.names = []

    def go(self, path):
        self.page.goto(self.demo.url + path)
        return self

    def shot(self, name, at=None):
        if at:
            self.page.locator(at).first.evaluate(
                "e => window.scrollTo(0, e.getBoundingClientRect().top + scrollY - 16)")
        picture(self.page, self.folder / f"{name}.png")
        self.names.append(f"{name}.png")

    def press(self, selector):
        self.page.locator(selector).first.click()
        self.page.wait_for_load_state()


@pytest.fixture
def walk(chromium, demo, tmp_path):
    context = chromium.new_context(
        viewport={"width": WIDTH, "height": HEIGHT}, locale="vi-VN", reduced_motion="reduce",
        service_workers="block")
    yield Walk(context.new_page(), demo, tmp_path)
    context.close()


def twin(walk):
    """The same session over HTTP, to type the form as the other journeys do."""
    browser = Browser(walk.demo.url)
    for cookie in walk.page.context.cookies():
        browser.session.cookies.set(cookie["name"], cookie["value"])
    return browser


def beside_the_path(walk, office, person, folder):
    """What one may do with a case that is under way."""
    citizen = Citizen(walk.demo, person)
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    citizen.pay_until_paid()
    office.intake.page(citizen.case)
    secret = re.search(r"([A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4})", slip_words(citizen, folder))
    walk.go("/status")
    walk.page.fill("#number", number_of(citizen))
    walk.page.fill("#secret", secret.group(1))
    walk.press("main form button")
    walk.shot("15-tra-cuu", "h1")
    place = f"/cases/{citizen.case}"
    walk.go(place).page.locator("#contact summary").click()
    walk.shot("16-lien-he", "#contact")
    walk.go(place).page.locator("#delivery summary").click()
    walk.shot("17-cach-nhan", "#delivery")
    walk.go(place).shot("18-ai-da-mo", "#looks")
    walk.page.locator("#withdrawal summary").click()
    walk.page.locator("#sure").check()
    walk.press("#withdrawal form button")
    refund = walk.page.locator("[data-refund-state='done']")
    wait_until(lambda: walk.go(place) and refund.count() > 0, 60, every=0.3)
    walk.shot("19-hoan-phi", "[data-refund-state]")


def test_the_guide_shows_what_is_there(walk, tmp_path, artefacts):
    person = people(walk.demo)[0]
    walk.go("/").shot("01-trang-dau")
    walk.go("/need?purpose=employment&kind=number2").shot("02-co-can-khong", "#found")
    walk.go("/sign-in")
    walk.press("form[action*='sign-in'] button")
    walk.press(f"[value='{person['nationalID']}']")
    walk.page.wait_for_url("**/home**")
    walk.shot("03-ho-so-cua-toi")
    walk.press("form[action='/drafts'] button")
    walk.page.wait_for_url("**/drafts/**")
    draft = re.search(r"/drafts/([^/?#]+)", walk.page.url).group(1)
    walk.shot("04-du-lieu-da-co", "#person")
    walk.press(f"button[value='dispute-{FIELD}']")
    walk.page.locator(f"[name='{FIELD}']").fill("Số 88 đường Mẫu Mới, thành phố Cần Thơ")
    walk.press("button[value='save']:visible >> nth=-1")
    walk.shot("05-du-lieu-sai", ".field:has(#person-permanentResidence)")
    walk.press(f"button[value='restore-{FIELD}']")
    form = twin(walk).get(f"/drafts/{draft}").form(field="request.kind")
    form.submit(declaration(form), button=("action", "save"))
    walk.go(f"/drafts/{draft}/papers").shot("06-giay-to")
    walk.go(f"/drafts/{draft}/review").shot("07-xem-lai", "form[action*='lodging']")
    walk.press("form[action*='lodging'] button")
    case = re.search(r"/cases/([^/?#]+)", walk.page.url).group(1)
    walk.shot("08-ho-so-co-so")
    walk.press("form[action*='payment'] button")
    walk.press("[name='act'][value='00']")
    payment = walk.page.locator("form[action*='payment']")
    wait_until(lambda: walk.go(f"/cases/{case}") and payment.count() == 0, 60, every=0.5)

    office = Office(walk.demo).sign_in()
    office.intake.page(case).form(action="supplement").submit({
        "lack": "paperUnreadable", "asked": "Ảnh thẻ căn cước bị mờ, xin chụp lại hai mặt."})
    walk.go(f"/cases/{case}").shot("09-yeu-cau-bo-sung", "#supplement")
    (tmp_path / "anh.png").write_bytes(png())
    walk.page.locator("#answer").fill("Tôi đã chụp lại.")
    walk.press("form[action*='supplement'] button")
    office.intake.accept(case)
    walk.go(f"/cases/{case}").shot("10-dang-xac-minh")
    office.assessor.assess(case)
    office.leader.approve(case)
    handover = walk.page.locator("form[action*='handover']")
    wait_until(lambda: walk.go(f"/cases/{case}") and handover.count() > 0, 60, every=0.5)
    walk.shot("11-co-ket-qua", "form[action*='handover']")
    walk.press("form[action*='handover'] button")
    walk.go(f"/cases/{case}")
    walk.press("#correction a.button")
    walk.page.locator("[name='person.birthPlace']").fill("Tỉnh Hậu Giang")
    walk.shot("12-de-nghi-dinh-chinh", ".field:has(#person-birthPlace)")
    walk.press("main form button >> nth=-1")
    walk.page.wait_for_url("**#correction")
    walk.shot("13-ho-so-dinh-chinh", "#correction")
    walk.go("/for-another").shot("14-khai-thay", "form[action='/drafts']")
    beside_the_path(walk, office, person, tmp_path)

    named = set(re.findall(r"images/([\w.-]+\.png)", (GUIDE / "README.md").read_text()))
    assert named == set(walk.names), "the guide names the pictures that are taken, and no other"
    (artefacts / "guide").mkdir(exist_ok=True)
    for name in walk.names:
        shutil.copy(walk.folder / name, artefacts / "guide" / name)
        if os.environ.get("RECORD"):
            shutil.copy(walk.folder / name, GUIDE / "images" / name)
        assert (GUIDE / "images" / name).exists(), "RECORD=1 puts the pictures into the guide"
