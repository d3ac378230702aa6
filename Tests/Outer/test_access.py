"""Who may see what: every route of the table, asked by everyone, in a running installation.

The table of routes is the portal's own, as the Swift tests wrote it; what each may see is written
here, and a route that is not written here fails the test. Posts are sent so that they change
nothing: with an old version, or with nothing filled in.
"""

import re

import pytest

from browser import Browser
from journey import Citizen, Officer, people
from pages import Pages

OFFICE = {"intake", "assessor", "leader"}
EVERY = OFFICE | {"accountant", "auditor", "administrator"}

#: Who of the officers may; a route of an officer that is not named here is refused by this test.
OFFICERS = {
    "/office": OFFICE,
    "/office/account": EVERY,
    "/office/account/sessions": EVERY,
    "/office/account/sessions/:session": EVERY,
    "/office/account/recovery": EVERY,
    "/office/substitutions": EVERY,
    "/office/substitutions/:id/end": EVERY,
    "/office/cases/:id/look": OFFICE,
    "/office/journal": {"auditor"},
    "/office/officers": {"administrator"},
    "/office/officers/new": {"administrator"},
    "/office/officers/:id": {"administrator"},
    "/office/officers/proposals/:id": {"administrator"},
    "/office/officers/proposals/:id/decision": {"administrator"},
    "/office/notices": {"administrator"},
    "/office/notices/:id": {"administrator"},
    "/office/next": OFFICE,
    "/office/search": OFFICE,
    "/office/sharing": {"leader"},
    "/office/decisions": {"leader"},
    "/office/cases/:id/assignment": OFFICE,
    "/office/cases/:id/mark": {"leader"},
    "/office/clearances": {"assessor"},
    "/office/refunds": {"leader", "accountant"},
    "/office/refunds/:id": {"leader"},
    "/office/refunds/:id/payment": {"accountant"},
    "/office/money": {"accountant"},
    "/office/money/table.csv": {"accountant"},
    "/office/money/settlement": {"accountant"},
    "/office/money/differences": {"accountant"},
    "/office/money/tills": {"accountant"},
    "/office/till": {"intake"},
    "/office/body-request/register": {"intake"},
    "/office/bodies": OFFICE,
    "/office/bodies/:id": OFFICE,
    "/office/bodies/:id/letter": {"intake"},
    "/office/bodies/:id/refusal": {"intake"},
    "/office/bodies/:id/refusal.pdf": OFFICE,
    "/office/bodies/:id/finding": {"assessor"},
    "/office/bodies/:id/decision": {"leader"},
    "/office/bodies/:id/answer.json": OFFICE,
    "/office/till/closing": {"intake"},
    "/office/till/receipts/:id": {"intake"},
    "/office/avoided": {"leader"},
    "/office/cases/:id": OFFICE,
    "/office/cases/:id/acceptance": {"intake"},
    "/office/cases/:id/forwarding": {"intake"},
    "/office/cases/:id/departure": {"intake"},
    "/office/body-request": {"intake"},
    "/office/cases/:id/refusal": {"intake", "assessor"},
    "/office/cases/:id/supplement": {"intake"},
    "/office/cases/:id/handover": {"intake"},
    "/office/cases/:id/certificate.pdf": {"intake"},
    "/office/cases/:id/answers": {"assessor"},
    "/office/cases/:id/inquiries": {"assessor"},
    "/office/cases/:id/assessment": {"assessor"},
    "/office/cases/:id/facts": {"assessor"},
    "/office/cases/:id/forms/:form": OFFICE,
    "/office/cases/:id/apology": {"leader"},
    "/office/register": OFFICE,
    "/office/register/volume.pdf": OFFICE,
    "/office/register/table.csv": OFFICE,
    "/office/cases/:id/decision": {"leader"},
    "/office/cases/:id/preview.pdf": OFFICE,
    "/office/records": {"assessor"},
    "/office/records/questions": {"assessor"},
    "/office/records/late": {"assessor"},
    "/office/records/pairs": {"assessor"},
    "/office/records/moves": {"assessor"},
    "/office/records/documents": {"assessor"},
    "/office/records/:id": {"assessor"},
    "/office/suppliers": {"administrator"},
    "/office/suppliers/change": {"administrator"},
    "/office/suppliers/proposals/:id": {"administrator"},
    "/office/suppliers/proposals/:id/decision": {"administrator"},
    "/office/rules": {"administrator"},
    "/office/rules/history": {"administrator"},
    "/office/rules/import": {"administrator"},
    "/office/rules/tables/:table": {"administrator"},
    "/office/rules/tables/:table/change": {"administrator"},
    "/office/rules/proposals/:id": {"administrator"},
    "/office/rules/proposals/:id/decision": {"administrator"},
}
#: What belongs to one citizen: everybody else is told that it is not there.
OWNED = {
    "/cases/:id", "/cases/:id/slip.pdf", "/cases/:id/receipt.pdf", "/cases/:id/certificate.pdf",
    "/cases/:id/handover", "/cases/:id/withdrawal", "/cases/:id/payment", "/cases/:id/contact",
    "/cases/:id/copy", "/cases/:id/delivery", "/cases/:id/supplement", "/cases/:id/departure.pdf", "/cases/:id/dispute", "/drafts/:id/papers",
    "/cases/:id/correction",
    "/drafts/:id", "/drafts/:id/review", "/drafts/:id/lodging",
}
#: What stands on things that this case has not (an attached paper, a candidate of the register):
#: `test_papers.py`, `test_person.py` and the pages' own tests ask for them.
ELSEWHERE = {
    ("POST", "/drafts/:id/papers"), ("GET", "/cases/:id/papers"), ("POST", "/cases/:id/papers"),
    ("GET", "/papers/:id"), ("POST", "/papers/:id/removal"), ("GET", "/office/papers/:id"),
    ("GET", "/office/persons"), ("GET", "/office/cases/:id/person"),
    ("POST", "/office/cases/:id/person/search"), ("POST", "/office/cases/:id/person/look"),
    ("POST", "/office/cases/:id/person/candidates"),
    ("POST", "/office/cases/:id/person/decision"), ("POST", "/office/cases/:id/person/ruling"),
    ("POST", "/office/cases/:id/person/dispute"), ("GET", "/office/revocations"),
    ("GET", "/office/cases/:id/correction"), ("POST", "/office/cases/:id/correction"),
    ("GET", "/office/cases/:id/revocation"), ("POST", "/office/cases/:id/revocation"),
    ("POST", "/office/cases/:id/revocation/decision"),
    ("GET", "/cases/:id/forms/:form"),
}
#: What every citizen has of their own.
EACH = {"/home", "/drafts", "/for-another"}
#: What stands in the places of an address, where it is not a case or a draft.
PLACES = {
    "/office/account/sessions/:session": "/office/account/sessions/none",
    "/office/records/:id": "/office/records/1",
    "/office/rules/tables/:table": "/office/rules/tables/feeGroups",
    "/office/rules/tables/:table/change": "/office/rules/tables/feeGroups/change?act=add",
    "/office/cases/:id/forms/:form": "/office/cases/:id/forms/05.pdf",
    "/office/register/volume.pdf": "/office/register/volume.pdf?from=2020-01-01&to=2020-12-31&volume=1",
    "/office/register/table.csv": "/office/register/table.csv?from=2020-01-01&to=2020-12-31",
    "/office/money/table.csv": "/office/money/table.csv?from=2020-01-01&to=2020-01-02",
    "/static/:hash/:name": "/static/none/style.css", "/v/:token": "/v/none", "/V/:token": "/V/none",
}
#: Nothing was proposed and nothing asked: also for who may look there is nothing to see.
EMPTY = {
    "/office/substitutions/:id/end", "/office/officers/:id", "/office/officers/proposals/:id",
    "/office/officers/proposals/:id/decision", "/office/notices/:id",
    "/office/account/sessions/:session",
    "/office/rules/proposals/:id", "/office/rules/proposals/:id/decision",
    "/office/suppliers/proposals/:id", "/office/suppliers/proposals/:id/decision",
    "/office/cases/:id/inquiries", "/office/refunds/:id", "/office/register/volume.pdf",
    "/office/refunds/:id/payment", "/office/till/receipts/:id", "/office/till/closing",
    "/office/money/tills", "/office/bodies/:id", "/office/bodies/:id/letter",
    "/office/bodies/:id/refusal", "/office/bodies/:id/refusal.pdf", "/office/bodies/:id/finding",
    "/office/bodies/:id/decision", "/office/bodies/:id/answer.json",
}
#: What is typed, so that a post reaches the question who may; the version is too old for any act.
TYPED = {
    "/office/officers/proposals/:id/decision": {"verdict": "approve", "reason": "Đã xem"},
    "/office/officers/:id": {"act": "reset", "reason": "Mất máy"},
    "/office/officers/new": {"username": "x", "name": "A", "title": "B", "reason": "Thử"},
    "/office/cases/:id/look": {"reason": "supervision", "words": "Kiểm tra."},
    "/office/cases/:id/refusal": {"ground": "notCompetent", "words": "Không thuộc thẩm quyền."},
    "/office/cases/:id/supplement": {"lack": "paperMissing", "asked": "Xin gửi giấy khai sinh."},
    "/office/cases/:id/answers": {
        "body": "police", "outcome": "noRecord", "reference": "1/CA", "answeredOn": "20/11/2026",
    },
    "/office/cases/:id/inquiries": {"body": "police"},
    "/office/search": {"sought": "Nguyễn Văn Mẫu"},
    "/office/cases/:id/departure": {"way": "paper", "reference": "1/BĐ"},
    "/office/cases/:id/assessment": {"action": "file", "grounds": "Theo trả lời."},
    "/office/cases/:id/decision": {"verdict": "approve"},
    "/office/cases/:id/facts": {
        "question": "0" * 26, "value": "12/04/2021", "reference": "1/THA",
        "answeredOn": "20/11/2026",
    },
    "/office/suppliers/change": {
        "id": "toa-thu", "issuers": "Tòa án thử", "supplier": "court", "act": "revoke",
        "reason": "Thử",
    },
    "/office/suppliers/proposals/:id/decision": {"verdict": "approve", "reason": "Đã xem"},
    "/office/rules/tables/:table/change": {"act": "add"},
    "/office/rules/proposals/:id/decision": {"verdict": "approve", "reason": "Đã xem"},
    "/office/cases/:id/handover": {"seen": "yes"},
    "/office/cases/:id/apology": {"newDay": "01/12/2099", "apology": "Chậm."},
    "/office/refunds/:id": {"reference": "UNC 1/2026"},
    "/office/refunds/:id/payment": {"reference": "UNC 1/2026"},
    "/office/money/settlement": {"day": "2020-01-01"},
    "/office/bodies/:id/letter": {"letterNumber": "1/CA", "letterOn": "20/11/2026"},
    "/office/bodies/:id/refusal": {"ground": "notEntitled", "words": "Không được yêu cầu."},
    "/office/bodies/:id/finding": {"reason": "Không có ai."},
    "/office/bodies/:id/decision": {"verdict": "sendBack", "reason": "Xem lại."},
    "/office/money/differences": {
        "day": "2020-01-01", "number": "1", "digest": "0" * 64, "kind": "sum", "flow": "payment",
        "reference": "LL1", "reason": "Thử",
    },
    "/office/money/tills": {"day": "2020-01-01", "officer": "0" * 26, "channel": "counter"},
    "/office/till": {"number": "none", "channel": "counter"},
    "/office/till/closing": {"day": "2020-01-01", "channel": "counter", "counted": "0"},
    "/office/records": {"name": "Nguyễn Văn Mẫu"},
    "/office/records/questions": {"question": "1", "verdict": "stands-1", "reason": "Bản gốc"},
    "/office/records/documents": {"kind": "firstInstanceJudgment"},
    "/office/records/moves": {"act": "confirm", "move": "1"},
    "/office/records/:id": {"reason": "Xác minh"},
}
#: What the cases of another agency, or of nobody, give an officer whose role would allow the act.
ABOUT_A_CASE = {path for path in OFFICERS if path.startswith("/office/cases/:id")}
NOBODYS = "0" * 26


@pytest.fixture(scope="module")
def routes():
    return Pages().routes


@pytest.fixture(scope="module")
def case(demo):
    """Somebody's case that waits for the office, and a draft of the same person."""
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    citizen.pay_until_paid()
    citizen.draft = None
    citizen.begin()
    return citizen


@pytest.fixture(scope="module")
def everyone(demo, case):
    """Browsers of everyone there is, by what they are."""
    listed = demo.accounts()["officers"]
    own = listed[0]["agency"]
    found = {"stranger": Browser(demo.url), "owner": case.browser}
    other = Citizen(demo, people(demo)[1])
    other.sign_in()
    found["citizen"] = other.browser
    for account in listed:
        roles = frozenset(account["role"].split("+"))
        key = (account["agency"] == own, roles)
        if key not in found:
            officer = Officer(demo, account)
            officer.sign_in()
            found[key] = officer.browser
    officers = [key for key in found if isinstance(key, tuple)]
    assert any(not here for here, _ in officers), "an officer of another agency"
    assert {role for here, roles in officers if here for role in roles} == EVERY
    return found


def address(path, case, number=None):
    place = PLACES.get(path, path)
    mine = case.draft if path.startswith("/drafts") else case.case
    return place.replace(":id", number or mine)


def ask(browser, method, place, typed=()):
    """What is answered: `sign in`, `not here`, `not yours` or `seen`."""
    if method == "GET":
        page = browser.get(place, follow=False)
    else:
        home = browser.get("/office" if browser.get("/office").has_form("sign-out") else "/home")
        tokens = home.dom.xpath("//input[@name='csrf']/@value")
        values = {"csrf": (tokens or ["none"])[0], "version": "0"} | dict(typed)
        page = browser.send("post", browser.base + place, values, follow=False)
    if page.status >= 500:
        return "a fault", page
    if page.answer.headers.get("Location", "").endswith("/sign-in"):
        return "sign in", page
    return {404: "not here", 403: "not yours"}.get(page.status, "seen"), page


def expected(route, who, path):
    """By the tables above. A citizen and an officer are strangers to each other's pages."""
    if route["access"] == "citizen":
        if who not in ("owner", "citizen"):
            return "sign in"
        return "seen" if path in EACH or who == "owner" else "not here"
    if not isinstance(who, tuple):
        return "sign in"
    here, roles = who
    if path in ABOUT_A_CASE and not here:
        return "not here"
    if not roles & OFFICERS[path]:
        return "not yours"
    if path == "/office/records/:id" and route["method"] == "POST" and not here:
        return "not here"  # the first record is the own agency's
    return "not here" if path in EMPTY else "seen"


def test_every_route_is_in_the_tables(routes):
    here = [route for route in routes if (route["method"], route["path"]) not in ELSEWHERE]
    officers = {route["path"] for route in here if route["access"] == "officer"}
    citizens = {route["path"] for route in here if route["access"] == "citizen"}
    assert officers == set(OFFICERS)
    assert citizens == OWNED | EACH


def test_every_route_asked_by_everyone(routes, everyone, case):
    wrong = []
    asked = 0
    for route in routes:
        path, method = route["path"], route["method"]
        if (method, path) in ELSEWHERE:
            continue
        if route["access"] == "anyone" or path.endswith(("certificate.pdf", "departure.pdf")):
            continue  # this case has no such paper; whose it is, is asked below
        for who, browser in everyone.items():
            typed = TYPED.get(path, {})
            if path.endswith("withdrawal") and who != "owner":
                typed = {"sure": "yes"}
            if path.endswith("dispute") and who != "owner":
                typed = {"words": "Không phải tôi."}
            got, page = ask(browser, method, address(path, case), typed)
            asked += 1
            want = expected(route, who, path)
            if path == "/office" and want == "not yours":
                want = "seen"  # led on to the pages of their role
            if got != want:
                wrong.append(f"{method} {path} by {who}: {got} ({page.status}), not {want}")
            if got in ("not here", "not yours", "sign in"):
                assert case.person["name"].upper() not in page.text.upper()
    print(f"{asked} answers")
    assert not wrong, "\n".join(wrong)


def test_what_is_forbidden_looks_as_if_it_were_not_there(routes, everyone, case):
    def plain(page):
        return re.sub(r"[a-z0-9]{12,}", "", page.text)

    compared = 0
    for route in routes:
        path = route["path"]
        if route["method"] != "GET" or path not in OWNED | ABOUT_A_CASE:
            continue
        for who, browser in everyone.items():
            if expected(route, who, path) != "not here":
                continue
            _, theirs = ask(browser, "GET", address(path, case))
            _, nobodys = ask(browser, "GET", address(path, case, NOBODYS))
            assert (theirs.status, plain(theirs)) == (nobodys.status, plain(nobodys)), path
            compared += 1
    assert compared > 8


def test_nothing_of_a_person_is_on_what_anyone_may_see(routes, everyone, case):
    for route in routes:
        if route["access"] != "anyone" or route["method"] != "GET" or "demo" in route["path"]:
            continue
        if route["path"] in ("/", "/sign-in/return"):
            continue  # a demo's front page lists its cast; a return without a sign-in is an error
        page = everyone["stranger"].get(PLACES.get(route["path"], route["path"]))
        assert page.status < 500
        assert case.person["name"].upper() not in page.text.upper(), route["path"]
