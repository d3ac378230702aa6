"""Requests by bodies (forms 05a and 05b), kept: number and moment, the letter of an urgent one,
refusals in writing, the person looked for in the register, and two officers who answer."""

import base64
import json

import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from playwright.sync_api import expect

from journey import Citizen, Office, Officer, officer, people
from screen import Person
from test_forms import words

COURT = {
    "body.kind": "procedural", "body.name": "Cơ quan Cảnh sát điều tra Công an thành phố Mẫu",
    "letter.urgency": "urgent", "letter.number": "", "letter.on": "",
    "subject.name": "Nguyễn Văn Không Ai Biết", "subject.birthDate": "02/03/1961",
    "subject.paper": "092061999888", "request.kind": "number2",
    "request.purpose": "proceedings",
}


def enter(one, **changes):
    form = one.browser.get("/office/body-request").form(field="body.kind")
    values = COURT | changes
    tokens = {"csrf": form.values()["csrf"]}
    return one.browser.send(
        "post", one.browser.base + "/office/body-request/register", values | tokens)


def second_refused(office, artefacts):
    """Refused after its letter followed: the refusal in writing answers that letter."""
    page = enter(office.intake).form(action="/letter").submit(
        {"letterNumber": "44/CSĐT", "letterOn": "01/11/2026"})
    page = page.form(action="/refusal").submit(
        {"ground": "notCompetent", "words": "Người này cư trú ở tỉnh khác."})
    paper = office.intake.browser.get(page.link("refusal.pdf")).answer.content
    assert "44/CSĐT" in words(paper, artefacts, "body-refusal-letter")


def test_a_request_from_its_call_to_its_answer(new_demo, chromium, artefacts):
    demo = new_demo()
    office = Office(demo).sign_in()
    page = enter(office.intake)
    assert page.status == 200 and "/office/bodies/" in page.url, page.text[:800]
    place = page.url.split(demo.url)[1].split("?")[0]
    assert page.has_form("/letter") and "Văn bản chậm nhất" in page.text
    lacking = enter(office.intake, **{"body.name": ""})
    assert lacking.status == 422

    refused = enter(
        office.intake, **{"body.kind": "other", "body.name": "Công ty =1+1 <b>Mẫu</b>"})
    assert "Đã từ chối" in refused.text
    letter = refused.link("refusal.pdf")
    text = words(office.intake.browser.get(letter).answer.content, artefacts, "body-refusal")
    assert "Điều 49" in text and "<b>Mẫu</b>" in text
    # Who took it is in the request's own journal.
    looks = refused.text.count("Xem")
    assert office.intake.browser.get(refused.url).text.count("Xem") == looks + 2
    second_refused(office, artefacts)

    page = office.intake.browser.get(place).form(action="/letter").submit(
        {"letterNumber": "15/CSĐT", "letterOn": "01/11/2026"})
    assert page.status == 200 and "15/CSĐT" in page.text and not page.has_form("/letter")

    eyes = Person(chromium, demo, artefacts, "bodies", width=1280)
    eyes.context.add_cookies([
        {"name": c.name, "value": c.value, "url": demo.url}
        for c in office.assessor.browser.session.cookies])
    eyes.go("/office/bodies").shot("register")
    eyes.go(place).shot("request")
    eyes.page.set_viewport_size({"width": 360, "height": 800})
    eyes.shot("request-narrow")
    page = office.assessor.browser.get(place)
    form = page.form(action="/finding")
    verdicts = {name: "other" for name in form.names if name.startswith("verdict-")}
    page = form.submit(verdicts | {"reason": "Không có lý lịch nào trùng số và cha mẹ."})
    assert page.status == 200 and "Chờ lãnh đạo" in page.text, page.text[:800]
    assert not office.assessor.browser.get(place).has_form("/decision")
    assert not office.intake.browser.get(place).has_form("/decision")

    page = office.leader.browser.get(place)
    forms = [f for f in page.forms() if f.values().get("verdict") == "sendBack"]
    assert forms[0].submit({"reason": "Ghi rõ hơn."}).status == 200
    page = office.assessor.browser.get(place)
    assert "Ghi rõ hơn." in page.text
    page = page.form(action="/finding").submit(verdicts | {"reason": "Đã đối chiếu lại."})
    forms = [
        f for f in office.leader.browser.get(place).forms()
        if f.values().get("verdict") == "answer"]
    assert forms[0].submit({"reference": "07/STP-LLTP"}).status == 200
    page = office.leader.browser.get(place)
    assert "Đã trả lời" in page.text and "07/STP-LLTP" in page.text
    assert page.dom.xpath("//@data-body-state")[0] == "answered"

    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    assert citizen.browser.get(place).status in (403, 404) or "/sign-in" in (
        citizen.browser.get(place).url)
    accountant = officer(demo, "accountant")
    accountant.sign_in()
    assert accountant.browser.get(place).status == 403
    assert "Không Ai Biết" not in demo.log.read_text()
    demo.check()


#: Forbidden by a court to hold office in an enterprise, and asked about for that.
BANNED = {
    "body.kind": "state", "body.name": "Sở Tài chính Mẫu", "letter.urgency": "ordinary",
    "letter.number": "21/STC", "letter.on": "01/11/2026", "subject.name": "Thạch Văn Phá Sản",
    "subject.birthDate": "09/08/1971", "subject.paper": "092071004455",
    "request.kind": "number1", "request.banConfirmation": "requested",
    "request.purpose": "enterpriseManagement",
}
DECISION = {
    "issuer": "Tòa án nhân dân thành phố Mẫu", "number": "07/2025/QĐ-TBPS",
    "issuedOn": "18/04/2025", "effectiveOn": "18/04/2025", "receivedOn": "12/05/2025",
    "person.name": BANNED["subject.name"], "person.born": BANNED["subject.birthDate"],
    "person.sex": "male", "person.numbers": BANNED["subject.paper"],
    "ban.court": "Tòa án nhân dân thành phố Mẫu", "ban.office": "Giám đốc doanh nghiệp",
    "ban.term": "03 năm", "ban.until": "18/04/2099",
}


def test_an_agency_of_the_new_law_answers_with_data_that_its_seal_signs(
        demo, chromium, artefacts):
    """From 2026-07-01: the demo's second agency, whose body reads the answer by itself."""
    named = {account["username"]: account for account in demo.accounts()["officers"]}
    desk = Officer(demo, named["noikhac"])
    desk.sign_in()
    page = desk.browser.get("/office/records/documents?kind=bankruptcyDecision")
    page = page.form(action="/records/documents").submit(DECISION, button=("action", "file"))
    assert page.status == 200 and not page.has_form("/records/documents"), page.text[:1500]
    lacking = enter(desk, **BANNED | {"request.banConfirmation": ""})
    assert lacking.status == 422, "what the body asks of bans is not guessed"
    page = enter(desk, **BANNED)
    place = page.url.split(demo.url)[1].split("?")[0]
    form = desk.browser.get(place).form(action="/finding")
    verdicts = {name: "same" for name in form.names if name.startswith("verdict-")}
    assert verdicts, "the register of this agency knows them"
    assert form.submit(verdicts | {"reason": "Cùng số định danh."}).status == 200

    eyes = Person(chromium, demo, artefacts, "body-data", width=360)
    eyes.sign_in(named["noiduyet"])
    eyes.go(place).shot("to-answer")
    expect(eyes.page.locator("[name=reference]")).to_have_count(0)
    eyes.page.locator("#decision button").click()
    expect(eyes.page.locator("[data-body-state=answered]")).to_be_visible()
    eyes.shot("answered")
    with eyes.page.expect_download() as download:
        eyes.page.locator("a[href$='answer.json']").click()
    envelope = json.loads(download.value.path().read_text())
    assert eyes.complaints == []
    eyes.context.close()

    # What the body does with it, with nothing of ours but the agency's root.
    chain = [x509.load_der_x509_certificate(base64.b64decode(one))
             for one in envelope["certificates"]]
    root = x509.load_pem_x509_certificate(requests.get(f"{demo.url}/trust/root.pem").content)
    for one, issuer in zip(chain, [*chain[1:], root]):
        one.verify_directly_issued_by(issuer)
    content = base64.b64decode(envelope["content"])
    assert envelope["algorithm"] == "ecdsa-p256-sha256"
    chain[0].public_key().verify(
        base64.b64decode(envelope["signature"]), content, ec.ECDSA(hashes.SHA256()))
    answer = json.loads(content)
    assert answer["agency"] == named["noikhac"]["agency"] and answer["letter"] == "21/STC"
    assert answer["criminalRecord"] == "none" and answer["judgments"] == []
    assert answer["bans"] == "ban" and answer["ban"]["until"] == "2099-04-18"
    assert answer["ban"]["decisionNumber"] == DECISION["number"]
    # Nobody of the first agency is told that there is such a request.
    assert Office(demo).sign_in().leader.browser.get(place).status == 404
