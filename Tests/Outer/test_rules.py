"""A rule is changed by two people, in a process of its own, and no open case notices."""

import json
import os
import re
import subprocess

import pytest
import requests

from browser import Browser
from journey import Citizen, Officer, officer, unblemished
from program import lylich, plain_environment, run, wait_until

PROFILE = "cahanoi-2026"


class SecondPortal:
    """`lylich serve` beside a running demo: another process on the same database."""

    def __init__(self, demo):
        self.demo = demo
        self.port = demo.port + 12
        self.url = f"http://127.0.0.1:{self.port}"

    def __enter__(self):
        base = self.demo.port
        at = lambda offset: f"http://127.0.0.1:{base + offset}"  # noqa: E731
        secrets = self.demo.data / "secrets"
        settings = {
            "HTTP_HOST": "127.0.0.1", "HTTP_BASE": self.url, "IDENTITY_ISSUER": at(1),
            "IDENTITY_CLIENT": "lylich-demo", "IDENTITY_SECRET_FILE": secrets / "eid.secret",
            "POPULATION_URL": at(2), "AGENCIES_RECORDS": at(3), "AGENCIES_POLICE": at(4),
            "PAYMENT_PAGE": at(5) + "/paymentv2/vpcpay.html",
            "PAYMENT_API": at(5) + "/merchant_webapi/api/transaction",
            "PAYMENT_TERMINAL": "DEMO0001", "PAYMENT_SECRET_FILE": secrets / "vnpay.secret",
        }
        env = plain_environment() | {f"LYLICH_{k}": str(v) for k, v in settings.items()}
        log = open(self.demo.folder / "second.log", "ab")
        self.process = subprocess.Popen(
            [lylich(), "serve", "--port", str(self.port), "--profile", self.demo.profile,
             *self.demo.where],
            stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=env, cwd=self.demo.folder,
        )
        wait_until(self.is_up, 60)
        return self

    def is_up(self):
        assert self.process.poll() is None, (self.demo.folder / "second.log").read_text()
        try:
            return requests.get(self.url + "/health", timeout=2).status_code == 200
        except requests.RequestException:
            return False

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=30)


def administrator(demo, number, base=None):
    account = next(
        a for a in demo.accounts()["officers"] if a["username"] == f"quantri{number}")
    one = Officer(demo, account)
    if base:
        one.browser = Browser(base)
    one.sign_in()
    return one


def lodged(demo, person):
    citizen = Citizen(demo, person)
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    return citizen


def change_form(admin, amount, since):
    """The form for another standard fee from a day, filled in."""
    table = admin.browser.get("/office/rules/tables/feeGroups")
    rows = [href for _, href in table.links() if "act=replace&row=standard@2025" in (href or "")]
    assert rows, table.links()
    form = admin.browser.get(rows[0]).form(field="f.amount")
    typed = {
        "f.amount": amount, "f.validFrom": since, "f.confidence": "sure",
        "f.source": "TT 99/2026/TT-BTC", "reason": "Mức phí mới",
    }
    return form, typed


def today():
    return wait_until(lambda: subprocess.run(
        ["date", "+%d/%m/%Y"], env=os.environ | {"TZ": "Asia/Ho_Chi_Minh"},
        capture_output=True, text=True, check=True).stdout.strip())


@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_new_fee_is_for_new_cases_only(new_demo, engine):
    demo = new_demo(engine, profile=PROFILE)
    first, second = unblemished(demo)[:2]
    old = lodged(demo, first)
    assert "200.000 đ" in old.page()
    number = re.search(r"\d{3}\.\d{2}\.\d{2}\.H\d\d-\d{6}-\d{4,}", old.page().text).group(0)

    with SecondPortal(demo) as portal:
        proposer = administrator(demo, 1, portal.url)
        form, typed = change_form(proposer, "300000", today())

        # A preview shows the difference and the open case by its number, and nothing of a person.
        preview = form.submit(typed, button=("action", "preview"))
        assert preview.status == 200, preview.text[:1500]
        assert "300000" in preview and number in preview
        assert first["name"] not in preview
        assert "Chưa có thay đổi nào" in proposer.browser.get("/office/rules")

        page = preview.form(field="f.amount").submit(typed, button=("action", "file"))
        assert "/office/rules/proposals/" in page.url, page.text[:1500]
        proposal = page.url.removeprefix(portal.url)
        assert "đề nghị của bạn" in page and not page.has_form("decision")

        approver = administrator(demo, 2, portal.url)
        page = approver.browser.get(proposal)
        assert number in page and "200000" in page and "300000" in page
        page = page.form(action="decision").submit(
            {"reason": "Đã đối chiếu công báo"}, button=("verdict", "approve"))
        assert "Đã duyệt" in page, page.text[:1500]

    # The first process was neither told nor restarted.
    new = lodged(demo, second)
    assert "300.000 đ" in new.page(), new.page().text[:2000]
    assert "200.000 đ" in old.page() and "300.000 đ" not in old.page()
    assert demo.check().returncode == 0


def test_who_proposes_does_not_approve_and_who_declines_says_why(new_demo):
    demo = new_demo(profile=PROFILE)
    proposer = administrator(demo, 1)
    form, typed = change_form(proposer, "250000", "01/01/2027")
    page = form.submit(typed, button=("action", "file"))
    decision = page.url + "/decision"
    token = page.dom.xpath("//input[@name='csrf']/@value")[0]
    own = proposer.browser.send(
        "post", decision, {"csrf": token, "verdict": "approve", "reason": "x"})
    assert own.status == 422 and "không được tự duyệt" in own

    other = administrator(demo, 2)
    page = other.browser.get(page.url.removeprefix(demo.url))
    silent = page.form(action="decision").submit({"reason": ""}, button=("verdict", "decline"))
    assert silent.status == 422
    page = page.form(action="decision").submit(
        {"reason": "Chưa có văn bản"}, button=("verdict", "decline"))
    assert "Không duyệt" in page and "Chưa có văn bản" in page
    again = other.browser.send(
        "post", decision,
        {"csrf": other.browser.get("/office/rules/import").dom.xpath(
            "//input[@name='csrf']/@value")[0], "verdict": "approve", "reason": "x"})
    assert again.status == 422 and "đã được quyết định" in again
    assert demo.check().returncode == 0


def test_what_cannot_be_is_said_and_not_proposed(new_demo):
    demo = new_demo(profile=PROFILE)
    admin = administrator(demo, 1)
    form, typed = change_form(admin, "nhiều", "01/01/2027")
    page = form.submit(typed, button=("action", "preview"))
    assert page.status == 422 and "không đúng dạng" in page
    assert page.form(field="f.amount").values()["f.source"] == "TT 99/2026/TT-BTC"

    end = next(
        href for _, href in admin.browser.get("/office/rules/tables/limits").links()
        if "act=end&row=2026-07-01" in (href or ""))
    page = admin.browser.get(end).form(field="lastDay").submit(
        {"lastDay": "31/12/2026", "reason": "x"}, button=("action", "preview"))
    assert page.status == 422 and "thiếu quy định" in page

    page = admin.browser.get("/office/rules/import").form(field="pasted").submit(
        {"pasted": "swap,2027-05-08,2027-05-03,VB 1\nxuan,2027,,VB 1"},
        button=("action", "preview"))
    assert page.status == 422 and "Dòng 1" in page and "Dòng 2" in page


def test_a_year_of_the_calendar_is_pasted_approved_and_shown(new_demo):
    demo = new_demo(profile=PROFILE)
    sheet = (
        "what,day,worked,source\nyear,2027,,VB 1\ntet,2027-02-05,,VB 1\n"
        "nationalDay,2027-09-02,,VB 1\nswap,2027-04-29,2027-05-08,VB 1\n")
    before = Browser(demo.url).get("/calendar?year=2027")
    assert "mới được tính" in before and "08/05/2027" not in before
    admin = administrator(demo, 1)
    page = admin.browser.get("/office/rules/import").form(field="pasted").submit(
        {"pasted": sheet, "reason": "Lịch năm 2027"}, button=("action", "file"))
    assert "/office/rules/proposals/" in page.url, page.text[:1500]
    other = administrator(demo, 2)
    other.browser.get(page.url.removeprefix(demo.url)).form(action="decision").submit(
        {"reason": "Đúng công văn"}, button=("verdict", "approve"))
    after = Browser(demo.url).get("/calendar?year=2027")
    assert "mới được tính" not in after and "08/05/2027" in after


def test_an_administrator_opens_no_case_and_an_officer_no_rules(new_demo):
    demo = new_demo(profile=PROFILE)
    citizen = lodged(demo, unblemished(demo)[0])
    admin = administrator(demo, 1)
    assert admin.browser.get("/office").url.endswith("/office/rules")
    for path in [f"/office/cases/{citizen.case}", f"/office/cases/{citizen.case}/preview.pdf"]:
        page = admin.browser.get(path)
        assert page.status in (403, 404)
        assert citizen.person["name"] not in page.text
    assessor = officer(demo, "assess")
    assessor.sign_in()
    for path in ["", "/history", "/import", "/tables/feeGroups",
                 "/tables/feeGroups/change?act=add", f"/proposals/{citizen.case}"]:
        assert assessor.browser.get("/office/rules" + path).status in (403, 404)
    stranger = Browser(demo.url).get("/office/rules", follow=False)
    assert stranger.status == 303


def test_the_command_writes_a_proposal_that_the_page_takes(new_demo, engine, tmp_path):
    demo = new_demo(engine, profile=PROFILE)
    sheet = tmp_path / "2027.csv"
    sheet.write_text(
        "what,day,worked,source\nyear,2027,,VB 1\ntet,2027-02-05,,VB 1\n"
        "nationalDay,2027-09-02,,VB 1\nswap,2027-04-29,2027-05-08,VB 1\n")
    said = run("calendar", "import", sheet, *demo.where)
    file = tmp_path / "2027.proposal.json"
    assert said.stdout.strip().endswith(str(file)), said.stdout
    assert int(said.stdout.split()[0]) == len(json.loads(file.read_text()))
    assert "Chưa có thay đổi nào" in administrator(demo, 1).browser.get("/office/rules")
    page = administrator(demo, 1).browser.get("/office/rules/import").form(field="pasted").submit(
        {"pasted": file.read_text(), "reason": "Lịch năm 2027"}, button=("action", "file"))
    assert "/office/rules/proposals/" in page.url, page.text[:1500]
    administrator(demo, 2).browser.get(page.url.removeprefix(demo.url)).form(
        action="decision").submit({"reason": "Đúng"}, button=("verdict", "approve"))
    assert "08/05/2027" in Browser(demo.url).get("/calendar?year=2027")
    # What is approved is known to the command, which has nothing left to change.
    again = run("calendar", "import", sheet, *demo.where, check=False)
    assert again.returncode == 1 and "đã có trong bảng" in again.stderr, again
    assert "ok   every change of the rules is the one that the journal tells: 1" in (
        demo.check().stdout)
