"""The statutory forms 01 to 06: from the case's own data, for whom they are, as PDF that others
can read; and the apology with another day, which is made once."""

import csv
import datetime
import io
import re
import subprocess

from browser import Browser
from journey import Citizen, Office, officer, people
from program import need, wait_until
from screen import Person

HOSTILE = "=1+1 <script>alert(1)</script> ) Tj (/JS"


def words(pdf, folder, name):
    file = folder / f"{name}.pdf"
    file.write_bytes(pdf)
    assert pdf.startswith(b"%PDF-1.4") and b"/JavaScript" not in pdf and b"/OpenAction" not in pdf
    told = subprocess.run(
        [need("pdftotext"), "-layout", str(file), "-"], check=True, capture_output=True, timeout=60)
    pictures = folder / name
    subprocess.run(
        [need("pdftoppm"), "-r", "70", "-png", str(file), str(pictures)], check=True, timeout=60)
    return " ".join(told.stdout.decode().split())


def paid(demo, index, **typed):
    citizen = Citizen(demo, people(demo)[index])
    citizen.sign_in()
    citizen.declare(**typed)
    citizen.lodge()
    citizen.pay_until_paid()
    return citizen


def number_of(citizen):
    return citizen.page().dom.xpath("string(//*[@data-number]/@data-number)")


def due(page):
    text = page.dom.xpath("string(//dt[contains(.,'Ngày hẹn')]/following-sibling::dd[1])")
    day, month, year = map(int, re.search(r"(\d+)/(\d+)/(\d{4})", text).groups())
    return datetime.date(year, month, day)


def test_each_form_says_what_its_case_says(new_demo, chromium, artefacts):
    demo = new_demo()
    office = Office(demo).sign_in()
    long_work = "Nguyễn Thị Công Ty Trách Nhiệm Hữu Hạn " * 4
    asked, refused, late = paid(demo, 0), paid(demo, 1), paid(
        demo, 3, **{"residences[0].workplace": long_work})
    office.intake.act(
        asked.case, "supplement",
        {"lack": "paperMissing", "asked": f"Xin gửi giấy khai sinh. {HOSTILE}"})
    text = words(asked.paper("forms/02"), artefacts, "form-02")
    for part in ["Mẫu số 02", number_of(asked), "Xin gửi giấy khai sinh", "<script>alert(1)",
                 "SỞ TƯ PHÁP"]:
        assert part in text, (part, text)
    assert asked.person["name"].upper() in text.upper()

    office.intake.act(
        refused.case, "refusal", {"ground": "notCompetent", "words": "Nơi cư trú ở tỉnh khác."})
    text = words(refused.paper("forms/03"), artefacts, "form-03")
    assert "Điều 49" in text and "Nơi cư trú ở tỉnh khác." in text and "Mẫu số 03" in text

    office.intake.accept(late.case)
    leader = Person(chromium, demo, artefacts, "apology", width=1280)
    cookies = office.leader.browser.session.cookies
    leader.context.add_cookies(
        [{"name": c.name, "value": c.value, "url": demo.url} for c in cookies])
    leader.go(f"/office/cases/{late.case}").shot("before")
    day = due(office.leader.page(late.case))
    fresh = day + datetime.timedelta(days=7)
    while fresh.weekday() > 4 or (fresh.month, fresh.day) in [(1, 1), (1, 2)]:
        fresh += datetime.timedelta(days=1)
    new_day = fresh.strftime("%d/%m/%Y")
    for wrong in [day.strftime("%d/%m/%Y"), "32/13/2026"]:
        page = office.leader.act(late.case, "apology", {"newDay": wrong, "apology": "Chậm."})
        assert page.status == 422 and "Chậm." in page.text, wrong
    wait_until(
        lambda: office.leader.page(late.case).text.count("Nhận trả lời xác minh") >= 2, 60)
    leader.go(f"/office/cases/{late.case}")  # as it stands now: an answer that comes makes it old
    leader.page.locator("#apology summary").click()
    leader.page.fill("#newDay", new_day)
    leader.page.fill("#apology-reason", "Cơ quan được hỏi chưa trả lời.")
    leader.shot("typed")
    leader.press("apology")
    leader.shot("done")
    leader.page.set_viewport_size({"width": 360, "height": 800})
    leader.shot("done-narrow")
    assert not office.leader.page(late.case).has_form("apology"), "once"
    stale = office.leader.browser.get(f"/office/cases/{late.case}")
    token = stale.dom.xpath("string(//input[@name='csrf']/@value)")
    again = office.leader.browser.send(
        "post", f"{demo.url}/office/cases/{late.case}/apology",
        {"csrf": token, "version": stale.dom.xpath("string(//input[@name='version']/@value)"),
         "newDay": new_day, "apology": "Lần nữa."})
    assert again.status in (409, 422), again.status
    page = late.page()
    assert new_day in page.text and "Cơ quan được hỏi chưa trả lời." in page.text
    text = words(late.paper("forms/04"), artefacts, "form-04")
    assert f"ngày {fresh:%d} tháng" in text and "xin lỗi" in text and number_of(late) in text
    slip = words(late.paper("slip"), artefacts, "form-01")
    assert f"ngày {day:%d} tháng" in slip, "the receipt says what was promised first"

    pdf = office.assessor.browser.get(f"/office/cases/{late.case}/forms/05.pdf").answer
    text = words(pdf.content, artefacts, "form-05")
    for part in ["Tiếp nhận", "Trước hạn", "Bộ phận tiếp nhận", "Lãnh đạo", "Mẫu số 05"]:
        assert part in text, (part, text)
    whose(demo, office, asked, refused, late)
    register(demo, office, artefacts, chromium, [asked, refused, late])
    demo.check()


def whose(demo, office, asked, refused, late):
    """A form that a case has not, a stranger's case, and the office's own sheet: not there."""
    for citizen, form in [(late, "02"), (late, "03"), (asked, "04"), (late, "05"), (late, "06")]:
        got = citizen.browser.get(f"/cases/{citizen.case}/forms/{form}.pdf")
        assert got.status == 404, form
    assert asked.browser.get(f"/cases/{refused.case}/forms/03.pdf").status == 404
    stranger = Browser(demo.url).get(f"/cases/{refused.case}/forms/03.pdf")
    assert "/sign-in" in stranger.url
    assert office.intake.browser.get(f"/office/cases/{late.case}/forms/06.pdf").status == 404


def register(demo, office, artefacts, chromium, citizens):
    page = office.intake.browser.get("/office/register")
    assert page.status == 200
    volume = next(href for text, href in page.links() if "volume.pdf" in (href or ""))
    text = words(office.intake.browser.get(volume).answer.content, artefacts, "form-06")
    table = next(href for text, href in page.links() if "table.csv" in (href or ""))
    rows = list(csv.reader(io.StringIO(
        office.intake.browser.get(table).answer.content.decode("utf-8-sig"))))
    assert [row[0] for row in rows[1:]] == [str(n + 1) for n in range(len(rows) - 1)]
    numbers = [row[1] for row in rows]
    for citizen in citizens:
        number = number_of(citizen)
        assert number in numbers and number[-4:] in text
    # Who took it out, and when, is in the journal: the volume and the table.
    auditor = officer(demo, "auditor")
    auditor.sign_in()
    page = auditor.browser.get("/office/journal?kind=registerTaken")
    assert page.text.count("Xuất sổ theo dõi hồ sơ") == 1 + 2, page.text[:1500]
    screen = Person(chromium, demo, artefacts, "register", width=1280)
    screen.context.add_cookies([
        {"name": c.name, "value": c.value, "url": demo.url}
        for c in office.intake.browser.session.cookies])
    screen.go("/office/register").shot("wide")
    screen.page.set_viewport_size({"width": 360, "height": 800})
    screen.shot("narrow")
    screen.context.close()
