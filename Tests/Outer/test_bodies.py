"""Requests by bodies (forms 05a and 05b), kept: number and moment, the letter of an urgent one,
refusals in writing, the person looked for in the register, and two officers who answer."""

from journey import Citizen, Office, officer, people
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
