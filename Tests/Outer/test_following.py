"""What a citizen does with a case after lodging: follow it, correct it, leave it, begin again."""

import re
import sqlite3
import subprocess
import time

from browser import Browser
from journey import Citizen, Office, people
from program import need, wait_until

PERSON = 3
DAY = 86_400_000


def lodged(demo, person=PERSON, **typed):
    citizen = Citizen(demo, people(demo)[person])
    citizen.sign_in()
    citizen.declare(**typed)
    citizen.lodge()
    return citizen


def slip_words(citizen, folder):
    file = folder / "slip.pdf"
    file.write_bytes(citizen.paper("slip"))
    return subprocess.run(
        [need("pdftotext"), "-layout", str(file), "-"], check=True, capture_output=True, timeout=60
    ).stdout.decode()


def number_of(citizen):
    return citizen.page().dom.xpath("string(//*[@data-number]/@data-number)")


def ask_status(demo, number, secret):
    form = Browser(demo.url).get("/status").form(field="secret")
    return form.submit({"number": number, "secret": secret})


def test_the_slip_opens_step_and_days_and_no_more(new_demo, tmp_path):
    demo = new_demo()
    citizen = lodged(demo)
    citizen.pay_until_paid()
    office = Office(demo).sign_in()
    office.intake.accept(citizen.case)
    words = slip_words(citizen, tmp_path)
    secret = re.search(r"([A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4})", words).group(1)
    number = number_of(citizen)
    assert "/status" in words
    for typed in [secret, secret.lower().replace("-", " ")]:
        page = ask_status(demo, number, typed)
        assert page.status == 200 and "Đang xác minh" in page
        assert "ngày làm việc" in page and citizen.person["name"].upper() not in page.text.upper()
        assert citizen.case not in page.answer.text
    # A slip that is printed anew has a secret of its own; the earlier one still opens.
    assert secret not in slip_words(citizen, tmp_path)
    assert ask_status(demo, number, secret).status == 200
    # Another number does not open with it, and the database holds no secret.
    assert ask_status(demo, number[:-1] + "9", secret).status == 404
    stored = sqlite3.connect(demo.data / "lylich.sqlite")
    hashes = [row[0] for row in stored.execute("SELECT hash FROM slip_secrets ORDER BY hash")]
    assert len(hashes) == 2 and all(re.fullmatch("[0-9a-f]{64}", one) for one in hashes)


def test_who_guesses_secrets_must_wait(new_demo):
    demo = new_demo()
    citizen = lodged(demo)
    number = number_of(citizen)
    answers = [ask_status(demo, number, f"aaaa-bbbb-cc{n:02d}").status for n in range(14)]
    assert answers[:8] == [404] * 8
    assert answers[-1] == 429


def test_contact_is_corrected_and_the_declaration_stays(demo):
    citizen = lodged(demo)
    form = citizen.page().form(action="contact")
    wrong = form.submit({"phone": "abc", "email": ""})
    assert wrong.status == 422 and "abc" in wrong.answer.text
    assert wrong.dom.xpath("//*[@id='phone-error']")
    page = citizen.page().form(action="contact").submit(
        {"phone": "0912 345 678", "email": "moi@lylich.example"}
    )
    assert page.status == 200 and "0912345678" in page and "moi@lylich.example" in page
    assert "sửa thông tin liên hệ" in page


def test_a_person_sees_that_the_office_opened_the_file(demo):
    citizen = lodged(demo)
    assert "Chưa có cán bộ nào mở hồ sơ này" in citizen.page()
    citizen.pay_until_paid()
    office = Office(demo).sign_in()
    office.intake.page(citizen.case)
    office.intake.page(citizen.case)
    page = citizen.page()
    assert "Cán bộ của" in page and "2 lần" in page
    assert office.intake.account["name"].upper() not in page.text.upper()


def test_withdrawn_and_begun_again_without_retyping(demo):
    citizen = lodged(demo, **{"residences[0].workplace": "Xưởng Rất Riêng"})
    form = citizen.page().form(action="withdrawal")
    page = form.submit({"sure": "yes"})
    assert "Đã rút" in page and not page.has_form("withdrawal")
    draft = page.form(action="copy").submit()
    assert "/drafts/" in draft.url
    values = draft.form(field="request.kind").values()
    assert values["residences[0].workplace"] == "Xưởng Rất Riêng"
    assert values["person.phone"] == "0900000001"
    assert "oath" not in values, "the oath is sworn anew"


def test_a_stranger_copies_and_corrects_nothing(demo):
    citizen = lodged(demo)
    stranger = Citizen(demo, people(demo)[1])
    stranger.sign_in()
    token = stranger.browser.get("/home").form(action="/drafts").values()["csrf"]
    for act in ["copy", "contact"]:
        values = {"csrf": token, "phone": "0912345678", "email": "a@b.example"}
        page = stranger.browser.send(
            "post", f"{demo.url}/cases/{citizen.case}/{act}", values, follow=False
        )
        assert page.status == 404, act


def test_a_draft_outlives_the_program_the_session_and_the_device(new_demo):
    demo = new_demo()
    citizen = Citizen(demo, people(demo)[PERSON])
    citizen.sign_in()
    form = citizen.begin().form(field="request.kind")
    form.submit({"father.name": "Nguyễn Văn Còn Đây"}, button=citizen.button(form, "save"))
    demo.restart()
    another = Citizen(demo, people(demo)[PERSON])  # another device, a new session
    another.sign_in()
    page = another.browser.get("/home").follow("/drafts/")
    assert page.form(field="request.kind").values()["father.name"] == "Nguyễn Văn Còn Đây"


def test_a_draft_left_alone_is_reminded_of_once_and_then_deleted(new_demo, mail_server):
    demo = new_demo(env=mail_server.environment)
    citizen = Citizen(demo, people(demo)[PERSON])
    citizen.sign_in()
    form = citizen.begin().form(field="request.kind")
    form.submit({"person.email": "cham@lylich.example"}, button=citizen.button(form, "save"))

    def age(days):
        """As if the days had passed while the program was away."""
        demo.kill()
        with sqlite3.connect(demo.data / "lylich.sqlite") as stored:
            stored.execute(
                "UPDATE drafts SET updated_at = updated_at - ?, reminded_at = reminded_at - ?",
                (days * DAY, days * DAY),
            )
            stored.execute("DELETE FROM leases WHERE name = 'drafts'")
        demo.start()

    age(15)
    [(recipients, message)] = mail_server.wait_for(1)
    assert recipients == ["cham@lylich.example"]
    assert citizen.draft in message.get_content() and "án tích" not in message.get_content()
    age(20)
    time.sleep(3)  # nothing may come: there is nothing to poll for
    assert len(mail_server.messages) == 1
    again = Citizen(demo, people(demo)[PERSON])
    again.sign_in()
    assert again.browser.get(f"/drafts/{citizen.draft}").status == 200
    age(40)
    wait_until(lambda: again.browser.get(f"/drafts/{citizen.draft}").status == 404, 30)
    assert len(mail_server.messages) == 1
    demo.check()
