"""The rules of expungement inside a case: a missing fact is asked for and taken over, a conclusion
is overruled and the second officer must see it, and a finding is concluded again later."""

from browser import Browser
from journey import Citizen, Office, Officer, people, wait_for_certificate
from program import run, wait_until
from screen import Person
from test_rules import SecondPortal

def of_the_cast(demo, number):
    return next(person for person in people(demo) if person["nationalID"] == number)


def lodged(demo, office, number, **changes):
    """A case of one person of the cast, accepted, with every body's answer."""
    citizen = Citizen(demo, of_the_cast(demo, number))
    citizen.sign_in()
    citizen.declare(**changes)
    citizen.lodge()
    citizen.pay_until_paid()
    office.intake.accept(citizen.case)
    office.identify(citizen.case)
    wait_until(lambda: "Chờ gửi" not in page(office, citizen)
               and "chờ trả lời" not in page(office, citizen), 60, every=0.3)
    return citizen


def page(office, citizen):
    return office.assessor.page(citizen.case)


def conclusions(shown):
    """What the rules conclude about each judgment, by its id."""
    return {
        part.get("data-judgment"): part.get("data-conclusion")
        for part in shown.dom.xpath("//*[@data-judgment]")
    }


def button(shown, begins):
    """The first button of the assessor's form whose action begins so."""
    form = shown.form(action="assessment")
    found = [value for value in form.buttons if value.startswith(begins)]
    assert found, f"no button {begins} in {sorted(form.buttons)}"
    return form, ("action", sorted(found)[0])


def press(shown, begins, typed=None):
    form, pressed = button(shown, begins)
    return form.submit(typed, button=pressed)


def ask_and_take(office, citizen):
    """Asks for the fact that is missing, waits for the answer, takes it over."""
    shown = press(page(office, citizen), "ask ")
    assert shown.status == 200, shown.text[:800]
    wait_until(
        lambda: page(office, citizen).dom.xpath("//*[@data-question-state='answered']"), 60,
        every=0.3)
    return press(page(office, citizen), "take ")


def replayed(demo, citizen):
    number = citizen.page().dom.xpath("//@data-number")[0]
    return run("replay", number, *demo.where, check=False)


def test_a_missing_fact_is_asked_for_taken_over_and_decides(new_demo, engine, tmp_path):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    citizen = lodged(demo, office, "092085001364", **{"request.kind": "number2"})
    shown = page(office, citizen)
    assert set(conclusions(shown).values()) == {"needsVerification"}
    refused = press(shown, "file", {"grounds": "Theo lý lịch tư pháp."})
    assert refused.status == 422 and office.assessor.state(citizen.case) == "inAssessment"
    shown = press(page(office, citizen), "ask ")
    delayed = citizen.page()
    assert delayed.dom.xpath("//@data-delay") == ["clearanceToVerify"], delayed.text[:600]
    limit = delayed.dom.xpath("string(//*[@data-limit]/dd)")
    assert limit.startswith("15 ngày") and "xóa án tích" in limit, limit
    wait_until(
        lambda: page(office, citizen).dom.xpath("//*[@data-question-state='answered']"), 60,
        every=0.3)
    press(page(office, citizen), "take ")
    assert set(conclusions(page(office, citizen)).values()) == {"expunged"}
    press(page(office, citizen), "file", {"grounds": "Theo lý lịch tư pháp và trả lời xác minh."})
    assert office.assessor.state(citizen.case) == "assessed"
    decided = office.leader.approve(citizen.case)
    assert decided.status == 200
    wait_for_certificate(citizen)
    citizen.receive()
    (tmp_path / "certificate.pdf").write_bytes(citizen.paper("certificate"))
    said = replayed(demo, citizen)
    assert said.returncode == 0, said.stdout + said.stderr
    assert "SAME" in said.stdout and "cleared" in said.stdout
    assert "Today's record would give another answer" not in said.stdout
    demo.check()


def test_an_overruling_is_seen_or_nothing_is_approved(new_demo, engine):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    citizen = lodged(demo, office, "092075003806")
    shown = page(office, citizen)
    found = conclusions(shown)
    assert sorted(found.values()) == ["needsVerification", "neverCounted"]
    fraud = next(key for key, value in found.items() if value == "needsVerification")
    typed = {
        "grounds": "Theo lý lịch tư pháp; biên lai án phí bản giấy.",
        f"taking.{fraud}.taking": "cleared", f"taking.{fraud}.clearedFrom": "01/05/2017",
        f"taking.{fraud}.reason": "",
    }
    refused = press(shown, "file", typed)
    assert refused.status == 422 and "lý do" in refused.text
    press(page(office, citizen), "file", typed | {
        f"taking.{fraud}.reason": "Có biên lai án phí số 12 ngày 03/05/2012."})
    assert office.assessor.state(citizen.case) == "assessed"
    leader = office.leader.page(citizen.case)
    assert "Có biên lai án phí số 12" in leader.text
    form = next(f for f in leader.forms() if f.values().get("verdict") == "approve")
    assert "acknowledge" in form.names
    unseen = form.submit()
    assert unseen.status == 422 and office.leader.state(citizen.case) == "assessed"
    form = next(f for f in unseen.forms() if f.values().get("verdict") == "approve")
    form.submit({"acknowledge": fraud})
    wait_until(lambda: office.leader.state(citizen.case) != "assessed", 20)
    wait_for_certificate(citizen)
    said = replayed(demo, citizen)
    assert said.returncode == 0, said.stdout + said.stderr
    unknown = run("replay", "000.00.00.X00-000000-0000", *demo.where, check=False)
    assert unknown.returncode == 2
    listed = office.assessor.browser.get("/office/clearances?show=lacking")
    assert "Lâm Hoài Phong" in listed.text and "thi hành án dân sự" in listed.text
    demo.check()


def test_a_conclusion_that_changed_since_is_not_approved(new_demo, engine):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    first = lodged(demo, office, "092085001364")
    theft = next(iter(conclusions(page(office, first))))
    overruled = {
        "grounds": "Theo lý lịch tư pháp.", f"taking.{theft}.taking": "notCleared",
        f"taking.{theft}.reason": "Chưa có biên lai án phí.",
    }
    press(page(office, first), "file", overruled)
    assert office.assessor.state(first.case) == "assessed"
    # The receipt comes in on another case of the same person, and into the record.
    second = lodged(demo, office, "092085001364")
    ask_and_take(office, second)
    assert set(conclusions(page(office, second)).values()) == {"expunged"}
    leader = office.leader.page(first.case)
    form = next(f for f in leader.forms() if f.values().get("verdict") == "approve")
    refused = form.submit({"acknowledge": theft})
    assert refused.status == 422 and "chuyển lại" in refused.text.lower()
    assert office.leader.state(first.case) == "assessed"
    form = next(f for f in refused.forms() if f.values().get("verdict") == "sendBack")
    form.submit({"reason": "Có giấy tờ mới."})
    assert set(conclusions(page(office, first)).values()) == {"expunged"}
    press(page(office, first), "file", {
        "grounds": "Theo biên lai án phí.", f"taking.{theft}.taking": "accept"})
    office.leader.approve(first.case)
    wait_for_certificate(first)
    said = replayed(demo, first)
    assert said.returncode == 0, said.stdout + said.stderr
    demo.check()


def elsewhere(portal, one):
    """The same officer at another process of the installation."""
    other = Officer(one.demo, one.account)
    other.browser = Browser(portal.url)
    other.sign_in()
    return other


def test_a_record_that_changed_after_the_approval_brings_the_case_back(new_demo, engine):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    first = lodged(demo, office, "092085001364")
    theft = next(iter(conclusions(page(office, first))))
    press(page(office, first), "file", {
        "grounds": "Theo lý lịch tư pháp.", f"taking.{theft}.taking": "notCleared",
        f"taking.{theft}.reason": "Chưa có biên lai án phí."})
    second = lodged(demo, office, "092085001364")
    press(page(office, second), "ask ")
    wait_until(
        lambda: page(office, second).dom.xpath("//*[@data-question-state='answered']"), 60,
        every=0.3)
    # Between approval and signature: nobody works, the pages are served.
    demo.kill()
    with SecondPortal(demo) as portal:
        leader, assessor = elsewhere(portal, office.leader), elsewhere(portal, office.assessor)
        form = next(
            f for f in leader.page(first.case).forms() if f.values().get("verdict") == "approve")
        form.submit({"acknowledge": theft})
        assert leader.state(first.case) == "approved"
        press(assessor.page(second.case), "take ")
    demo.start()
    wait_until(lambda: office.assessor.state(first.case) == "inAssessment", 60, every=0.3)
    assert "Hồ sơ quay lại thẩm tra" in page(office, first).text
    assert first.page().dom.xpath("//@data-delay") == ["conclusionChanged"]
    assert not first.page().has_form("handover")
    press(page(office, first), "file", {
        "grounds": "Theo biên lai án phí.", f"taking.{theft}.taking": "accept"})
    office.leader.approve(first.case)
    wait_for_certificate(first)
    said = replayed(demo, first)
    assert said.returncode == 0 and "come out the same again" in said.stdout, said.stdout
    demo.check()


def test_a_minister_could_look_at_it(chromium, new_demo, artefacts):
    demo = new_demo("sqlite")
    office = Office(demo).sign_in()
    citizen = lodged(demo, office, "092075003806")
    one = Person(chromium, demo, artefacts, "expungement")
    one.sign_in(office.assessor.account)
    one.go(f"/office/cases/{citizen.case}").shot("assessor-concluded")
    one.page.locator("button[value^='ask ']").first.click()
    one.page.wait_for_load_state()
    one.shot("assessor-asked")
    one.page.locator("button[value='add-judgment']").click()
    one.page.wait_for_load_state()
    one.shot("assessor-typing")
    one.go("/office/clearances?show=lacking").shot("clearances")
    assert one.complaints == []
    one.context.close()
