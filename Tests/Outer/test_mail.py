"""Mail at each step, read back from a real SMTP server: the number and the next step, no more."""

from journey import Citizen, Office, composed, people, wait_for_certificate
from mail_server import MailServer
from program import wait_until

FORBIDDEN = ["án tích", "không có án", "có án", "tiền án", "conviction", "criminal record"]


def walk(citizen, office):
    citizen.sign_in()
    citizen.declare(**{"person.email": "nguoi-nhan@lylich.example"})
    citizen.lodge()
    citizen.pay_until_paid()
    office.intake.accept(citizen.case)
    office.assessor.assess(citizen.case)
    office.leader.approve(citizen.case)
    wait_for_certificate(citizen)
    citizen.receive()


def words_of(message):
    body = message.get_body(preferencelist=("plain", "html"))
    return composed(f"{message['Subject']}\n{body.get_content()}")


def test_each_step_is_told_and_nothing_else(new_demo, mail_server):
    demo = new_demo(env=mail_server.environment)
    citizen = Citizen(demo, people(demo)[0])
    walk(citizen, Office(demo).sign_in())
    number = citizen.page().dom.xpath("string(//*[@data-number]/@data-number)")
    messages = mail_server.wait_for(4)
    for recipients, message in messages:
        words = words_of(message)
        assert recipients == ["nguoi-nhan@lylich.example"]
        assert not list(message.iter_attachments())
        assert "%PDF" not in message.as_string()
        assert citizen.person["nationalID"] not in words
        assert citizen.person["name"].upper() not in words.upper()
        for forbidden in FORBIDDEN:
            assert forbidden not in words.lower().replace("lý lịch tư pháp", ""), words
        if number:
            assert number in words


def test_mail_that_is_refused_for_a_while_arrives_once(new_demo, mail_server):
    mail_server.refusals_left = 2
    demo = new_demo(env=mail_server.environment)
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    mail_server.wait_for(1, seconds=60)
    wait_until(lambda: mail_server.refusals_left == 0)
    subjects = [message["Subject"] for _, message in mail_server.messages]
    assert len(subjects) == len(set(subjects))


def test_a_mail_server_that_is_down_stops_no_case(new_demo):
    server = MailServer()  # never started
    demo = new_demo(env=server.environment)
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    citizen.pay_until_paid()
    server.start()
    try:
        server.wait_for(1, seconds=90)
    finally:
        server.stop()


def test_an_address_cannot_smuggle_a_header(new_demo, mail_server):
    demo = new_demo(env=mail_server.environment)
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    form = citizen.begin().form(field="person.email")
    form.submit(
        {"person.email": "a@lylich.example\r\nBcc: b@lylich.example"},
        button=citizen.button(form, "review"),
    )
    page = citizen.browser.get(f"/drafts/{citizen.draft}/review")
    assert not page.has_form("lodg")
    assert mail_server.messages == []
