"""A certificate that is wrong is corrected, or taken back, by a case of its own that cites it."""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from attachments import attach, png
from browser import Browser
from journey import Citizen, Office, people, unblemished, wait_for_certificate
from program import wait_until
from test_applicants import words_in
from screen import Person
from test_http_journey import trusted
from test_person import spare, standing_of_certificate

RIGHT = "Tỉnh Hậu Giang"


def state(citizen):
    return citizen.page().dom.xpath("string(//@data-state)")


@pytest.fixture(scope="module")
def office(demo):
    return Office(demo).sign_in()


def received(demo, office, place):
    citizen = Citizen(demo, unblemished(demo)[place])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    citizen.pay_until_paid()
    office.intake.accept(citizen.case)
    office.assessor.assess(citizen.case)
    office.leader.approve(citizen.case)
    wait_for_certificate(citizen)
    citizen.receive()
    return citizen


def verified(demo, pdf, folder):
    """By another program, which needs a thread that no browser's event loop is in."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(trusted, demo, pdf, folder).result()


def at_screen(chromium, demo, artefacts, citizen, name, scripts):
    """The own session of a citizen or an officer on a narrow phone."""
    screen = Person(chromium, demo, artefacts, name, 320, scripts)
    screen.context.add_cookies([
        {"name": c.name, "value": c.value, "url": demo.url}
        for c in citizen.browser.session.cookies])
    return screen


def mended(screen, typed, leads_to):
    """The form with a day that never was, which keeps what was typed; then right, with a paper."""
    screen.type({**typed, "person.birthPlace": RIGHT, "person.birthDate": "31/2/1990"})
    screen.page.locator("main form button").last.click()
    assert screen.page.locator("[name='person.birthPlace']").input_value() == RIGHT
    assert screen.page.locator("#person-birthDate-error").count() == 1
    if "ground" in typed:
        assert screen.page.locator(f"[value='{typed['ground']}']").is_checked()
    screen.shot("wrong")
    screen.type({"person.birthDate": ""})
    screen.page.set_input_files(
        "#file", {"name": "khai-sinh.png", "mimeType": "image/png", "buffer": png()})
    screen.page.locator("main form button").last.click()
    screen.page.wait_for_url(leads_to)
    screen.shot("opened")
    assert screen.complaints == []
    screen.context.close()


def ask(chromium, demo, artefacts, citizen, name, scripts):
    """Asks on the case's page: a slip of the finger is named and what was typed stays."""
    screen = at_screen(chromium, demo, artefacts, citizen, name, scripts)
    screen.go(f"/cases/{citizen.case}").shot("issued")
    screen.page.locator("#correction a.button").click()
    screen.page.wait_for_url("**/correction")
    screen.shot("empty")
    screen.page.locator("main form button").last.click()
    assert screen.page.locator("#words-error").count() == 1
    mended(screen, {"words": "Nơi sinh ghi theo giấy cũ."}, "**/cases/**#correction")
    opened = re.search(r"/cases/([^/?#]+)", screen.page.url).group(1)
    assert opened != citizen.case
    return opened


@pytest.mark.parametrize("scripts", [True, False])
def test_a_correction_is_a_case_of_its_own_that_replaces_the_certificate(
        chromium, demo, office, artefacts, tmp_path, scripts):
    citizen = received(demo, office, int(scripts))
    old, pdf = citizen.case, citizen.paper("certificate")
    opened = ask(
        chromium, demo, artefacts, citizen, f"correction-{'js' if scripts else 'plain'}", scripts)
    # The old certificate stands meanwhile, its page names the case, and asking again finds it.
    page = citizen.page()
    assert state(citizen) == "handedOver" and page.dom.xpath("//*[@data-open]")
    lost_nothing(demo, citizen, opened, "lần này bạn ghi khác")
    assert "đã bị thu hồi" not in standing_of_certificate(demo, pdf, tmp_path)[0]
    citizen.case = opened
    page = citizen.page()
    assert state(citizen) == "lodged" and "Được miễn phí" in page and RIGHT in page
    assert page.dom.xpath(f"//section[@id='correction']//a[@href='/cases/{old}']")
    assert "khai-sinh.png" in page, "the paper came with the wish"
    attach(citizen, png(width=41), "ho-khau.png", purpose="correction", place=f"/cases/{opened}")
    # An officer decides whose word is printed; the claim and the citation are on the page.
    shown = office.intake.page(opened)
    assert shown.dom.xpath("//@data-cites") and "Nơi sinh ghi theo giấy cũ." in shown
    assert shown.form(action="acceptance").submit().status == 422
    office.intake.accept(opened)
    office.assessor.assess(opened)
    # Both answered for the old certificate: by the page and by a request, not these two.
    assert not office.leader.can_approve(opened)
    page = office.leader.page(opened)
    token, version = (page.dom.xpath(f"//input[@name='{name}']/@value")[0]
                      for name in ("csrf", "version"))
    refused = office.leader.browser.session.post(
        f"{demo.url}/office/cases/{opened}/decision",
        data={"csrf": token, "version": version, "verdict": "approve"},
        headers={"Origin": demo.url})
    assert refused.status_code in (403, 422), refused.status_code
    assert office.leader.state(opened) == "assessed"
    spare(demo, "quyetdinh").approve(opened)
    wait_for_certificate(citizen)
    # From the moment in which the new one is issued everybody is told of the old one.
    public, examined = standing_of_certificate(demo, pdf, tmp_path)
    citizen.receive()
    new = citizen.paper("certificate")
    number = citizen.page().dom.xpath(
        "string(//dt[normalize-space()='Số Phiếu']/following-sibling::dd)").strip()
    assert number and f"số {number}" in public and f"số {number}" in examined
    assert verified(demo, pdf, tmp_path) and verified(demo, new, tmp_path)
    assert RIGHT in words_in(new, tmp_path) and RIGHT not in words_in(pdf, tmp_path)
    assert "đã bị thu hồi" not in standing_of_certificate(demo, new, tmp_path)[0]
    citizen.case = old
    page = citizen.page()
    assert state(citizen) == "revoked" and number in page.text
    assert page.dom.xpath(f"//*[@data-replaced]/a[@href='/cases/{opened}']")
    assert citizen.paper("certificate") == pdf
    if not scripts:
        demo.check()


def test_an_officer_opens_one_with_lines_and_a_paper_and_that_it_stands_takes_somebody_new(
        chromium, demo, office, artefacts):
    citizen = received(demo, office, 2)
    case = opened_by_officer(chromium, demo, office, artefacts, citizen)
    shown = office.intake.page(case)
    assert case != citizen.case and shown.dom.xpath("//@data-cites")
    assert "Sai theo giấy khai sinh." in shown and "khai-sinh.png" in shown
    # One at a time; its holder neither withdraws it nor asks for a second, and sees all of it but
    # the officer's paper, which may speak of somebody else.
    again = office.assessor.browser.get(f"/office/cases/{citizen.case}/correction")
    assert again.url.endswith("/revocation")
    assert not citizen.page().dom.xpath("//a[contains(@href, '/correction')]")
    lost_nothing(demo, citizen, case)
    mine = citizen.browser.get(f"/cases/{case}")
    assert mine.status == 200 and not mine.has_form("withdrawal")
    assert RIGHT in mine and "Dữ liệu cán bộ cho là sai" in mine and "khai-sinh.png" not in mine
    assert "Cán bộ đã đính kèm một giấy tờ" in mine
    link = wait_until(lambda: office.intake.page(case).dom.xpath(
        "string(//a[contains(@href, '/office/papers/')]/@href)"))
    assert office.intake.browser.get(link).status == 200
    assert citizen.browser.get(link.removeprefix("/office")).status == 404
    # Whose word is printed is decided line by line.
    assert "Theo cán bộ lập hồ sơ" in shown
    assert shown.form(action="acceptance").submit().status == 422
    office.intake.accept(case)
    # Who answered for the certificate does not say alone that it stands.
    assert not office.assessor.page(case).has_form("refusal")
    other = spare(demo, "xemlai")
    refused = other.page(case).form(action="refusal").submit(
        {"ground": "certificateStands", "words": "Phiếu đúng với sổ."})
    assert refused.dom.xpath("string(//@data-state)") == "refused"
    assert state(citizen) == "handedOver" and citizen.page().dom.xpath(
        "//a[contains(@href, '/correction')]")
    demo.check()


def lost_nothing(demo, citizen, case, said="Cán bộ đã mở một hồ sơ"):
    """A case that knows nothing of it is open: the form says so, and what was typed stands there."""
    token = citizen.page().dom.xpath("//input[@name='csrf']/@value")[0]
    page = citizen.browser.send(
        "post", f"{demo.url}/cases/{citizen.case}/correction",
        {"csrf": token, "person.birthPlace": RIGHT, "words": "Theo giấy khai sinh."})
    assert page.status == 409 and said in page, page.text[:800]
    assert page.form(field="words").values()["person.birthPlace"] == RIGHT
    assert page.form(field="words").values()["words"].strip() == "Theo giấy khai sinh."
    assert page.link(f"/cases/{case}")


def opened_by_officer(chromium, demo, office, artefacts, citizen):
    """From the certificate's page: a mistake is named, and nothing typed is lost but the file."""
    screen = at_screen(
        chromium, demo, artefacts, office.assessor, "correction-officer", scripts=False)
    screen.go(f"/office/cases/{citizen.case}/revocation").shot("certificate")
    screen.page.locator("#correction a.button").click()
    screen.page.wait_for_url("**/correction")
    screen.shot("empty")
    mended(
        screen, {"ground": "wrongContent", "words": "Sai theo giấy khai sinh."},
        "**/office/cases/*")
    return re.search(r"/office/cases/([^/?#]+)", screen.page.url).group(1)


@pytest.mark.parametrize("scripts", [True, False])
def test_what_the_identity_states_is_disputed_and_only_the_residences_are_copied(
        chromium, demo, office, artefacts, scripts):
    citizen = Citizen(demo, unblemished(demo)[3])
    citizen.sign_in()
    page = citizen.begin()
    known = page.form(field="person.name").values()["person.name"]
    # Shown and not typed over, be it on a narrow phone.
    assert not page.dom.xpath("//input[@type='text' and @name='person.name']")
    name = f"identity-{'js' if scripts else 'plain'}"
    screen = at_screen(chromium, demo, artefacts, citizen, name, scripts)
    screen.go(f"/drafts/{citizen.draft}")
    screen.page.locator("button[value='dispute-person.name']").click()
    screen.page.wait_for_url("**open=person.name**")
    screen.type({"person.name": "Nguyễn Thị Đúng Tên"})
    screen.page.locator("button[value='save']:visible").last.click()
    screen.page.wait_for_url("**saved=1**")
    assert known in screen.page.content()
    screen.shot("said-wrong")
    attach(citizen, png(), "giay-khai-sinh.png", purpose="correction")
    review = citizen.declare(**{"person.name": "Nguyễn Thị Đúng Tên"})
    assert review.has_form("lodging") and known in review.text
    citizen.lodge()
    citizen.pay_until_paid()
    shown = office.intake.page(citizen.case)
    assert "Theo tài khoản định danh" in shown and known in shown.text
    assert shown.form(action="acceptance").submit().status == 422, "an officer says who is right"
    office.intake.act(citizen.case, "acceptance", {"verdict-person.name": "register"})
    assert state(citizen) == "inAssessment" and "Theo tài khoản định danh" in citizen.page()
    # A second application takes the residences of the first and nothing else of it.
    citizen.draft = None
    citizen.begin()
    screen.go(f"/drafts/{citizen.draft}")
    screen.page.locator("button[value='copyResidences']").click()
    screen.page.wait_for_url("**residences=copied**")
    assert screen.page.locator("[name='residences[0].place']").input_value()
    assert screen.page.locator("[name='person.phone']").input_value() == ""
    screen.shot("copied")
    assert screen.complaints == []
    screen.context.close()


def test_a_stranger_asks_for_nothing(demo, office):
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    other = Citizen(demo, people(demo)[1])
    other.sign_in()
    for browser in (other.browser, Browser(demo.url)):
        page = browser.get(f"/cases/{citizen.case}/correction")
        assert page.status == 404 or "/sign-in" in page.url
