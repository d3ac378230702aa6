"""Another way to receive the result: chosen on the case's page until it is handed over, and then
handed over in that way alone."""

from journey import Citizen, Office, people
from program import wait_until
from screen import Person
from test_browser_journey import apply_and_pay


def chosen(citizen):
    return " ".join(citizen.page().dom.xpath("//*[@data-delivery]//text()"))


def choose(citizen, way):
    return citizen.page().form(action="/delivery").submit({"way": way})


def issued(demo, office, citizen):
    office.intake.accept(citizen.case)
    office.assessor.identify(citizen.case)
    office.assessor.assess(citizen.case)
    office.leader.approve(citizen.case)
    wait_until(lambda: "issued" in citizen.page().dom.xpath("//@data-state"), 90, every=0.3)


def test_who_chose_the_counter_gets_it_there(new_demo, engine):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    assert "điện tử" in chosen(citizen).lower()
    citizen.pay_until_paid()
    page = choose(citizen, "counter")
    assert page.status == 200 and "nhận trực tiếp" in chosen(citizen).lower(), chosen(citizen)
    assert "Bạn đã đổi cách nhận kết quả" in page.text
    # The post is shown, and not open.
    post = page.dom.xpath("//input[@name='way'][@value='post']")[0]
    assert post.get("disabled") is not None
    refused = citizen.browser.send(
        "post", f"{demo.url}/cases/{citizen.case}/delivery",
        {"csrf": token(page), "way": "post", "address": "Số 1"})
    assert refused.status == 422 and "Cơ quan chưa trả kết quả bằng cách này" in refused.text
    issued(demo, office, citizen)
    page = citizen.page()
    assert page.dom.xpath("//*[@data-at-counter]") and not page.has_form("/handover")
    refused = citizen.browser.send(
        "post", f"{demo.url}/cases/{citizen.case}/handover", {"csrf": token(page)})
    assert refused.status == 422, refused.text
    assert "handedOver" not in citizen.page().dom.xpath("//@data-state")
    # Only who receives at the counter hands over, and says to have seen the holder's paper.
    for other in [office.assessor, office.leader]:
        assert not other.page(citizen.case).has_form("/handover")
    intake = office.intake
    pdf = intake.browser.get(f"/office/cases/{citizen.case}/certificate.pdf").answer
    assert pdf.content.startswith(b"%PDF-")
    form = intake.page(citizen.case).form(action="/handover")
    unseen = form.submit()
    assert unseen.status == 400 and intake.state(citizen.case) == "issued"
    done = intake.page(citizen.case).form(action="/handover").submit({"seen": "yes"})
    assert done.status == 200 and intake.state(citizen.case) == "handedOver"
    page = citizen.page()
    assert "handedOver" in page.dom.xpath("//@data-state") and not page.has_form("/delivery")
    assert citizen.paper("certificate") == pdf.content
    demo.check()


def test_who_changes_back_receives_on_the_screen(new_demo):
    demo = new_demo()
    office = Office(demo).sign_in()
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    citizen.pay_until_paid()
    choose(citizen, "counter")
    issued(demo, office, citizen)
    stale = office.intake.page(citizen.case).form(action="/handover")
    choose(citizen, "electronic")
    # The officer's page is from before: nothing is handed over twice.
    late = stale.submit({"seen": "yes"})
    assert late.status == 409 and office.intake.state(citizen.case) == "issued"
    assert not office.intake.page(citizen.case).has_form("/handover")
    citizen.receive()
    assert citizen.paper("certificate").startswith(b"%PDF-")
    demo.check()


def test_the_form_in_a_browser(new_demo, chromium, artefacts):
    """At a desk; test_citizen_screens.py does it on a telephone."""
    demo = new_demo()
    citizen = Person(chromium, demo, artefacts, "delivery")
    case = apply_and_pay(citizen)
    page = citizen.go(f"/cases/{case}").page
    # By keyboard: open, to the choice that is checked, on to the next, send.
    page.locator("#delivery summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    citizen.shot("choosing")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**#facts")
    assert "nhận trực tiếp" in page.locator("[data-delivery]").inner_text().lower()
    citizen.shot("chosen")
    assert citizen.complaints == []


def token(page):
    return page.dom.xpath("//input[@name='csrf']/@value")[0]
