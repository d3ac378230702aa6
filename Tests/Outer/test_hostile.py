"""Hostile text in every field of the declaration, of a correction, and in what people write to each
other: on the pages it is text, in the PDFs it is text, and in mails and logs it is not at all."""

import subprocess

from attachments import attach, png
from journey import Citizen, Office, people, wait_for_certificate
from program import need

#: Markup, a template's marks, a formula, a format, a shell, SQL, a path and a PDF's own signs.
HOSTILE = "=1+2'\"><script>alert(7)</script><img src=x onerror=e()>{{csrf}}[[nav.home]]"
SHORT = "=1+2\"><script>alert(7)</script>) Tj {{csrf}} ${x} %s"
SIGN = "alert(7)"

#: Free text that a declaration takes as it is; every other field has a form of its own.
FREE = [
    "person.birthPlace", "person.ethnicity", "person.permanentResidence",
    "person.temporaryResidence", "person.paper.issuedBy", "father.paper", "mother.paper",
    "residences[0].place", "residences[0].occupation", "residences[0].workplace",
    "convictions[0].judgmentNumber", "convictions[0].court", "convictions[0].offence",
    "convictions[0].penalty", "convictions[0].execution", "ban.declared", "request.purposeNote",
]
BRIEF = {"person.ethnicity", "convictions[0].judgmentNumber"}
TINY = {"father.paper", "mother.paper"}


def hostile(name):
    if name in TINY:
        return "=1+2\"><script>alert(7)"
    return SHORT if name in BRIEF else HOSTILE


def assert_harmless(page):
    """Nothing that was typed became a part of the page."""
    assert page.status < 500
    dom = page.dom
    assert dom.xpath("//script[not(@src)]") == [], page.url
    assert dom.xpath("//*[@onerror] | //img[@src='x']") == [], page.url
    assert "<script>alert" not in page.answer.text, page.url


def text_of(pdf, folder):
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    subprocess.run([need("qpdf"), "--check", str(file)], check=True, capture_output=True)
    assert b"/JavaScript" not in pdf and b"/JS" not in pdf
    words = subprocess.run(
        [need("pdftotext"), "-layout", str(file), "-"], check=True, capture_output=True
    ).stdout.decode()
    return "".join(words.split())


def begun(demo):
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    form = citizen.begin().form(field="request.kind")
    form.submit(button=("action", "add-convictions"))
    return citizen


def test_every_field_gives_hostile_text_back_as_text_and_says_what_is_wrong(demo):
    citizen = begun(demo)
    form = citizen.begin().form(field="request.kind")
    names = sorted(
        field.get("name") for field in form.fields
        if field.tag in ("input", "textarea", "select") and field.get("name")
        and field.get("name") not in ("csrf", "version") and field.get("type") != "checkbox"
    )
    assert len(set(names)) > 40
    page = form.submit({name: HOSTILE for name in names}, button=("action", "review"))
    assert_harmless(page)
    assert not page.has_form("lodging")
    there = citizen.begin()
    assert_harmless(there)
    typed = there.form(field="request.kind").values()
    kept = [name for name in names if typed.get(name) == HOSTILE]
    assert len(kept) > 30, "what was typed is given back"
    wrong = set(page.dom.xpath("//*[@aria-invalid='true']/@name"))
    assert {"person.name", "person.birthDate", "residences[0].from", "person.phone"} <= wrong
    for name in wrong:
        described = page.dom.xpath(f"//*[@name='{name}']/@aria-describedby")[0].split()
        said = "".join(page.dom.get_element_by_id(one).text_content() for one in described)
        assert said.strip() and SIGN not in said, name


def corrected(citizen, office, folder):
    """What is said of a line of the certificate, why, and by a paper of a hostile name."""
    form = citizen.browser.get(f"/cases/{citizen.case}/correction").form(action="correction")
    typed = {"person.birthPlace": f"Nơi đúng {HOSTILE}", "words": HOSTILE}
    unread = form.submit(typed | {"person.birthDate": HOSTILE})
    assert unread.status == 422
    assert_harmless(unread)
    assert unread.form(action="correction").values()["words"] == HOSTILE
    opened = form.submit(typed, files={"file": (f"{SHORT}.png", png(), "image/png")})
    assert_harmless(opened)
    assert opened.status == 200 and HOSTILE in opened.text and SIGN in opened.text
    assert opened.dom.xpath("//li[@data-paper]"), "the paper came with it"
    citizen.case = opened.url.split("/cases/")[1].split("#")[0]
    for officer in [office.intake, office.leader]:
        shown = officer.page(citizen.case)
        assert_harmless(shown)
        assert HOSTILE in shown.text and SHORT[:20] in shown.text
    text_of(citizen.paper("slip"), folder)
    assert_harmless(office.assessor.browser.get(f"/office/cases/{citizen.case}/revocation"))


def test_what_is_lodged_stays_text_in_pages_and_papers_and_reaches_no_mail_and_no_log(
    new_demo, mail_server, tmp_path
):
    demo = new_demo(env=mail_server.environment)
    citizen = begun(demo)
    attach(citizen, png(), f"{SHORT}.png", purpose="correction")
    citizen.declare(**{name: hostile(name) for name in FREE}, **{
        "convictions[0].judgmentOn": "01/02/2015", "request.purpose": "other",
        "person.email": "nguoi-nhan@lylich.example",
    })
    review = citizen.browser.get(f"/drafts/{citizen.draft}/review")
    assert review.has_form("lodging"), review.text[:1500]
    assert_harmless(review)
    assert HOSTILE in review.text
    citizen.lodge()
    citizen.pay_until_paid()
    office = Office(demo).sign_in()
    form = office.intake.page(citizen.case).form(action="supplement")
    form.submit({"lack": "paperMissing", "asked": HOSTILE})
    mine = citizen.page()
    assert_harmless(mine)
    assert HOSTILE in mine.text
    mine.form(action="supplement").submit({"answer": HOSTILE})
    slip = text_of(citizen.paper("slip"), tmp_path)
    assert SIGN in slip and "{{csrf}}" in slip, "the address, as it was typed"
    text_of(citizen.paper("receipt"), tmp_path)

    office.intake.accept(citizen.case)
    assert_harmless(office.intake.page(citizen.case))
    assert HOSTILE in office.intake.page(citizen.case).text
    office.identify(citizen.case, "other")
    office.assessor.assess(citizen.case)
    for browser in [office.assessor.browser, office.leader.browser]:
        assert_harmless(browser.get(f"/office/cases/{citizen.case}"))
        assert_harmless(browser.get(f"/office/cases/{citizen.case}/person"))
        assert_harmless(browser.get("/office"))
    office.leader.approve(citizen.case)
    wait_for_certificate(citizen)
    citizen.receive()
    assert SIGN in text_of(citizen.paper("certificate"), tmp_path)
    assert_harmless(citizen.page())
    corrected(citizen, office, tmp_path)

    mail_server.wait_for(5)
    for _, message in mail_server.messages:
        whole = message["Subject"] + message.get_content()
        assert SIGN not in whole and "{{" not in whole and "[[" not in whole
    log = demo.log.read_text(errors="replace")
    assert SIGN not in log and "onerror" not in log
    demo.check()
