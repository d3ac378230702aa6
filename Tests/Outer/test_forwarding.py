"""An application at an agency that is not competent is taken, and handed on with its file."""

import sqlite3

from journey import Citizen, Officer, officer, people
from program import wait_until


def elsewhere(page):
    return page.dom.xpath("//@data-elsewhere")


def number(page):
    return page.dom.xpath("string(//*[@data-number]/@data-number)")


def of_the_other_agency(demo):
    listed = demo.accounts()["officers"]
    return Officer(demo, next(a for a in listed if a["agency"] != listed[0]["agency"]))


def booked_by(demo):
    """Whose books hold what the refund moved."""
    with sqlite3.connect(f"file:{demo.data}/lylich.sqlite?mode=ro", uri=True) as base:
        return set(base.execute(
            "SELECT agency, account FROM ledger_entries WHERE batch ="
            " (SELECT max(batch) FROM ledger_entries)"))


def resident_of(demo, province):
    """Someone of the cast whom the register knows to live there."""
    for person in people(demo):
        citizen = Citizen(demo, person)
        citizen.sign_in()
        typed = citizen.begin().form(field="request.kind").values()
        if (typed.get("person.permanentResidence") or "").endswith(province):
            return citizen
    raise AssertionError(f"nobody of the cast lives in {province}")


def test_a_case_is_forwarded_with_its_file_to_the_competent_agency(
    new_demo, engine, mail_server
):
    demo = new_demo(engine, env=mail_server.environment)
    mine, theirs = officer(demo, "intake"), of_the_other_agency(demo)
    mine.sign_in(), theirs.sign_in()
    citizen = resident_of(demo, "thành phố Hà Nội")
    citizen.declare(**{"person.email": "nguoi-nhan@lylich.example"})
    review = citizen.browser.get(f"/drafts/{citizen.draft}/review")
    assert elsewhere(review) == ["ca-hanoi"], review.text[:1500]
    assert "Điều 44" in review.text
    citizen.lodge()
    assert elsewhere(citizen.page()) == ["ca-hanoi"]
    citizen.pay_until_paid()
    before = number(citizen.page())

    assert theirs.browser.get(f"/office/cases/{citizen.case}").status == 404
    shown = mine.page(citizen.case)
    assert elsewhere(shown) == ["ca-hanoi"] and "Điều 44" in shown.text
    gone = shown.form(action="forwarding").submit()
    assert gone.status == 200 and gone.url.endswith("/office"), gone.url

    assert mine.browser.get(f"/office/cases/{citizen.case}").status == 404
    assert before not in mine.browser.get("/office").text
    assert before in theirs.browser.get("/office").text
    told = wait_until(lambda: [
        (to, mail) for to, mail in mail_server.messages if "chuyển cơ quan khác" in mail["Subject"]])
    assert len(told) == 1 and told[0][0] == ["nguoi-nhan@lylich.example"]
    assert before in told[0][1]["Subject"] and "Hà Nội" not in told[0][1].get_body().get_content()
    names = [mail["Message-ID"] for _, mail in mail_server.messages]
    assert len(names) == len(set(names))
    page = citizen.page()
    assert number(page) == before and elsewhere(page) == []
    assert "Hồ sơ đã được chuyển" in page.text and "Công an thành phố Hà Nội" in page.text
    assert not theirs.page(citizen.case).has_form("forwarding")
    theirs.accept(citizen.case)
    assert theirs.state(citizen.case) == "inAssessment"
    assert citizen.paper("receipt").startswith(b"%PDF-")
    assert citizen.paper("slip").startswith(b"%PDF-")
    demo.check()


def test_the_fee_of_a_forwarded_case_is_owed_back_by_who_took_it(new_demo, engine):
    demo = new_demo(engine)
    mine = officer(demo, "intake")
    mine.sign_in()
    citizen = resident_of(demo, "thành phố Hà Nội")
    citizen.declare()
    citizen.lodge()
    citizen.pay_until_paid()
    mine.page(citizen.case).form(action="forwarding").submit()
    citizen.page().form(action="withdrawal").submit({"sure": "yes"})
    wait_until(lambda: citizen.page().dom.xpath("//@data-state")[0] == "withdrawn")
    demo.check()
    if engine == "sqlite":
        assert booked_by(demo) == {("stp-cantho", "fee-income"), ("stp-cantho", "refund-payable")}


def test_a_resident_here_is_told_of_no_other_agency(demo):
    mine = officer(demo, "intake")
    mine.sign_in()
    citizen = resident_of(demo, "thành phố Cần Thơ")
    citizen.declare()
    assert elsewhere(citizen.browser.get(f"/drafts/{citizen.draft}/review")) == []
    citizen.lodge()
    citizen.pay_until_paid()
    shown = mine.page(citizen.case)
    assert elsewhere(shown) == [] and not shown.has_form("forwarding")
