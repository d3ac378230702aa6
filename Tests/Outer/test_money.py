"""A day's money: what each channel took, the gateway's settlement beside it with every difference
by name, cash from the till to the accountant, and refunds by hand as two people's work."""

import csv
import datetime
import io
import os
import shutil

from journey import Citizen, Office, officer, people
from program import PROJECT, wait_until
from screen import Person
from test_forms import number_of, paid
from test_refunds import gateway, state, until, withdraw


def lodged(demo, index):
    citizen = Citizen(demo, people(demo)[index])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    return citizen


def screen(chromium, demo, artefacts, one, name, width=1280):
    person = Person(chromium, demo, artefacts, name, width=width)
    person.context.add_cookies([
        {"name": c.name, "value": c.value, "url": demo.url} for c in one.browser.session.cookies])
    return person


def keep(artefacts, picture, name):
    """`RECORD=1` puts a picture into the guide."""
    if os.environ.get("RECORD"):
        shutil.copy(artefacts / picture, PROJECT / f"docs/accountant/images/{name}.png")


def differences(accountant):
    page = accountant.browser.get("/office/money")
    assert page.status == 200, page.text[:500]
    return [str(kind) for kind in page.dom.xpath("//@data-difference")]


def fetch(accountant, status=200):
    page = accountant.browser.get("/office/money").form(action="/money/settlement").submit()
    assert page.status == status, page.text[:800]
    return page


def taken(accountant, channel):
    page = accountant.browser.get("/office/money")
    return page.dom.xpath(f"string(//tr[@data-channel='{channel}']/td[1])")


def test_a_day_of_an_accountant(new_demo, chromium, artefacts, engine):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    accountant = officer(demo, "accountant")
    accountant.sign_in()
    citizen, other = paid(demo, 0), paid(demo, 1)
    counter(demo, office, accountant, artefacts, chromium)

    assert taken(accountant, "vnpay").startswith("400.000")
    fetch(accountant)
    page = accountant.browser.get("/office/money")
    assert differences(accountant) == [] and page.dom.xpath("//*[@data-agreed]")
    for mode in ["error", "wrong"]:
        gateway(demo, mode=mode)
        fetch(accountant, 422)
    gateway(demo, mode="ok")
    for style in ["cut", "unsigned"]:
        gateway(demo, settlement=style)
        fetch(accountant, 422)
    found = {"missing": "missingThere", "extra": "missingHere", "sum": "sum", "twice": "twice"}
    for style, kind in found.items():
        gateway(demo, settlement=style)
        fetch(accountant)
        assert differences(accountant) == [kind], style
    withdraw(other)
    until(other, "done")
    gateway(demo, settlement="no-refunds")
    fetch(accountant)
    assert differences(accountant) == ["refundNotSettled"]
    assert other.person["name"] not in accountant.browser.get("/office/money").text

    eyes = screen(chromium, demo, artefacts, accountant, "accountant")
    eyes.go("/office/money").shot("difference")
    keep(artefacts, "accountant-01-difference.png", "difference")
    eyes.page.fill("textarea[name=reason]", "Ngân hàng quyết toán ngày làm việc sau.")
    eyes.press("/money/differences")
    eyes.shot("settled")
    eyes.page.set_viewport_size({"width": 360, "height": 800})
    eyes.shot("settled-narrow")
    gateway(demo, settlement="normal")
    fetch(accountant, 422)  # what was settled stands
    table(accountant, citizen)
    for one in [office.intake, office.assessor, office.leader]:
        assert one.browser.get("/office/money").status == 403
    assert accountant.browser.get(f"/office/cases/{citizen.case}").status in (403, 404)
    demo.check()


def counter(demo, office, accountant, artefacts, chromium):
    """Cash at the counter: taken once, counted, closed, received by another."""
    walk_in = lodged(demo, 3)
    number = number_of(walk_in)
    eyes = screen(chromium, demo, artefacts, office.intake, "till")
    eyes.go("/office/till").shot("empty")
    eyes.page.fill("#number", number.lower())
    eyes.page.locator("#take button").click()
    eyes.shot("taken")
    keep(artefacts, "till-02-taken.png", "till")
    eyes.page.set_viewport_size({"width": 360, "height": 800})
    eyes.shot("taken-narrow")
    assert not walk_in.page().has_form("payment")
    assert walk_in.paper("receipt").startswith(b"%PDF")
    till = office.intake.browser.get("/office/till")
    again = till.form(action="/office/till").submit({"number": number, "channel": "counter"})
    assert again.status == 422, "a fee is taken once"
    receipt = next(href for _, href in till.links() if "/till/receipts/" in (href or ""))
    assert office.intake.browser.get(receipt).answer.content.startswith(b"%PDF")
    assert taken(accountant, "counter").startswith("200.000")

    form = office.intake.browser.get("/office/till").form(action="closing")
    short = form.submit({"counted": "150.000", "reason": ""})
    assert short.status == 422, "a difference needs its reason"
    form = office.intake.browser.get("/office/till").form(action="closing")
    assert form.submit({"counted": "150.000", "reason": "Thiếu một tờ."}).status == 200
    late = lodged(demo, 2)
    page = office.intake.browser.get("/office/till").form(action="/office/till").submit(
        {"number": number_of(late), "channel": "counter"})
    assert page.status == 422, "a closed till takes nothing more"
    page = accountant.browser.get("/office/money")
    assert page.dom.xpath("//section[@data-till='counter']") and "150.000" in page.text
    assert page.form(action="/money/tills").submit().status == 200
    assert not accountant.browser.get("/office/money").dom.xpath("//section[@data-till]")


def table(accountant, citizen):
    today = datetime.date.today()
    days = f"from={today - datetime.timedelta(days=1)}&to={today + datetime.timedelta(days=1)}"
    answer = accountant.browser.get(f"/office/money/table.csv?{days}").answer
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    numbers = [row[2] for row in rows]
    assert number_of(citizen) in numbers and len(rows) >= 6
    assert citizen.person["name"] not in answer.text


def test_a_refund_by_hand_is_two_peoples(new_demo):
    demo = new_demo()
    gateway(demo, refund="refused")
    citizen = paid(demo, 0)
    withdraw(citizen)
    until(citizen, "refused")
    leader, accountant = officer(demo, "leader"), officer(demo, "accountant")
    leader.sign_in()
    accountant.sign_in()
    page = accountant.browser.get("/office/refunds")
    assert page.status == 200 and not page.has_form("/office/refunds/"), "nothing is ordered yet"
    assert citizen.person["name"].upper() not in page.text.upper()
    page = leader.browser.get("/office/refunds")
    assert page.has_form("/office/refunds/") and "200.000" in page.text
    assert page.form(action="/office/refunds/").submit({"reference": "LC 1/2026"}).status == 200
    assert not leader.browser.get("/office/refunds").has_form("/payment"), "another pays"
    page = accountant.browser.get("/office/refunds")
    assert "LC 1/2026" in page.text
    page = page.form(action="/payment").submit({"reference": "UNC 12/2026"})
    assert page.status == 200 and not page.dom.xpath("//section[@data-refund]")
    wait_until(lambda: state(citizen) == ["byHand"], 20)
    assert "UNC 12" not in demo.log.read_text()
    demo.check()
