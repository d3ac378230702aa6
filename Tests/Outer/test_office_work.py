"""Officers' work on many cases, over HTTP: queues and their filters, search that leaves no trace of
what was typed, sharing out, two officers at once, and many cases approved in one go."""

import concurrent.futures
import re
import sqlite3

import pytest

import papers
from browser import Browser
from journey import Citizen, Office, Officer, unblemished
from program import wait_until


@pytest.fixture(scope="module")
def office(demo):
    office = Office(demo).sign_in()
    listed = demo.accounts()["officers"]
    named = {account["username"]: account for account in listed}
    office.second = Officer(demo, named["xemlai"])
    office.both = Officer(demo, named["kiemnhiem"])
    office.elsewhere = Officer(demo, named["noikhac"])
    for one in (office.second, office.both, office.elsewhere):
        one.sign_in()
    return office


def lodge(demo, person, **typed):
    citizen = Citizen(demo, person)
    citizen.sign_in()
    citizen.declare(**typed)
    citizen.lodge()
    citizen.pay_until_paid()
    return citizen


@pytest.fixture(scope="module")
def cases(demo, office):
    """Three clean cases, accepted and in assessment, each body's answer there."""
    people = unblemished(demo)
    made = [lodge(demo, person) for person in people[:3]]
    for one in made:
        office.intake.accept(one.case)
    for one in made:
        wait_until(lambda one=one: answered(office.assessor.page(one.case)), 60, every=0.3)
    return made


def answered(page):
    return not page.dom.xpath("//*[@id='missing']")


def numbers(page):
    return [one.strip() for one in page.dom.xpath("//table//a[@class='number']/text()")]


def number_of(office, citizen):
    return office.assessor.page(citizen.case).dom.xpath("string(//@data-number)")


def search(officer, typed):
    page = officer.browser.get("/office/search").form(action="search").submit({"sought": typed})
    assert page.status == 200 and page.url.endswith("/office/search")
    return page


def test_search_finds_by_number_identity_and_name_and_keeps_nothing_typed(demo, office, cases):
    person = cases[0].person
    number = number_of(office, cases[0])
    for typed in (number, number.lower(), person["nationalID"], person["name"],
                  plain(person["name"]).upper()):
        assert number in numbers(search(office.assessor, typed)), typed
    assert numbers(search(office.elsewhere, number)) == [], "another agency's is not there"
    assert numbers(search(office.elsewhere, person["name"])) == []
    assert numbers(search(office.assessor, "Không Có Ai")) == []
    with sqlite3.connect(demo.data / "lylich.sqlite") as database:
        bodies = [row[0] for row in database.execute(
            "SELECT CAST(body AS TEXT) FROM events WHERE kind = 'casesSearched'")]
    assert len(bodies) >= 8 and {"number", "identity", "name"} <= set(
        re.search(r'"by":"(\w+)"', body).group(1) for body in bodies)
    log = demo.log.read_text(errors="replace")
    for text in [person["nationalID"], plain(person["name"]).split()[-1]]:
        assert not any(text in body.lower() for body in bodies)
    assert person["nationalID"] not in log and "sought" not in log


def plain(name):
    import unicodedata
    bare = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(c for c in bare if not unicodedata.combining(c)).lower()


def test_filters_stand_in_the_address_and_name_nobody(office, cases):
    page = office.assessor.browser.get("/office?show=inAssessment&whose=nobody&kind=number1")
    there = numbers(page)
    assert {number_of(office, one) for one in cases} <= set(there)
    assert "còn" in page and "ngày" in page, "the working time that is left"
    none = office.assessor.browser.get("/office?show=inAssessment&kind=number2&channel=post")
    assert numbers(none) == []
    for href in page.dom.xpath("//a/@href"):
        assert not any(one.person["nationalID"] in href for one in cases)


def test_a_draft_is_previewed_by_what_is_typed_and_nothing_is_stored(demo, office, cases, tmp_path):
    case = cases[0].case
    before = office.assessor.page(case).form(action="assessment").values()
    shown = office.assessor.page(case).form(action="assessment").submit(
        {"grounds": "Theo trả lời."}, button=("action", "preview"))
    assert shown.status == 200, shown.text[:800]
    headers = shown.answer.headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"].startswith("inline")
    (tmp_path / "draft.pdf").write_bytes(shown.answer.content)
    text = " ".join(papers.text(tmp_path / "draft.pdf").split())
    assert "BẢN THẢO" in text and cases[0].person["name"].upper() in text.upper()
    after = office.assessor.page(case)
    assert after.form(action="assessment").values() == before | {
        "csrf": after.form(action="assessment").values()["csrf"]}
    assert office.assessor.state(case) == "inAssessment"
    # By a direct post: not another agency's, and no other role's.
    for other, status in ((office.elsewhere, 404), (office.intake, 403), (office.leader, 403)):
        token = other.browser.get("/office").dom.xpath("//input[@name='csrf']/@value")[0]
        answer = other.browser.send(
            "post", f"{demo.url}/office/cases/{case}/assessment",
            [("csrf", token), ("version", before["version"]), ("action", "preview")])
        assert answer.status == status, answer.text[:400]


def test_work_is_shared_out_to_who_has_least(office, cases):
    page = office.leader.browser.get("/office").form(action="sharing").submit()
    assert "Đã chia hồ sơ" in page
    holders = [
        office.leader.page(one.case).dom.xpath(
            "string(//dt[.='Người xử lý']/following-sibling::dd)") for one in cases
    ]
    assert len(set(holders)) == 3, f"three assessors, three cases: {holders}"
    # A leader gives them all to one assessor.
    for one in cases:
        form = office.leader.page(one.case).form(action="assignment", field="holder")
        wanted = next(
            value for value, text in options(form) if "Phạm Văn Thụ Lý" in text)
        form.submit({"holder": wanted})
        theirs = office.second.browser.get(f"/office/cases/{one.case}")
        assert not theirs.has_form("assignment"), "who is no leader gives nothing away"
    mine = office.assessor.browser.get("/office?whose=mine")
    assert {number_of(office, one) for one in cases} <= set(numbers(mine))
    others = office.second.browser.get("/office")
    assert not {number_of(office, one) for one in cases} & set(numbers(others))
    for one in cases:
        office.leader.page(one.case).form(action="assignment", field="holder").submit({"holder": ""})


def options(form):
    return [(o.get("value"), o.text_content()) for o in form.element.iter("option")]


def test_two_officers_at_once_on_fifty_rounds(office, cases):
    """Both post by the same page: one act is done, the other is told who, what and when, and what
    was typed is on the page."""
    pool = concurrent.futures.ThreadPoolExecutor(2)
    for round_ in range(50):
        case = cases[round_ % 3].case
        first, second = (officer.page(case) for officer in (office.assessor, office.both))
        version = first.form(action="assessment").values()["version"]
        assert second.form(action="assessment").values()["version"] == version
        typed = [f"Căn cứ của người thứ nhất, lần {round_}", f"Căn cứ của người thứ hai, lần {round_}"]
        posts = [
            pool.submit(
                page.form(action="assessment").submit, {"grounds": text},
                button=("action", "save"), again=False)
            for page, text in zip((first, second), typed)
        ]
        pages = [post.result() for post in posts]
        assert sorted(page.status for page in pages) == [200, 409], round_
        loser = next(i for i, page in enumerate(pages) if page.status == 409)
        told = pages[loser].dom.xpath("//*[@id='changes']")[0].text_content()
        winner = ["Phạm Văn Thụ Lý", "Võ Thị Kiêm Nhiệm"][1 - loser]
        assert winner in told and re.search(r"\d\d:\d\d \d\d/\d\d/\d{4}", told)
        assert typed[loser] in pages[loser].answer.text, "nothing typed is lost"
        kept = office.assessor.page(case).form(action="assessment").values()
        assert kept["grounds"] == typed[1 - loser] and int(kept["version"]) == int(version) + 1
    pool.shutdown()


def test_many_are_approved_in_one_go_each_opened_and_each_by_four_eyes(demo, office, cases):
    for one in cases:
        office.both.act(
            one.case, "assessment", {"grounds": "Theo trả lời."}, button=("action", "file"))
        assert office.leader.state(one.case) == "assessed"
    ids = [one.case for one in cases]
    # Who assessed them approves none of them, by the page or by a post.
    page = office.both.browser.get("/office/decisions")
    assert not page.dom.xpath("//input[@name='case']")
    assert [row for row in ids if row in post(office.both, ids).text] == []
    assert all(office.leader.state(case) == "assessed" for case in ids)
    # Not opened, not approved.
    page = post(office.leader, ids)
    assert len(page.dom.xpath("//@data-left-out")) == 3
    # Two are opened and marked; a mark without a look is refused to another leader.
    for case in ids[:2]:
        page = office.leader.page(case).form(action="/mark").submit()
        assert page.status == 200
    assert len(office.leader.browser.get("/office/decisions").dom.xpath("//input[@name='case']")) == 2
    # One changes meanwhile: sent back, and found again.
    for form in office.leader.page(ids[1]).forms():
        if "decision" in form.path and form.values().get("verdict") == "sendBack":
            form.submit({"reason": "Xem lại căn cứ."})
    office.both.act(
        ids[1], "assessment", {"grounds": "Đã xem lại."}, button=("action", "file"))
    page = post(office.leader, ids)
    assert "Số hồ sơ đã phê duyệt: 1" in page
    assert set(page.dom.xpath("//@data-left-out")) == {
        number_of(office, one) for one in cases[1:]}
    wait_until(lambda: office.leader.state(ids[0]) not in ("assessed", "approved"), 60, every=0.3)
    assert [office.leader.state(case) for case in ids[1:]] == ["assessed", "assessed"]
    demo.check()


def post(officer, ids):
    """A direct post of all of them, whatever the page offers."""
    home = officer.browser.get("/office/decisions")
    token = home.dom.xpath("//input[@name='csrf']/@value")[0]
    return officer.browser.send(
        "post", officer.browser.base + "/office/decisions",
        [("csrf", token)] + [("case", case) for case in ids])


def test_a_stranger_searches_nothing(demo):
    assert Browser(demo.url).get("/office/search").has_form("sign-in")
