"""The path in a real browser: a citizen, two officers, a stranger. Screenshots are left behind."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from journey import declaration, officer, people
from browser import Browser
from program import wait_until
from screen import Person


def test_the_accessibility_check_itself_can_fail(chromium):
    page = chromium.new_page()
    page.set_content("<html><body><img src='x.png'><input></body></html>")
    assert Axe().run(page).violations_count > 0
    page.close()


@pytest.mark.parametrize("name,width,scripts", [("citizen", 1200, True), ("phone", 320, False)])
def test_from_sign_in_to_a_certificate_that_a_stranger_verifies(
    chromium, demo, artefacts, name, width, scripts
):
    """At a desk, and on a narrow phone without scripts."""
    citizen = Person(chromium, demo, artefacts, name, width, scripts)
    case = apply_and_pay(citizen)
    offices(chromium, demo, artefacts, case)
    receive(citizen, case)
    stranger(chromium, demo, artefacts)
    assert citizen.complaints == []


def apply_and_pay(citizen):
    person = people(citizen.demo)[0]
    citizen.go("/").shot("front")
    citizen.go("/sign-in").press("sign-in")
    citizen.page.locator(f"[value='{person['nationalID']}']").first.click()
    citizen.page.wait_for_url("**/home**")
    citizen.shot("home")
    citizen.press("/drafts")
    citizen.page.wait_for_url("**/drafts/**")
    citizen.shot("declaration-prefilled")
    citizen.type(typed(citizen))
    citizen.page.locator("button[value*='review']").first.click()
    citizen.page.wait_for_url("**/review**")
    citizen.shot("review")
    citizen.press("lodg")
    citizen.page.wait_for_url("**/cases/**")
    citizen.shot("case")
    case = re.search(r"/cases/([^/?#]+)", citizen.page.url).group(1)
    citizen.press("payment")
    citizen.page.locator("[name='act'][value='00']").first.click()
    citizen.page.wait_for_url(f"{citizen.demo.url}/**")
    citizen.shot("returned")
    payment = citizen.page.locator("form[action*='payment']")
    wait_until(lambda: citizen.go(f"/cases/{case}") and payment.count() == 0, 40, every=0.5)
    citizen.shot("paid")
    return case


def typed(citizen):
    """The same declaration as over HTTP, made from the same page."""
    twin = Browser(citizen.demo.url)
    for cookie in citizen.context.cookies():
        twin.session.cookies.set(cookie["name"], cookie["value"])
    return declaration(twin.get(citizen.page.url).form(field="request.kind"))


def offices(chromium, demo, artefacts, case):
    for role, button, typed_there in [
        ("intake", "form[action*='acceptance'] button", {}),
        ("assess", "button[value='file']", {"grounds": "Theo trả lời của các cơ quan."}),
        ("leader", "form:has(input[value='approve']) button", {}),
    ]:
        account = officer(demo, role).account
        one = Person(chromium, demo, artefacts, role)
        one.go("/office").shot("sign-in")
        one.sign_in(account).shot("queue")
        act = one.page.locator(button).last
        wait_until(lambda: one.go(f"/office/cases/{case}") and act.count() > 0, 60, every=0.5)
        one.shot("case")
        wait_until(lambda: done(one, case, act, typed_there), 60, every=0.5)
        one.shot("done")
        assert one.complaints == []
        one.context.close()


def done(one, case, act, typed_there):
    """Whether the act is done; a body that has not answered yet makes it wait."""
    before = state(one)
    one.type(typed_there)
    act.click()
    one.page.wait_for_load_state()
    one.go(f"/office/cases/{case}")
    if state(one) != before:
        return True
    # Refused, as it must be where an answer is missing or came while the page was being read.
    one.complaints = [said for said in one.complaints if "409 (Conflict)" not in said]
    return False


def state(one):
    return one.page.locator("[data-state]").first.get_attribute("data-state")


def receive(citizen, case):
    handover = citizen.page.locator("form[action*='handover']")
    wait_until(lambda: citizen.go(f"/cases/{case}") and handover.count() > 0, 60, every=0.5)
    citizen.shot("issued")
    citizen.press("handover")
    link = citizen.page.locator("a[href*='certificate.pdf']")
    link.first.wait_for()
    citizen.shot("received")
    with citizen.page.expect_download() as waiting:
        link.first.click()
    waiting.value.save_as(citizen.artefacts / "certificate.pdf")


def stranger(chromium, demo, artefacts):
    one = Person(chromium, demo, artefacts, "stranger")
    one.go("/verify").shot("verify")
    one.page.locator("input[type=file]").set_input_files(artefacts / "certificate.pdf")
    one.page.locator("form[enctype='multipart/form-data'] button").first.click()
    one.page.wait_for_load_state()
    one.shot("verified")
    expect(one.page.locator("main")).to_contain_text(re.compile("ký", re.I))
    assert one.complaints == []
    one.context.close()


def test_a_phone_keeps_the_look_and_no_page_of_a_person(chromium, demo, artefacts):
    citizen = Person(chromium, demo, artefacts, "installed", width=360)
    citizen.go("/sign-in").press("sign-in")
    person = people(demo)[0]
    citizen.page.locator(f"[value='{person['nationalID']}']").first.click()
    citizen.page.wait_for_url("**/home**")
    citizen.page.wait_for_function("navigator.serviceWorker.ready.then(() => true)")
    citizen.page.wait_for_function("navigator.serviceWorker.controller !== null")
    citizen.go("/home").go("/verify").go("/home")
    kept = citizen.page.evaluate(
        """async () => {
          const stores = await Promise.all((await caches.keys()).map(name => caches.open(name)));
          const kept = (await Promise.all(stores.map(store => store.keys()))).flat();
          return kept.map(one => new URL(one.url).pathname);
        }"""
    )
    assert kept[0] == "/offline" and len(kept) == 4
    assert all(path.startswith("/static/") for path in kept[1:])
    citizen.context.set_offline(True)
    citizen.go("/home")
    expect(citizen.page.locator("h1")).to_have_text("Không có kết nối mạng")
    words = citizen.page.locator("body").inner_text()
    assert person["name"].upper() not in words.upper()
    citizen.shot("offline")
    citizen.context.set_offline(False)
    citizen.go("/home")
    expect(citizen.page.locator("body")).to_contain_text(person["name"].upper())
    citizen.context.close()


def test_what_is_typed_saves_itself_and_the_button_still_works(chromium, demo, artefacts):
    citizen = Person(chromium, demo, artefacts, "autosave")
    citizen.go("/sign-in").press("sign-in")
    person = people(demo)[2]
    citizen.page.locator(f"[value='{person['nationalID']}']").first.click()
    citizen.page.wait_for_url("**/home**")
    citizen.press("/drafts")
    citizen.page.wait_for_url("**/drafts/**")
    field = citizen.page.locator("[name='residences[0].workplace']")
    field.fill("Nguyễn Văn Tự Lưu")
    citizen.page.locator("#autosaved").wait_for(state="visible")
    twin = citizen.context.new_page()
    twin.goto(citizen.page.url)
    expect(twin.locator("[name='residences[0].workplace']")).to_have_value("Nguyễn Văn Tự Lưu")
    field.fill("Nguyễn Văn Bấm Nút")
    citizen.page.locator("button[value='save']").last.click()
    citizen.page.wait_for_url("**?saved=1")
    expect(citizen.page.locator("[name='residences[0].workplace']")).to_have_value("Nguyễn Văn Bấm Nút")
    assert citizen.complaints == []
    citizen.context.close()
