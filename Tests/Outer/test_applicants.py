"""Who may ask, and where: for a child, with an authority, from abroad, and at an agency outside."""

import subprocess

from attachments import attach, png
from journey import STREET, Citizen, Office, officer, people, wait_for_certificate
from program import need, wait_until

PROOF = {
    "proof.number": "12/2012", "proof.issuedOn": "25/06/2012",
    "proof.issuedBy": "Ủy ban nhân dân phường Mẫu",
}
CHILD = {
    "person.name": "Bùi Gia Hân", "person.sex": "female", "person.birthDate": "20/06/2012",
    "person.paper.kind": "nationalID", "person.paper.number": "092312004469",
    "person.paper.issuedOn": "20/07/2026", "applicant.relation": "mẹ",
    "applicant.address": STREET, "residences[0].from": "06/2026",
    "residences[0].occupation": "Học sinh",
}
ADULT = {
    "person.name": "Lý Minh Anh", "person.sex": "male", "person.birthDate": "10/10/2005",
    "person.paper.kind": "nationalID", "person.paper.number": "092305007120",
    "applicant.relation": "người được ủy quyền", "applicant.address": STREET,
    "residences[0].from": "10/2019",
}


def mai(demo):
    return next(person for person in people(demo) if person["nationalID"] == "092190004217")


def begun(demo, role):
    """Somebody who has signed in and chose for whom to apply."""
    citizen = Citizen(demo, mai(demo))
    citizen.sign_in()
    page = citizen.browser.get("/home").follow("for-another")
    assert page.status == 200 and "Điều 46 khoản 2" in page
    page = page.form(action="/drafts").submit({"applicant": role})
    citizen.draft = page.url.rsplit("/", 1)[1]
    purpose = "authorisation" if role == "authorised" else "familyLink"
    assert attach(citizen, png(), purpose=purpose).status == 200
    return citizen, page


def words_in(pdf, tmp_path):
    """The text of a paper on one line, as another program reads it."""
    (tmp_path / "paper.pdf").write_bytes(pdf)
    read = subprocess.run(
        [need("pdftotext"), "-layout", str(tmp_path / "paper.pdf"), "-"],
        capture_output=True, text=True, check=True, timeout=60)
    return " ".join(read.stdout.split())


def state(citizen):
    return citizen.page().dom.xpath("//@data-state")[0]


def test_a_mother_receives_number_2_about_her_child(new_demo, engine, tmp_path):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    citizen, page = begun(demo, "parentOfMinor")
    there = page.form(field="request.kind").values()
    assert there["applicant.name"] == "NGUYỄN THỊ MAI"
    assert "Họ và tên người được cấp Phiếu" in page and "Tên tôi là" not in page
    assert there["person.name"] == "" and there["person.permanentResidence"] == ""
    review = citizen.declare(
        **CHILD, **PROOF, **{"request.kind": "number2", "request.purpose": "ownKnowledge"})
    assert "/review" in review.url and "NGUYỄN THỊ MAI" in review and "Bùi Gia Hân" in review
    citizen.lodge()
    citizen.pay_until_paid()
    slip = words_in(citizen.paper("slip"), tmp_path)
    assert "tiếp nhận hồ sơ của: NGUYỄN THỊ MAI" in slip and "cho Bùi Gia Hân" in slip
    assert "Giấy tờ chứng minh quan hệ gia đình" in slip
    assert "NGUYỄN THỊ MAI" in words_in(citizen.paper("receipt"), tmp_path)
    shown = office.intake.page(citizen.case)
    assert "Bùi Gia Hân" in shown.text and "12/2012" in shown.text
    office.intake.accept(citizen.case)
    office.assessor.assess(citizen.case)
    office.leader.approve(citizen.case)
    wait_for_certificate(citizen)
    citizen.receive()
    paper = words_in(citizen.paper("certificate"), tmp_path)
    assert "Bùi Gia Hân".upper() in paper.upper() and "NGUYỄN THỊ MAI" not in paper.upper()
    assert "SỐ 2" in paper
    demo.check()


def test_an_authorised_person_asks_for_number_1_and_shows_the_authority(demo):
    citizen, page = begun(demo, "authorised")
    lacking = citizen.declare(**ADULT)
    assert "/review" in lacking.url and not lacking.has_form("lodging")
    wrong = lacking.dom.xpath("//*[@aria-invalid='true']/@name")
    assert set(wrong) == {"proof.issuedOn", "proof.issuedBy"}, lacking.text[:2000]
    citizen.declare(**ADULT, **PROOF)
    citizen.lodge()
    assert "Lý Minh Anh" in citizen.page()


def test_number_2_cannot_be_delegated_and_the_law_is_named(demo):
    for role in ["authorised", "closeFamily"]:
        citizen, _ = begun(demo, role)
        page = citizen.declare(
            **ADULT, **PROOF, **{"request.kind": "number2", "request.purpose": "ownKnowledge"})
        assert not page.has_form("lodging")
        assert "Điều 46 khoản 2 Luật 28/2009/QH12" in page, page.text[:2000]


def test_who_is_of_age_has_no_parent_apply(demo):
    citizen, _ = begun(demo, "parentOfMinor")
    page = citizen.declare(**ADULT, **PROOF)
    assert not page.has_form("lodging") and "đã đủ 18 tuổi" in page


def elsewhere(page):
    return page.dom.xpath("//@data-elsewhere")


def abroad(demo, **changes):
    citizen = Citizen(demo, mai(demo))
    citizen.sign_in()
    typed = {
        "person.abode": "abroad", "person.addressAbroad": "Berlin, Đức",
        "person.permanentResidence": "", "residences[0].kind": "abroad",
        "residences[0].place": "Berlin, Đức",
    }
    return citizen, citizen.declare(**(typed | changes))


def test_from_abroad_the_last_residence_decides_and_the_longer_limit_holds(new_demo):
    demo = new_demo()
    office = Office(demo).sign_in()
    _, page = abroad(demo, **{"person.lastResidence": "quận Đống Đa, thành phố Hà Nội"})
    assert elsewhere(page) == ["ca-hanoi"] and "trước khi xuất cảnh" in page
    citizen, page = abroad(demo, **{"person.lastResidence": "quận Ninh Kiều, thành phố Cần Thơ"})
    assert elsewhere(page) == []
    citizen.lodge()
    citizen.pay_until_paid()
    office.intake.accept(citizen.case)
    limit = citizen.page().dom.xpath("string(//*[@data-limit]/dd)")
    assert limit.startswith("15 ngày") and "ở nước ngoài" in limit, limit
    demo.check()


def test_without_any_residence_the_national_centre_is_named(demo):
    _, page = abroad(demo, **{"person.lastResidence": ""})
    assert elsewhere(page) == [""] and "trung ương" in page
    _, page = abroad(demo, **{"person.lastResidence": "", "person.nationality": "DE"})
    assert not page.has_form("lodging") and "Điều 7 khoản 1" in page


def test_a_case_for_an_agency_outside_ends_honestly(new_demo, engine, mail_server, tmp_path):
    demo = new_demo(engine, env=mail_server.environment)
    mine = officer(demo, "intake")
    mine.sign_in()
    citizen = Citizen(demo, mai(demo))
    citizen.sign_in()
    citizen.declare(**{
        "person.permanentResidence": "Số 2 đường Mẫu, phường Hải Châu, thành phố Đà Nẵng",
        "person.email": "nguoi-nhan@lylich.example"})
    citizen.lodge()
    citizen.pay_until_paid()
    shown = mine.page(citizen.case)
    assert elsewhere(shown) == [""] and not shown.has_form("forwarding")
    silent = shown.form(action="departure").submit({"reference": "", "way": "paper"})
    assert silent.status == 422 and "số văn bản" in silent
    gone = mine.page(citizen.case).form(action="departure").submit(
        {"reference": "88/CV-STP", "way": "paper"})
    assert gone.status == 200, gone.text[:800]
    assert mine.state(citizen.case) == "sentOutside"
    assert not mine.page(citizen.case).has_form("acceptance")

    page = citizen.page()
    assert state(citizen) == "sentOutside" and not page.has_form("withdrawal")
    assert "Đà Nẵng" in page and "88/CV-STP" in page and "Điều 44" in page
    slip = words_in(citizen.paper("departure"), tmp_path)
    assert "THÔNG BÁO CHUYỂN HỒ SƠ" in slip and "Đà Nẵng" in slip and "88/CV-STP" in slip
    assert "phải hoàn lại 200.000 đ" in slip and "200.000 đ" in page
    told = "chuyển cơ quan có thẩm quyền"
    wait_until(lambda: any(told in message["Subject"] for _, message in mail_server.messages))
    assert "Đà Nẵng" not in mail_server.messages[-1][1].as_string()
    said = demo.check().stdout
    assert "ok   what a file that left owes back is in the books: 1" in said, said


def test_nobody_pays_for_what_another_agency_decides(new_demo):
    demo = new_demo()
    mine = officer(demo, "intake")
    mine.sign_in()
    citizen = Citizen(demo, mai(demo))
    citizen.sign_in()
    citizen.declare(**{
        "person.permanentResidence": "Số 2 đường Mẫu, phường Hải Châu, thành phố Đà Nẵng"})
    citizen.lodge()
    mine.page(citizen.case).form(action="departure").submit(
        {"reference": "89/CV-STP", "way": "message"})
    assert state(citizen) == "sentOutside" and not citizen.page().has_form("payment")
    demo.check()
