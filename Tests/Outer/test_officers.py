"""Who the officers are, in a real browser: enrolment, a fresh code, a session ended elsewhere."""

import re
import time

import pytest
from playwright.sync_api import expect

import codes
from browser import Browser
from journey import Citizen, Office, Officer, people, wait_for_certificate
from program import run, wait_until
from screen import Person
from test_rules import administrator

PASSWORD = "mot mat khau cua rieng toi"


def propose(admin, path, typed, button=None):
    """A change of an officer as one administrator proposes it; the proposal's address."""
    form = admin.browser.get(path).form(field="reason", button=button[1] if button else None)
    page = form.submit(typed, button=button)
    assert "/office/officers/proposals/" in page.url, page.text[:1500]
    return page.url.removeprefix(admin.demo.url)


def approve(admin, proposal):
    page = admin.browser.get(proposal).form(action="decision").submit(
        {"reason": "Đã gặp."}, button=("verdict", "approve"))
    assert page.status == 200, page.text[:1500]
    return page


@pytest.fixture(scope="module")
def admitted(demo):
    """Somebody new, whom two administrators let in: a user name and a password for once."""
    first, second = administrator(demo, 1), administrator(demo, 2)
    proposal = propose(first, "/office/officers/new", {
        "username": "moivao", "name": "Lý Thị Mới Vào", "title": "Chuyên viên",
        "holds.intake": "yes", "reason": "Tuyển dụng."})
    assert not first.browser.get(proposal).has_form("decision"), "the proposer decides nothing"
    page = approve(second, proposal)
    once = page.dom.xpath("//*[@data-one-time]")[0].text_content()
    return "moivao", once


def enter(one, secret, field, action):
    """A code that is due now, typed as a person types it."""
    held = codes.of({"secret": secret})
    one.type({field: held.fresh()})
    one.press(action)


def test_a_new_officer_enrols_signs_in_again_and_ends_the_other_session(
    chromium, demo, artefacts, admitted
):
    username, once = admitted
    one = Person(chromium, demo, artefacts, "officer")
    one.go("/office").type({"username": username, "password": once})
    one.press("sign-in")
    one.shot("enrolment")
    secret = one.page.locator("[data-letters]").inner_text().replace(" ", "")
    box = one.page.locator("svg.qr").bounding_box()
    assert box["width"] > 150, "a QR code that a telephone can read"
    one.type({"password": PASSWORD, "again": PASSWORD})
    enter(one, secret, "code", "enrolment")
    one.shot("recovery")
    recovery = one.page.locator("[data-recovery] code").all_inner_texts()
    assert len(set(recovery)) == 10
    one.page.get_by_role("link", name="tiếp tục").click()
    assert one.page.url.endswith("/office")

    # The one-time password is over; at another device a recovery code serves, once.
    two = Person(chromium, demo, artefacts, "officer-phone", width=360)
    two.go("/office").type({"username": username, "password": PASSWORD})
    two.press("sign-in")
    two.shot("code")
    two.type({"code": recovery[0]})
    two.press("sign-in/code")
    two.go("/office/account").shot("account")
    expect(two.page.locator("[data-session]")).to_have_count(2)
    expect(two.page.locator("[data-recovery-left]")).to_have_text("9")

    # Ended from the telephone, the other screen is signed out at its next step.
    other = two.page.locator("[data-session]").filter(has_not=two.page.locator(".tag"))
    other.get_by_role("button").click()
    expect(two.page.locator("[data-session]")).to_have_count(1)
    one.go("/office")
    assert one.page.url.endswith("/office/sign-in")
    two.context.close()
    one.context.close()


def test_a_fresh_code_is_asked_for_and_nothing_typed_is_lost(
    chromium, new_demo, artefacts
):
    """Ten minutes are not waited for: the session's own code is made old in the database."""
    demo = new_demo("sqlite")
    first = administrator(demo, 1)
    proposal = propose(
        first, "/office/officers/new", {
            "username": "moi2", "name": "Người Mới", "title": "Chuyên viên",
            "holds.intake": "yes", "reason": "Tuyển."})
    second = administrator(demo, 2)
    make_old(demo, second)
    one = Person(chromium, demo, artefacts, "step-up")
    one.context.add_cookies([
        {"name": c.name, "value": c.value, "url": demo.url}
        for c in second.browser.session.cookies])
    typed = 'Đã đối chiếu "quyết định" & gặp mặt;\nhai dòng.'
    one.go(proposal).type({"reason": typed})
    one.page.locator("button[value=approve]").click()
    one.shot("asked")
    one.type({"stepUpCode": "000000"})
    one.press("decision")
    expect(one.page.get_by_role("alert")).to_be_visible()
    enter(one, second.account["secret"], "stepUpCode", "decision")
    expect(one.page.locator("[data-one-time]")).to_be_visible()
    one.go(proposal)
    expect(one.page.get_by_text("hai dòng.")).to_be_visible()
    demo.check()
    one.context.close()


def make_old(demo, one):
    import json
    import sqlite3

    path = next(demo.folder.rglob("lylich.sqlite"))
    with sqlite3.connect(path, timeout=30) as database:
        for token, data in database.execute(
            "SELECT token_hash, data FROM sessions WHERE kind = 'officer'").fetchall():
            held = json.loads(data)
            held["pass"]["codeAt"] -= 11 * 60 * 1000
            database.execute(
                "UPDATE sessions SET data = ? WHERE token_hash = ?", (json.dumps(held), token))


def test_a_notice_is_on_every_page_at_once(demo):
    admin = administrator(demo, 1)
    today = time.strftime("%d/%m/%Y")
    words = "Bảo trì tối nay từ 22 giờ."
    page = admin.browser.get("/office/notices").form(field="vietnamese").submit({
        "vietnamese": words, "english": "Maintenance tonight.", "fromDay": "01/01/2020",
        "untilDay": "31/12/2099"})
    assert page.status == 200 and words in page, (today, page.text[:800])
    stranger = Browser(demo.url)
    for path in ("/", "/verify", "/office/sign-in"):
        assert words in stranger.get(path)
    assert "Maintenance tonight." in stranger.get("/?lang=en")
    page = admin.browser.get("/office/notices").form(action="/office/notices/").submit()
    assert words not in Browser(demo.url).get("/")


def test_looks_have_reasons_and_the_auditor_reads_who_acted_for_whom(demo):
    """A leader on leave is stood in for; a closed file opens for a reason; the journal has both."""
    office = Office(demo).sign_in()
    intake = office.intake
    page = office.leader.browser.get("/office/substitutions")
    form = page.form(action="/office/substitutions", field="substitute")
    name = next(o for o in form.element.iter("option") if "Tiếp Nhận" in o.text_content())
    today = time.strftime("%d/%m/%Y", time.gmtime(time.time() + 7 * 3600))
    page = form.submit({
        "role": "leader", "substitute": name.get("value"), "from": today, "until": today,
        "reason": "Nghỉ phép."})
    assert "Đang thay" in page, page.text[:1500]

    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in(), citizen.declare(), citizen.lodge(), citizen.pay_until_paid()
    intake.accept(citizen.case)
    office.identify(citizen.case)
    office.assessor.assess(citizen.case)
    intake.approve(citizen.case)
    wait_for_certificate(citizen)
    citizen.receive()

    # Nobody's work any more: it opens for a reason, whose kind the person reads.
    spare = next(a for a in demo.accounts()["officers"] if a["username"] == "xemlai")
    other = Officer(demo, spare)
    other.sign_in()
    page = other.browser.open("GET", f"{demo.url}/office/cases/{citizen.case}")
    assert page.has_form("/look") and citizen.person["name"] not in page
    page = page.form(action="/look").submit({"reason": "complaint", "words": ""})
    assert page.status == 422
    page = page.form(action="/look").submit({"reason": "complaint", "words": "Đơn số 12."})
    assert citizen.person["name"].upper() in page.text.upper()
    assert "Giải quyết khiếu nại" in citizen.page()

    account = next(a for a in demo.accounts()["officers"] if a["role"] == "auditor")
    auditor = Officer(demo, account)
    page = auditor.sign_in()
    assert page.url.endswith("/office/journal")
    number = re.search(
        r"\d{3}\.\d{2}\.\d{2}\.H\d\d-\d{6}-\d{4,}", other.page(citizen.case).text).group(0)
    page = auditor.browser.get(f"/office/journal?kind=approved&case={number}")
    assert "thay cho" in page, page.text[:1500]
    page = auditor.browser.get("/office/journal?kind=caseLookedAt")
    assert "Giải quyết khiếu nại: Đơn số 12." in page
    assert citizen.person["name"] not in page
    wait_until(lambda: "Khớp" in auditor.browser.get("/office/journal"), 30)
    assert "Không khớp" not in auditor.browser.get("/office/journal")
    older = auditor.browser.get("/office/journal").follow("/office/journal?")
    assert older.status == 200
    assert auditor.browser.get(f"/office/cases/{citizen.case}").status == 403
    page = office.leader.browser.get("/office/substitutions").form(action="/end").submit()
    assert "Kết thúc sớm" in page


def test_a_real_installation_begins_with_two_administrators(tmp_path):
    where = ["--data", tmp_path / "data", "--database", f"sqlite:{tmp_path}/lylich.sqlite"]
    run("migrate", "--profile", "stp-cantho-2023", *where)
    for name in ("quantri1", "quantri2"):
        said = run("officers", "install", "--username", name, "--name", "Người Quản Trị", *where)
        assert "once" in said.stdout and name in said.stdout
    said = run("officers", "install", "--username", "ba", *where, check=False)
    assert said.returncode != 0 and "two others" in said.stderr + said.stdout
