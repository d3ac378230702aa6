"""What a register filled in and the person says is wrong; whether who applies may; and whether it
is needed at all."""

import re

from attachments import attach, png
from browser import Browser
from journey import Citizen, Office, people, wait_for_certificate
from test_applicants import ADULT, CHILD, PROOF, begun, words_in

FIELD = "person.permanentResidence"
RIGHT = "Số 88 đường Mẫu Mới, phường Cái Răng, thành phố Cần Thơ"


def state(citizen):
    return citizen.page().dom.xpath("string(//@data-state)")


def test_a_wrong_field_is_disputed_with_a_paper_and_an_officer_decides(new_demo, engine, tmp_path):
    demo = new_demo(engine)
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    page = citizen.begin()
    form = page.form(field=FIELD)
    # What the register filled in is shown and not typed over.
    assert not page.dom.xpath(f"//input[@type='text' and @name='{FIELD}']")
    assert page.dom.xpath(f"//input[@type='hidden' and @name='{FIELD}']")
    known = form.values()[FIELD]
    opened = form.submit(button=("action", f"dispute-{FIELD}"))
    assert opened.dom.xpath(f"//input[not(@type='hidden') and @name='{FIELD}']")
    saved = opened.form(field=FIELD).submit({FIELD: RIGHT}, button=("action", "save"))
    assert known in saved.text and "Cơ sở dữ liệu đang ghi" in saved

    # Back to the register, and away from it again.
    back = saved.form(field=FIELD).submit(button=("action", f"restore-{FIELD}"))
    assert back.form(field=FIELD).values()[FIELD] == known
    citizen.prove = lambda form, typed: None  # no paper yet
    lacking = citizen.declare(**{FIELD: RIGHT})
    assert not lacking.has_form("lodging") and "Chứng minh dữ liệu sai" in lacking
    attach(citizen, png(), "so-ho-khau.png", purpose="correction")
    review = citizen.declare(**{FIELD: RIGHT})
    assert review.has_form("lodging") and RIGHT in review and known in review.text
    citizen.lodge()
    citizen.pay_until_paid()

    office = Office(demo).sign_in()
    shown = office.intake.page(citizen.case)
    assert RIGHT in shown and known in shown.text and "so-ho-khau.png" in shown
    undecided = shown.form(action="acceptance").submit()
    assert undecided.status == 422 and state(citizen) == "lodged"
    office.intake.act(citizen.case, "acceptance", {f"verdict-{FIELD}": "register"})
    assert state(citizen) == "inAssessment"
    assert "Theo cơ sở dữ liệu" in citizen.page()
    office.assessor.assess(citizen.case)
    office.leader.approve(citizen.case)
    wait_for_certificate(citizen)
    citizen.receive()
    paper = words_in(citizen.paper("certificate"), tmp_path)
    assert RIGHT not in paper and known.split(",")[0] in paper
    demo.check()


def test_a_tie_is_proved_by_the_register_or_seen_by_an_officer(new_demo):
    demo = new_demo()
    office = Office(demo).sign_in()
    # Somebody else's child: the register confirms nothing, so the officer must look.
    citizen, _ = begun(demo, "parentOfMinor")
    citizen.declare(**CHILD, **PROOF)
    citizen.lodge()
    citizen.pay_until_paid()
    page = office.intake.page(citizen.case)
    assert page.dom.xpath("string(//@data-link)") == "open"
    refused = page.form(action="acceptance").submit()
    assert refused.status == 422 and state(citizen) == "lodged"
    office.intake.accept(citizen.case)
    assert state(citizen) == "inAssessment"
    assert office.intake.page(citizen.case).dom.xpath("string(//@data-link)") == "officer"

    # The mother, whom the register knows.
    mother = Citizen(demo, next(p for p in people(demo) if p["nationalID"] == "092187003025"))
    mother.sign_in()
    page = mother.browser.get("/for-another").form(action="/drafts").submit(
        {"applicant": "parentOfMinor"})
    mother.draft = page.url.rsplit("/", 1)[1]
    attach(mother, png(), purpose="familyLink")
    mother.declare(**CHILD, **PROOF)
    mother.lodge()
    mother.pay_until_paid()
    page = office.intake.page(mother.case)
    assert page.dom.xpath("string(//@data-link)") == "register"
    page.form(action="acceptance").submit()
    assert state(mother) == "inAssessment"
    demo.check()


def test_an_authority_is_always_seen_by_an_officer(demo):
    citizen, _ = begun(demo, "authorised")
    citizen.declare(**ADULT, **PROOF)
    citizen.lodge()
    citizen.pay_until_paid()
    office = Office(demo).sign_in()
    assert office.intake.page(citizen.case).form(action="acceptance").submit().status == 422


def test_whether_it_is_needed_is_said_and_counted_without_anybody(new_demo):
    demo = new_demo(profile="cahanoi-2026")
    stranger = Browser(demo.url)
    page = stranger.get("/").follow("/need")
    found = page.form(action="/need").submit({"purpose": "employment", "kind": "number2"})
    assert found.dom.xpath("string(//@data-need)") == "number2"
    assert "Luật 107/2025/QH15" in found and "Không ai được đòi Phiếu số 2" in found
    found = stranger.get("/need?purpose=employment&kind=number1")
    assert found.dom.xpath("string(//@data-need)") == "noBasis"
    out = [form for form in found.forms() if form.path == "/need" and form.method == "post"]
    done = out[0].submit()
    assert "không cần làm gì" in done, (done.status, done.url, done.text[:600])

    # Whoever goes on finds what was chosen in the form, and the way out once more.
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    page = citizen.browser.get("/need?purpose=employment&kind=number1")
    page = page.form(action="/drafts").submit()
    assert page.form(field="request.kind").values()["request.purpose"] == "employment"
    citizen.draft = re.search(r"/drafts/([^/?#]+)", page.url).group(1)
    review = citizen.declare(**{"request.purpose": "employment"})
    assert review.has_form("lodging"), "it warns and lets go on"
    out = [form for form in review.forms() if form.path == "/need"]
    assert "không cần làm gì" in out[0].submit()

    office = Office(demo).sign_in()
    assert office.leader.browser.get("/office/avoided").dom.xpath(
        "string(//*[@data-avoided])") == "2"
    assert office.intake.browser.get("/office/avoided").status == 403
    demo.check()
