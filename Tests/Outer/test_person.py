"""Who the applicant is in the register: two officers blind, a leader where they differ, what is
remembered in a second case, and "this is not me"."""

import json
import re

import papers
from browser import Browser
from journey import Citizen, Office, Officer, people, wait_for_certificate
from program import run, wait_until
from screen import Person
from test_http_journey import trusted
from test_record_moves import act as move

HUNG = "092085001364"
NAMESAKE = "001083007742"


def of_the_cast(demo, number):
    return next(person for person in people(demo) if person["nationalID"] == number)


def lodged(demo, office, number, **changes):
    citizen = Citizen(demo, of_the_cast(demo, number))
    citizen.sign_in()
    citizen.declare(**changes)
    citizen.lodge()
    citizen.pay_until_paid()
    office.intake.accept(citizen.case)
    wait_until(lambda: "Chờ gửi" not in office.assessor.page(citizen.case).text
               and "chờ trả lời" not in office.assessor.page(citizen.case).text, 60, every=0.3)
    return citizen


def spare(demo, username="kiemnhiem"):
    """The officer who holds all three roles, or another one."""
    accounts = demo.accounts()["officers"]
    account = next(a for a in accounts if a["username"] == username)
    one = Officer(demo, account)
    one.sign_in()
    return one


def standing(page):
    return [part.get("data-standing") for part in page.dom.xpath("//*[@data-candidate]")]


def say(one, case, verdict, reason, path="/person/decision"):
    form = next(f for f in one.person(case).forms() if f.path.endswith(path))
    typed = {"verdict": verdict, "reason": reason}
    return form.submit(typed | ({"answer": "Đã xem lại."} if "dispute" in path else {}))


def everything(one, case):
    """The page on who the person is, in bytes, without what differs by case and by moment."""
    text = one.browser.get(f"/office/cases/{case}/person").answer.text
    text = re.sub(r'name="csrf" value="[^"]+"', "", text).replace(case, "CASE")
    return re.sub(r"\d+", "0", text)


def test_two_officers_decide_blind_and_a_leader_where_they_differ(new_demo, engine):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    third = spare(demo)
    citizen = lodged(demo, office, HUNG)
    shown = office.assessor.person(citizen.case)
    assert standing(shown) == ["open"], shown.text[:1500]
    assert shown.dom.xpath("//*[@data-outcome='match']")
    # Nothing is concluded before.
    office.assessor.act(
        citizen.case, "assessment", {"grounds": "Theo trả lời."}, button=("action", "file"))
    assert office.assessor.state(citizen.case) == "inAssessment"
    for nothing in ("", "   "):
        assert say(office.assessor, citizen.case, "same", nothing).status == 422
    secret = "Cùng số định danh, bí mật 4711."
    assert say(office.assessor, citizen.case, "same", secret).status == 200
    # The second sees neither the choice nor the reason, and cannot tell it from the other choice:
    # the pages of a case where the first said the contrary are the same to the byte.
    twin = lodged(demo, office, HUNG)
    say(office.assessor, twin.case, "other", "Khác hẳn, bí mật 4710.")
    seen = everything(third, citizen.case)
    assert "bí mật" not in seen and seen == everything(third, twin.case)
    for path in ("/office/persons", f"/office/cases/{citizen.case}", "/office?show=inAssessment"):
        assert "bí mật" not in third.browser.get(path).text
    assert standing(third.person(citizen.case)) == ["open"]
    # The first may not speak twice, nor rule alone: not by a request of one's own either.
    for path in ("decision", "ruling"):
        form = next(
            f for f in third.person(citizen.case).forms() if f.path.endswith("/person/decision"))
        typed = {k: v for k, v in form.values().items() if k != "csrf"}
        token = office.assessor.person(citizen.case).dom.xpath("//input[@name='csrf']/@value")[0]
        refused = office.assessor.browser.session.post(
            f"{demo.url}/office/cases/{citizen.case}/person/{path}",
            data=typed | {"csrf": token, "verdict": "same", "reason": "lại"},
            headers={"Origin": demo.url})
        assert refused.status_code in (403, 422), refused.status_code
    assert not any(
        f.path.endswith("/person/decision") for f in office.assessor.person(citizen.case).forms())
    assert say(third, citizen.case, "other", "Tên mẹ khác, bí mật 4712.").status == 200
    # Two differ: neither learns of the other; the leader sees both reasons.
    for one in (office.assessor, third):
        text = one.person(citizen.case).text
        assert not ("4711" in text and "4712" in text)
        assert standing(one.person(citizen.case)) == ["leader"]
        assert not any(f.path.endswith("/person/ruling") for f in one.person(citizen.case).forms())
    leader = office.leader.person(citizen.case)
    assert "4711" in leader.text and "4712" in leader.text
    say(office.leader, citizen.case, "same", "Theo chứng minh cũ.", "/person/ruling")
    assert standing(office.assessor.person(citizen.case)) == ["decided"]
    demo.check()


def test_a_decision_is_remembered_in_a_second_case(new_demo, engine):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    first = lodged(demo, office, NAMESAKE)
    found = office.assessor.person(first.case)
    assert standing(found) == ["open"], found.text[:1500]
    office.identify(first.case, "other")
    assert standing(office.assessor.person(first.case)) == ["decided"]
    second = lodged(demo, office, NAMESAKE)
    page = office.assessor.person(second.case)
    assert standing(page) == ["remembered"]
    number = first.page().dom.xpath("//@data-number")[0]
    assert number in page.text and "không hỏi lại" in page.text
    assert not any(f.path.endswith("/person/decision") for f in page.forms())
    demo.check()


def test_a_decision_outlives_the_merging_of_records(new_demo, engine, tmp_path):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    first = lodged(demo, office, NAMESAKE)
    record = office.assessor.person(first.case).dom.xpath("//*[@data-candidate]/@data-candidate")[0]
    office.identify(first.case, "other")
    # Another record of the namesake, on which nobody has decided yet.
    twin = tmp_path / "twin.jsonl"
    twin.write_text(json.dumps({
        "kind": "firstInstanceJudgment", "issuer": "Tòa án nhân dân quận Mẫu",
        "number": "90/2012/HSST", "issuedOn": "2012-03-05", "effectiveOn": "2012-04-05",
        "receivedOn": "2012-04-10",
        "person": {"name": "Nguyễn Văn Nam", "born": "1983", "sex": "male",
                   "numbers": ["011456789"], "father": "Nguyễn Văn Thắng"},
        "judgment": {"number": "90/2012/HSST", "on": "2012-03-05",
                     "court": "Tòa án nhân dân quận Mẫu"},
        "offences": [{"words": "Đánh bạc", "code": "BLHS2015", "article": 321, "clause": 1}],
        "principal": {"kind": "fine", "words": "Phạt tiền 10.000.000 đồng"},
    }, ensure_ascii=False))
    run("records", "import", twin, *demo.where)
    between = lodged(demo, office, NAMESAKE)
    page = office.assessor.person(between.case)
    other = next(n for n in page.dom.xpath("//@data-candidate") if n != record)
    assert sorted(standing(page)) == ["open", "remembered"]
    office.identify(between.case, "other")
    # Two officers say that both records are one person's.
    page = office.assessor.browser.get(
        f"/office/records/pairs?source={record}&target={other}")
    assert move(page, "merge", {"reason": "một người"}, source=record, target=other).status == 200
    assert move(spare(demo).browser.get("/office/records/pairs"), "confirm").status == 200
    # Neither is asked again: what was decided on the emptied record, and on the one that took it in.
    again = lodged(demo, office, NAMESAKE)
    page = office.assessor.person(again.case)
    assert page.dom.xpath("//@data-candidate") == [other]
    assert standing(page) == ["remembered"], page.text[:1500]
    demo.check()


def test_this_is_not_me(new_demo, engine, tmp_path):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    citizen = lodged(demo, office, HUNG, **{"request.kind": "number2"})
    office.identify(citizen.case)
    theft = None

    def concluded():
        nonlocal theft
        page = office.assessor.page(citizen.case)
        theft = page.dom.xpath("//@data-judgment")[0]
        typed = {
            "grounds": "Theo lý lịch tư pháp.", f"taking.{theft}.taking": "notCleared",
            f"taking.{theft}.reason": "Chưa có biên lai án phí.",
        }
        office.assessor.act(citizen.case, "assessment", typed, button=("action", "file"))
        return office.assessor.state(citizen.case) == "assessed"

    wait_until(concluded, 60, every=0.5)
    form = next(
        f for f in office.leader.page(citizen.case).forms()
        if f.values().get("verdict") == "approve")
    form.submit({"acknowledge": theft})
    wait_for_certificate(citizen)
    assert not citizen.page().has_form("dispute")
    citizen.receive()
    said = run("replay", citizen.page().dom.xpath("//@data-number")[0], *demo.where, check=False)
    assert said.returncode == 0 and "Register searched" in said.stdout, said.stdout + said.stderr
    page = citizen.page().form(action="dispute").submit({"words": "Khi đó tôi ở nước ngoài."})
    assert page.dom.xpath("//@data-dispute") == ["open"], page.text[:800]
    waits = office.leader.browser.get("/office/persons")
    assert "Đây không phải tôi" in waits.text
    # Who found, approved and said who it is has no say: by the page, nor by a request of one's own.
    first, second = spare(demo), spare(demo, "xemlai")
    for own in (office.assessor, office.leader):
        page = own.person(citizen.case)
        assert not any(f.path.endswith("/dispute") for f in page.forms())
        assert "do người khác xét" in page.text
        refused = own.browser.session.post(
            f"{demo.url}/office/cases/{citizen.case}/person/dispute",
            data={"csrf": page.dom.xpath("//input[@name='csrf']/@value")[0], "verdict": "same",
                  "reason": "x", "answer": "x"}, headers={"Origin": demo.url})
        assert refused.status_code in (403, 422), refused.status_code
    assert say(first, citizen.case, "other", "Bí mật 4713.", "/person/dispute").status == 200
    for one in (second, office.leader):
        assert "4713" not in one.person(citizen.case).text
    assert citizen.page().dom.xpath("//@data-dispute") == ["open"]
    assert say(second, citizen.case, "other", "Vân tay khác.", "/person/dispute").status == 200
    page = citizen.page()
    assert page.dom.xpath("//@data-dispute") == ["other"] and "Đã xem lại." in page.text
    revoked(demo, office, second, citizen, tmp_path)
    # The next application is not asked about the record again.
    again = lodged(demo, office, HUNG)
    assert standing(office.assessor.person(again.case)) == ["remembered"]
    assert not office.assessor.page(again.case).dom.xpath("//*[@data-judgment]")
    demo.check()
    run("match", "pairs", "--output", str(tmp_path / "pairs"), *demo.where)
    rows = (tmp_path / "pairs" / "truth.csv").read_text().splitlines()
    assert len(rows) == 2 and '"out_' in rows[1]
    run("match", "index", "--register", str(tmp_path / "pairs/register.csv"),
        "--index", str(tmp_path / "index"))
    run("match", "learn", "--index", str(tmp_path / "index"),
        "--queries", str(tmp_path / "pairs/queries.csv"),
        "--truth", str(tmp_path / "pairs/truth.csv"),
        "--output", str(tmp_path / "weights.json"), "--version", "pairs")


def standing_of_certificate(demo, pdf, folder):
    """What the public page behind the QR says, and what the page that examines a file says."""
    paper = folder / "certificate.pdf"
    paper.write_bytes(pdf)
    code = papers.qr_texts(papers.last_page(paper, folder / "page"))[0].split("#")[0]
    public = Browser(demo.url).get(code[code.upper().index("/V/"):])
    assert public.status == 200, public.text[:400]
    form = next(
        f for f in Browser(demo.url).get("/verify").forms() if "multipart" in f.encoding)
    field = next(f.get("name") for f in form.fields if f.get("type") == "file")
    examined = form.submit(files={field: ("paper.pdf", pdf, "application/pdf")})
    return public.text, examined.text


def revoked(demo, office, proposer, citizen, folder):
    """The dispute that was upheld waits for a leader; two people; everyone is told at once."""
    place = f"/office/cases/{citizen.case}/revocation"
    pdf = citizen.paper("certificate")
    assert trusted(demo, pdf, folder)
    public, examined = standing_of_certificate(demo, pdf, folder)
    assert "đã bị thu hồi" not in public and "đã bị thu hồi" not in examined
    # The proceeding is a case of its own, and the list names that.
    number = citizen.page().dom.xpath("string(//*[@data-open]/a)").strip()
    assert number and number in office.leader.browser.get("/office/revocations").text
    assert proposer.browser.get(place).dom.xpath("//@data-revocation") == ["proposed"]
    # Neither who proposed, nor an assessor, nor anybody without a reason; and it is not declined.
    page = office.leader.browser.get(place)
    form = next(f for f in page.forms() if f.path.endswith("/revocation/decision"))
    assert [v for v in form.options("verdict")] == ["revoked"]
    assert form.submit({"verdict": "revoked", "reason": " "}).status == 422
    for one, verdict in (
            (proposer, "revoked"), (spare(demo), "declined"), (office.assessor, "revoked")):
        mine = one.browser.get(place)
        assert not any(f.path.endswith("/decision") for f in mine.forms()) or one.account[
            "username"] == "kiemnhiem"
        token = mine.dom.xpath("//input[@name='csrf']/@value")[0]
        refused = one.browser.session.post(
            f"{demo.url}{place}/decision",
            data={"csrf": token, "verdict": verdict, "reason": "x"}, headers={"Origin": demo.url})
        assert refused.status_code in (403, 422), (verdict, refused.status_code)
    assert "đã bị thu hồi" not in standing_of_certificate(demo, pdf, folder)[0]
    page = form.submit({"verdict": "revoked", "reason": "Hai cán bộ đã kết luận."})
    assert page.dom.xpath("//@data-revocation") == ["revoked"], page.text[:1500]
    public, examined = standing_of_certificate(demo, pdf, folder)
    # What it was it still is: every signature holds, for us and for another program.
    assert "đã bị thu hồi" in public and "đã bị thu hồi" in examined
    assert trusted(demo, pdf, folder)
    page = citizen.page()
    assert page.dom.xpath("//@data-state") == ["revoked"] and "đã bị thu hồi" in page.text
    assert citizen.paper("certificate") == pdf
    assert citizen.browser.get("/home").text.count(number) == 1
    assert number not in office.leader.browser.get("/office/revocations").text


def test_another_spelling_is_found_by_hand(new_demo, engine):
    demo = new_demo(engine)
    office = Office(demo).sign_in()
    citizen = lodged(demo, office, "092190004217")
    page = office.assessor.person(citizen.case)
    assert standing(page) == [] and "Không có ai trong sổ" in page.text
    form = next(f for f in page.forms() if "/person/look" in f.path)
    page = form.submit({"name": "Tran Van Hung", "birth": "1985"})
    auditor = Officer(demo, next(a for a in demo.accounts()["officers"] if a["role"] == "auditor"))
    auditor.sign_in()
    journal = auditor.browser.get("/office/journal?kind=registerSearched").text
    assert "Tìm người trong lý lịch tư pháp" in journal and "Hung" not in journal
    adding = [f for f in page.forms() if f.path.endswith("/person/candidates")]
    assert adding, page.text[:1500]
    page = adding[0].submit()
    assert standing(page) == ["open"]
    office.identify(citizen.case, "other")
    assert standing(office.assessor.person(citizen.case)) == ["decided"]
    office.assessor.assess(citizen.case)
    demo.check()


def test_a_stranger_and_an_intake_officer_see_nothing(new_demo):
    demo = new_demo("sqlite")
    office = Office(demo).sign_in()
    citizen = lodged(demo, office, HUNG)
    assert office.intake.browser.get(f"/office/cases/{citizen.case}/person").status == 403
    assert Browser(demo.url).get(f"/office/cases/{citizen.case}/person").status in (200, 403)
    assert "data-candidate" not in Browser(demo.url).get(
        f"/office/cases/{citizen.case}/person").text


def test_an_officer_could_look_at_it(chromium, new_demo, artefacts):
    demo = new_demo("sqlite")
    office = Office(demo).sign_in()
    citizen = lodged(demo, office, HUNG)
    for number in ("092188005531", "092193006085", NAMESAKE):
        lodged(demo, office, number)
    one = Person(chromium, demo, artefacts, "person")
    one.sign_in(office.assessor.account)
    one.go("/office/persons").shot("waits")
    cases = one.page.locator("tbody a").evaluate_all("links => links.map(l => l.pathname)")
    for place, case in enumerate(cases):
        one.go(case).shot(f"candidate-{place}")
    one.go(f"/office/cases/{citizen.case}").shot("case")
    say(office.assessor, citizen.case, "same", "Cùng số định danh.")
    one.go(f"/office/cases/{citizen.case}/person").shot("mine")
    say(office.leader, citizen.case, "other", "Tên mẹ khác.")
    third = spare(demo).account
    two = Person(chromium, demo, artefacts, "leader")
    two.sign_in(third)
    two.go(f"/office/cases/{citizen.case}/person").shot("ruling")
    assert one.complaints == [] and two.complaints == []
    one.context.close()
    two.context.close()
