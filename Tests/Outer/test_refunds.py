"""Money that is owed back, to its end: paid by the gateway, refused by a bank, answers that never
come, and a program that is killed in between. It is never paid back twice."""

import json
import re
import time

import pytest
import requests
from playwright.sync_api import expect

from journey import Citizen, Office, officer, people
from program import wait_until
from screen import Person
from test_browser_journey import apply_and_pay


def gateway(demo, **wish):
    """Its control; it listens a moment later than the portal."""
    url = f"http://127.0.0.1:{demo.port + 5}/control"

    def answered():
        try:
            return requests.post(url, json=wish, timeout=10)
        except requests.ConnectionError:
            return None

    answer = wait_until(answered, 30)
    assert answer.status_code == 200, answer.text


def given_back(demo):
    """What the gateway has paid back in all, in đồng, by its own books."""
    lines = (demo.data / "neighbours/payment/orders.jsonl").read_text().splitlines()
    # A line a change: the last of each order is how it stands.
    orders = {line["key"]: line["value"] for line in map(json.loads, lines)}
    return [order["refunded"] // 100 for order in orders.values() if order["refunded"]]


def paid(demo, index=0):
    citizen = Citizen(demo, people(demo)[index])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    citizen.pay_until_paid()
    return citizen


def withdraw(citizen):
    page = citizen.page().form(action="withdrawal").submit({"sure": "yes"})
    assert page.status == 200, page.text[:500]
    return page


def state(citizen):
    return [str(found) for found in citizen.page().dom.xpath("//@data-refund-state")]


def until(citizen, wanted, seconds=90):
    wait_until(lambda: state(citizen) == [wanted], seconds, every=0.2)


def test_withdrawn_before_work_began_the_fee_comes_back(new_demo, engine):
    demo = new_demo(engine)
    citizen = paid(demo)
    assert state(citizen) == []
    withdraw(citizen)
    assert state(citizen) in (["owed"], ["asked"], ["done"])
    until(citizen, "done")
    assert given_back(demo) == [200_000]
    demo.check()


def test_refused_by_an_officer_the_fee_comes_back(new_demo):
    demo = new_demo()
    citizen = paid(demo)
    office = Office(demo).sign_in()
    office.intake.act(
        citizen.case, "refusal", {"ground": "notCompetent", "words": "Không thuộc thẩm quyền."})
    until(citizen, "done")
    assert given_back(demo) == [200_000]
    demo.check()


def test_what_the_bank_refuses_later_waits_for_people(new_demo):
    demo = new_demo()
    gateway(demo, refund="bank-refuses")
    citizen = paid(demo)
    withdraw(citizen)
    until(citizen, "refused")
    for role in ["intake", "assess"]:
        one = officer(demo, role)
        one.sign_in()
        assert one.browser.get("/office/refunds").status == 403
    demo.check()


def test_an_answer_that_never_comes_is_no_second_refund(new_demo, engine):
    demo = new_demo(engine)
    gateway(demo, refund="answer-lost")
    citizen = paid(demo)
    withdraw(citizen)
    wait_until(lambda: given_back(demo), 60, every=0.1)
    demo.kill()
    demo.start()
    until(citizen, "done", 120)
    assert given_back(demo) == [200_000]
    demo.check()


@pytest.mark.parametrize("mode", ["error", "silent", "wrong"])
def test_a_gateway_that_is_away_is_asked_until_it_is_back(new_demo, mode):
    demo = new_demo()
    citizen = paid(demo)
    gateway(demo, mode=mode)
    withdraw(citizen)
    wait_until(lambda: state(citizen) == ["asked"], 60, every=0.2)
    wait_until(lambda: "A job did not succeed" in demo.log.read_text(), 60, every=0.2)
    assert state(citizen) == ["asked"]
    gateway(demo, mode="ok")
    until(citizen, "done", 180)
    assert given_back(demo) == [200_000]
    assert re.search("Đã hoàn tiền", citizen.page().dom.text_content())
    demo.check()


def test_a_program_that_is_killed_again_and_again_pays_back_once(new_demo, engine):
    demo = new_demo(engine)
    citizens = [paid(demo, index) for index in range(3)]
    for citizen, pause in zip(citizens, [0.0, 0.15, 0.4]):
        withdraw(citizen)
        time.sleep(pause)
        demo.kill()
        demo.start()
    for citizen in citizens:
        citizen.sign_in()
        until(citizen, "done", 180)
    assert given_back(demo) == [200_000] * 3
    demo.check()


@pytest.mark.parametrize("width,scripts", [(1200, True), (320, False)])
def test_the_citizen_sees_it_to_the_end(new_demo, chromium, artefacts, width, scripts):
    demo = new_demo()
    gateway(demo, refund="bank-refuses")
    citizen = Person(chromium, demo, artefacts, f"refund-{width}", width, scripts)
    case = apply_and_pay(citizen)
    page = citizen.go(f"/cases/{case}").page
    page.locator("#withdrawal summary").click()
    page.locator("#sure").check()
    citizen.press("withdrawal")
    wait_until(lambda: seen(citizen, case) == "refused", 60, every=0.5)
    expect(page.locator("[data-refund-state]")).to_contain_text("200.000")
    page.locator("[data-refund-state]").scroll_into_view_if_needed()
    citizen.shot("refused")
    # A leader orders it, an accountant pays it, each by keyboard alone.
    leader = by_hand(chromium, demo, artefacts, "leader", "QĐ 4/2026", width, scripts)
    expect(leader.page.locator("[data-refund]")).to_have_count(1)
    expect(leader.page.locator("[name=reference]")).to_have_count(0)
    leader.shot("ordered")
    assert seen(citizen, case) == "refused"
    accountant = by_hand(chromium, demo, artefacts, "accountant", "UNC 13/2026", width, scripts)
    expect(accountant.page.locator("[data-refund]")).to_have_count(0)
    accountant.shot("paid")
    assert seen(citizen, case) == "byHand"
    citizen.shot("paid-by-hand")
    assert citizen.complaints == [] and leader.complaints == [] and accountant.complaints == []
    demo.check()


def by_hand(chromium, demo, artefacts, role, number, width, scripts):
    """One officer's part of a refund that no gateway pays."""
    person = Person(chromium, demo, artefacts, f"refund-{role}-{width}", width, scripts)
    person.sign_in(officer(demo, role).account)
    person.go("/office/refunds").shot("to-do")
    person.page.locator("[name=reference]").focus()
    person.page.keyboard.type(number)
    with person.page.expect_navigation():
        person.page.keyboard.press("Enter")
    return person


def seen(citizen, case):
    part = citizen.go(f"/cases/{case}").page.locator("[data-refund-state]")
    return part.get_attribute("data-refund-state")
