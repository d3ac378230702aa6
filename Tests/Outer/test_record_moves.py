"""Two records of one person: found at night, merged by two officers, taken apart again, by HTTP."""

import json
import sqlite3

import pytest

from journey import Citizen, Office, Officer, unblemished
from program import run, wait_until

PERSON = {
    "name": "Đinh Bá Khiêm", "born": "1979-08-14", "sex": "male", "nationality": "VN",
    "father": "Đinh Bá Lễ", "mother": "Hoàng Thị Quế", "birthPlace": "Cà Mau",
}


def judgment(number, day, **person):
    return {
        "kind": "firstInstanceJudgment", "issuer": "Tòa án nhân dân quận Mẫu", "number": number,
        "issuedOn": day, "effectiveOn": day, "receivedOn": day, "person": {**PERSON, **person},
        "judgment": {"number": number, "on": day, "court": "Tòa án nhân dân quận Mẫu"},
        "offences": [{"words": "Đánh bạc", "code": "BLHS2015", "article": 321, "clause": 1}],
        "principal": {"kind": "fine", "words": "Phạt tiền 10.000.000 đồng"},
    }


def counted(demo, sql):
    with sqlite3.connect(demo.data / "lylich.sqlite") as database:
        return database.execute(sql).fetchone()[0]


def officers(demo):
    """Two assessors: who proposes cannot agree."""
    accounts = {a["username"]: a for a in demo.accounts()["officers"]}
    return [Officer(demo, accounts[name]) for name in ("thuly", "kiemnhiem")]


def act(page, wanted, typed=None, **values):
    """Submits the form of `/office/records/moves` that does `wanted`, with these hidden values."""
    for form in page.forms():
        there = form.values()
        if there.get("act") == wanted and all(there.get(k) == v for k, v in values.items()):
            return form.submit(typed)
    raise AssertionError(f"no form for {wanted} at {page.url}: {page.text[:1500]}")


def opened(officer, record, **typed):
    page = officer.browser.get(f"/office/records/{record}")
    return page.form(action=f"/records/{record}").submit({"reason": "đối chiếu", **typed})


def find(officer, **typed):
    page = officer.browser.get("/office/records").form(field="birthYear").submit(typed)
    assert page.status == 200, page.text[:800]
    return [href.rsplit("/", 1)[1] for text, href in page.links()
            if href and href.startswith("/office/records/") and text.isdigit()]


@pytest.fixture
def demo(new_demo, tmp_path):
    """A demo in whose register one person stands twice, on the morning after."""
    demo = new_demo()
    file = tmp_path / "two.jsonl"
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in (
        judgment("11/2012/HSST", "2012-03-05", numbers=["381234567"], name="DINH BA KHIEM"),
        judgment("27/2021/HS-ST", "2021-07-19", numbers=["096079004321"]),
    )))
    demo.kill()
    run("records", "import", file, *demo.where)
    with sqlite3.connect(demo.data / "lylich.sqlite") as database:
        database.execute("UPDATE record_pair_runs SET finished_on = '2020-01-01'")
    demo.start()
    return demo


def test_two_officers_merge_what_the_night_found_and_it_can_be_undone(demo):
    first, second = [one.sign_in() and one for one in officers(demo)]
    wait_until(lambda: counted(demo, "SELECT COUNT(*) FROM record_pairs") == 1, 60, every=0.3)
    page = first.browser.get("/office/records/pairs")
    assert "381234567" in page and "096079004321" in page
    low, high = counted(demo, "SELECT low || ' ' || high FROM record_pairs").split()
    # Without a reason nothing is proposed.
    assert act(page, "merge", {"reason": ""}, source=high).status == 422
    page = act(page, "merge", {"reason": "cùng cha mẹ, cùng ngày sinh"}, source=high)
    assert page.status == 200 and "Chờ cán bộ thứ hai" in page
    # Who proposed cannot agree (by a request of one's own neither: `test_four_eyes.py`).
    assert not [f for f in page.forms() if f.values().get("act") == "confirm"]
    page = second.browser.get("/office/records/pairs")
    assert "cùng cha mẹ, cùng ngày sinh" in page
    assert act(page, "confirm").status == 200
    assert find(first, number="096079004321") == [low]
    merged = opened(first, low)
    assert "11/2012/HSST" in merged and "27/2021/HS-ST" in merged
    # The emptied record says where its documents are; on the day before it was another.
    assert f"/office/records/{low}" in [href for _, href in opened(first, high).links()]
    # Taken apart again.
    page = act(merged, "split", {"reason": "hai người khác nhau"}, target=high)
    assert page.status == 200, page.text[:800]
    assert act(second.browser.get("/office/records/pairs"), "confirm").status == 200
    assert find(first, number="096079004321") == [high]
    said = demo.check().stdout
    for sentence in ("every document is in exactly one living record",
                     "every move of documents is as two officers' events tell it"):
        assert f"ok   {sentence}" in said, said


def test_whom_officers_found_stays_found_when_the_record_is_merged(demo):
    """The search does not list the record: who does not decide anew must not be called clear."""
    first, second = [one.sign_in() and one for one in officers(demo)]
    office = Office(demo).sign_in()
    wait_until(lambda: counted(demo, "SELECT COUNT(*) FROM record_pairs") == 1, 60, every=0.3)
    low, high = counted(demo, "SELECT low || ' ' || high FROM record_pairs").split()
    citizen = Citizen(demo, unblemished(demo)[0])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    citizen.pay_until_paid()
    office.intake.accept(citizen.case)
    page = office.assessor.person(citizen.case)
    assert candidates(page) == []
    page = page.form(action="/person/look").submit({"number": "096079004321"})
    adding = [f for f in page.forms() if f.path.endswith("/person/candidates")]
    assert candidates(adding[0].submit()) == [(high, "open")]
    office.identify(citizen.case, "same")
    assert candidates(office.assessor.person(citizen.case)) == [(high, "decided")]
    page = act(first.browser.get("/office/records/pairs"), "merge", {"reason": "một người"},
               source=high)
    assert act(second.browser.get("/office/records/pairs"), "confirm").status == 200
    page = office.assessor.person(citizen.case).form(action="/person/search").submit()
    assert candidates(page) == [(low, "open")], page.text[:1500]
    # One who says otherwise undoes nothing of what two said.
    office.assessor.identify(citizen.case, "other")
    assert candidates(office.assessor.person(citizen.case)) == [(low, "open")]
    office.assessor.act(
        citizen.case, "assessment", {"grounds": "Theo trả lời."}, button=("action", "file"))
    assert office.assessor.state(citizen.case) == "inAssessment"
    demo.check()


def candidates(page):
    return [(part.get("data-candidate"), part.get("data-standing"))
            for part in page.dom.xpath("//*[@data-candidate]")]


def test_a_pair_that_is_two_persons_is_not_shown_again(demo):
    first, _ = [one.sign_in() and one for one in officers(demo)]
    wait_until(lambda: counted(demo, "SELECT COUNT(*) FROM record_pairs") == 1, 60, every=0.3)
    page = act(first.browser.get("/office/records/pairs"), "distinct", {"reason": "sinh đôi"})
    assert page.status == 200 and "381234567" not in page
    demo.kill()
    with sqlite3.connect(demo.data / "lylich.sqlite") as database:
        database.execute("UPDATE record_pair_runs SET finished_on = '2020-01-01', last_document = 0")
    demo.start()
    wait_until(
        lambda: counted(demo, "SELECT COUNT(*) FROM record_pair_runs"
                              " WHERE finished_on > '2020-01-01'") >= 1, 60, every=0.3)
    assert counted(demo, "SELECT COUNT(*) FROM record_pairs WHERE declined_at IS NULL") == 0


def test_officers_find_people_by_what_they_know(demo):
    first = officers(demo)[0]
    first.sign_in()
    both = set(counted(demo, "SELECT group_concat(record) FROM record_numbers"
                             " WHERE number IN ('381234567', '096079004321')").split(","))
    # The likeliest first: without and with a year, parts swapped, spelt by ear, a digit wrong.
    for known in ({"name": "Đinh Bá Khiêm"}, {"name": "dinh ba khiem", "birthYear": "1979"},
                  {"name": "Khiêm Đinh Bá", "birthYear": "1979"}, {"name": "Đing Bá Khiêm"}):
        assert set(find(first, **known)[:2]) == both, known
    assert len(find(first, number="096079004322")) == 1
    assert len(find(first, number="381 234 567")) == 1
    assert both.isdisjoint(find(first, name="Trịnh Quốc Vượng"))
