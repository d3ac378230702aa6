"""An officer asks for a supplement once; the clock stops; the person answers, or is silent."""

import datetime
import re
import sqlite3

import pytest

from attachments import attach, png
from conftest import ENGINES
from journey import Citizen, Office, people
from program import wait_until

ASKED = "Giấy khai sinh bị mờ trang hai, xin chụp lại cả hai trang."


def case_of(demo, **typed):
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare(**typed)
    citizen.lodge()
    citizen.pay_until_paid()
    return citizen


def ask(officer, case, lack="paperUnreadable", asked=ASKED):
    """Asked again where a body's answer came in between: the officer sees what changed."""
    def asked_now():
        page = officer.page(case)
        if page.has_form("supplement"):
            page = page.form(action="supplement").submit({"lack": lack, "asked": asked})
        return page if state(page) == "awaitingSupplement" else None

    return wait_until(asked_now, 30, every=0.2)


def state(page):
    return page.dom.xpath("string(//@data-state)")


def standing(page):
    return page.dom.xpath("string(//@data-supplement)")


@pytest.mark.parametrize("engine", ENGINES)
def test_asked_at_intake_answered_with_paper_and_words(new_demo, engine):
    demo = new_demo(engine)
    citizen = case_of(demo)
    office = Office(demo).sign_in()
    # Neither a reason from the list nor words may be missing; what was typed stays.
    bare = office.intake.page(citizen.case).form(action="supplement").submit({"asked": ASKED})
    assert bare.status == 422 and ASKED in bare.answer.text
    page = ask(office.intake, citizen.case)
    assert state(page) == "awaitingSupplement" and standing(page) == "open"
    assert not page.has_form("acceptance") and not page.has_form("refusal")

    page = citizen.page()
    assert "Chờ bổ sung" in page and ASKED in page and "Giấy tờ không đọc được" in page
    assert re.search(r"Hạn trả lời: hết ngày \d\d/\d\d/\d{4}", page.text)
    empty = page.form(action="supplement").submit({"answer": ""})
    assert empty.status == 422 and empty.dom.xpath("//*[@id='answer-error']")
    hidden = citizen.page().form(action="supplement").submit({"answer": "a\u202eb"})
    assert hidden.status == 422 and state(citizen.page()) == "awaitingSupplement"

    place = f"/cases/{citizen.case}"
    attach(citizen, png(), "khai-sinh.png", place=place)
    page = citizen.page().form(action="supplement").submit({"answer": "Tôi gửi lại bản rõ."})
    assert state(page) == "lodged" and standing(page) == "answered"
    assert "Bạn đã bổ sung hồ sơ" in page and not page.has_form("supplement")
    # The officer sees the answer and the paper, and may not ask a second time.
    page = office.intake.page(citizen.case)
    assert "Tôi gửi lại bản rõ." in page and "khai-sinh.png" in page
    assert page.has_form("acceptance") and not page.has_form("supplement")
    office.intake.accept(citizen.case)
    assert not office.assessor.page(citizen.case).has_form("supplement"), "an agency asks once"
    demo.check()


def test_in_assessment_the_clock_stops_and_the_answers_of_bodies_still_come(new_demo, mail_server):
    demo = new_demo(env=mail_server.environment)
    citizen = case_of(demo, **{"person.email": "nguoi-nhan@lylich.example"})
    office = Office(demo).sign_in()
    office.intake.accept(citizen.case)
    promised = due(citizen)
    assert promised
    page = ask(office.assessor, citizen.case)
    assert state(page) == "awaitingSupplement"
    assert due(citizen) is None, "nothing is due while the clock stands"
    assert "tạm dừng cho đến khi bạn trả lời" in citizen.page()
    # It is waited for, and stands in the queue of those that wait, not in the assessor's.
    assert citizen.case not in office.assessor.browser.get("/office").answer.text
    waiting = office.assessor.browser.get("/office?show=awaitingSupplement")
    assert citizen.case in waiting.answer.text
    # The person is reminded once before the last day, by the worker, when that day comes.
    with sqlite3.connect(demo.data / "lylich.sqlite", timeout=30) as stored:
        moved = stored.execute("UPDATE outbox SET due_at = 0 WHERE kind = 'remindSupplement'")
        assert moved.rowcount == 1
    wait_until(lambda: reminders(mail_server), 30, every=0.3)
    # Bodies are still asked, and their answers are filed.
    wait_until(lambda: "Đang chờ trả lời" not in office.assessor.page(citizen.case), 60)
    answered = citizen.page().form(action="supplement").submit({"answer": "Đã rõ."})
    assert state(answered) == "inAssessment"
    assert due(citizen) == promised, "asked and answered on one day takes no day"
    office.assessor.assess(citizen.case)
    demo.check()
    told = [m for _, m in mail_server.messages if "bổ sung" in m["Subject"]]
    assert len(told) >= 3 and len(reminders(mail_server)) == 1
    assert re.search(r"chậm nhất ngày \d\d/\d\d/\d{4}", reminders(mail_server)[0].get_content())
    for message in told:
        assert ASKED not in message.get_content() and "Đã rõ" not in message.get_content()


def reminders(mail_server):
    return [m for _, m in mail_server.messages if "Sắp hết thời hạn bổ sung" in m["Subject"]]


def test_silence_gives_the_file_back_and_refuses_nobody(new_demo):
    demo = new_demo()
    citizen = case_of(demo)
    office = Office(demo).sign_in()
    office.intake.accept(citizen.case)
    promised = due(citizen)
    ask(office.assessor, citizen.case)
    days = 40
    demo.kill()
    move_back(demo.data / "lylich.sqlite", citizen.case, days)
    demo.start()
    wait_until(lambda: state(citizen.page()) == "inAssessment", 60, every=0.2)
    page = citizen.page()
    assert standing(page) == "lapsed" and "Hết hạn bổ sung" in page
    assert f"không tính vào thời hạn: {days} ngày" in page
    # The limit runs on: what was left of it then is left of it now, up to days off.
    assert abs((due(citizen) - promised).days) <= 5
    assert office.assessor.page(citizen.case).has_form("refusal")


def due(citizen):
    text = citizen.page().dom.xpath("string((//dl[@class='summary'])[1]/div[2]/dd)")
    found = re.search(r"(\d\d)/(\d\d)/(\d{4})", text)
    return datetime.date(*map(int, reversed(found.groups()))) if found else None


def move_back(file, case, days):
    """As if all that happened to the case had happened so many days ago. The journal is guarded
    against this, so its guards are taken off and put back."""
    with sqlite3.connect(file) as stored:
        guards = stored.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'events'"
        ).fetchall()
        for name, _ in guards:
            stored.execute(f"DROP TRIGGER {name}")
        rows = stored.execute(
            "SELECT id, body FROM events WHERE case_id = ? ORDER BY id", (case,)
        ).fetchall()
        for event, body in rows:
            stored.execute("UPDATE events SET body = ? WHERE id = ?", (earlier(body, days), event))
        for _, sql in guards:
            stored.execute(sql)
        stored.execute("UPDATE outbox SET due_at = 0 WHERE kind = 'lapseSupplement'")


def earlier(body, days):
    def moment(found):
        return b'"at":%d' % (int(found.group(1)) - days * 86_400_000)

    def day(found):
        then = datetime.date.fromisoformat(found.group(2).decode()) - datetime.timedelta(days)
        return found.group(1) + then.isoformat().encode()

    body = re.sub(rb'"at":(\d+)', moment, bytes(body))
    return re.sub(rb'("(?:answerBy|dueOn)":")(\d{4}-\d\d-\d\d)', day, body)
