"""The path of a case as its people walk it: a citizen, two kinds of officers, a stranger.

Each act is an `until`: it looks at the page, acts if the act is still to be done, and is content
when it is done already. So the same act can be tried again after the program was killed under it.
"""

import re
import time
import unicodedata

import requests

import codes
from attachments import attach, png
from browser import Browser
from program import wait_until

STREET = "Số 1 đường Mẫu, phường An Cư, quận Ninh Kiều, thành phố Cần Thơ"


class Citizen:
    """Someone with an electronic identity who wants a certificate."""

    def __init__(self, demo, person):
        self.demo = demo
        self.person = person
        self.browser = Browser(demo.url)
        self.draft = None
        self.case = None

    def sign_in(self):
        page = self.browser.get("/home")
        if page.status == 200 and page.url.startswith(self.demo.url + "/home"):
            return page
        page = self.browser.get("/sign-in").form(action="sign-in").submit()
        page = page.form(field="person").submit(button=("person", self.person["nationalID"]))
        assert page.url.startswith(self.demo.url), page.url
        assert page.status == 200, page.text[:800]
        return page

    def begin(self):
        """A new draft, prefilled with what is known."""
        if self.draft is None:
            page = self.browser.get("/home").form(action="/drafts").submit()
            assert page.status == 200, page.text[:800]
            self.draft = re.search(r"/drafts/([^/?#]+)", page.url).group(1)
        return self.browser.get(f"/drafts/{self.draft}")

    def declare(self, **changes):
        """Fills in the whole declaration and saves it."""
        page = self.begin()
        form = page.form(field="request.kind")
        typed = declaration(form, changes)
        self.prove(form, typed)
        page = form.submit(typed, button=self.button(form, "review"))
        assert page.status == 200, page.text[:800]
        return page

    def prove(self, form, typed):
        """A paper for what a register filled in and the person says is wrong."""
        locked = {value[len("dispute-"):] for value in form.buttons if value.startswith("dispute-")}
        there = form.values()
        if any(typed[name] != there[name] for name in locked if name in typed):
            attach(self, png(), "chung-minh.png", purpose="correction")

    @staticmethod
    def button(form, wanted):
        for field in form.fields:
            if field.tag == "button" and wanted in (field.get("value") or ""):
                return (field.get("name"), field.get("value"))
        return None

    def lodge(self):
        """From a reviewed draft to a case with its number."""
        if self.case is None:
            page = self.browser.get(f"/drafts/{self.draft}/review")
            if "/cases/" not in page.url:
                assert page.status == 200, page.text[:800]
                page = page.form(action="lodg").submit()
            found = re.search(r"/cases/([^/?#]+)", page.url)
            assert found, f"not lodged: {page.url} {page.text[:1500]}"
            self.case = found.group(1)
        return self.page()

    def page(self):
        page = self.browser.get(f"/cases/{self.case}")
        assert page.status == 200, page.text[:800]
        return page

    def pay(self, act="00", notice="normal"):
        """To the gateway, and what the person does there."""
        page = self.page()
        if not page.has_form("payment"):
            return page
        gateway = page.form(action="payment").submit()
        if not any("ipn" in form.names for form in gateway.forms()):
            return gateway  # paid a moment ago: the gateway or we say so, and nothing is owed
        return self.at_gateway(gateway, act, notice)

    @staticmethod
    def at_gateway(gateway, act="00", notice="normal"):
        """`act`: an answer code of VNPAY, or `close`; `notice`: how the gateway tells us."""
        return gateway.form(field="ipn").submit({"ipn": notice}, button=("act", act))

    def pay_until_paid(self):
        self.pay()
        wait_until(lambda: not self.page().has_form("payment"), 90, every=0.2)

    def receive(self):
        page = self.page()
        if page.has_form("handover"):
            page = page.form(action="handover").submit()
        return page

    def paper(self, name):
        answer = self.browser.get(f"/cases/{self.case}/{name}.pdf").answer
        assert answer.status_code == 200, f"{name}: {answer.status_code} {answer.text[:300]}"
        return answer.content


class Officer:
    def __init__(self, demo, account):
        self.demo = demo
        self.account = account
        self.browser = Browser(demo.url)

    def sign_in(self, seconds=None):
        """Where the account is signed in already, this browser is too.

        `seconds`: how old the entered code may be; then the account signs in anew.
        """
        held = codes.of(self.account)
        with held.lock:
            if seconds and time.monotonic() - held.entered > seconds:
                held.jar.clear()
            self.browser.session.cookies = held.jar
            self.browser.codes = held
            page = self.browser.get("/office")
            if page.has_form("sign-in"):
                page = self.type_password(page)
                page = held.enter(
                    lambda code: page.form(field="code").submit({"code": code}),
                    lambda page: page.has_form("sign-in/code"))
        assert page.status == 200 and not page.has_form("/office/sign-in"), page.text[:500]
        return page

    def type_password(self, page):
        page = page.form(action="sign-in").submit(
            {"username": self.account["username"], "password": self.account["password"]}
        )
        assert page.status == 200 and page.has_form("/office/sign-in/code"), page.text[:500]
        return page

    def page(self, case):
        page = self.browser.get(f"/office/cases/{case}")
        assert page.status == 200, page.text[:800]
        return page

    def act(self, case, action, typed=None, button=None):
        """Does `action` if the case's page offers it; content if it was done before."""
        page = self.page(case)
        if page.has_form(action):
            form = page.form(action=action, button=button[1] if button else None)
            page = form.submit(typed, button=button)
        return page

    def accept(self, case):
        page = self.act(case, "acceptance", self.checks(case))
        assert page.status == 200, page.text[:800]
        return page

    def checks(self, case, verdict="person"):
        """What the acceptance asks for: who is right about a field, and that a tie was seen."""
        page = self.page(case)
        if not page.has_form("acceptance"):
            return {}
        names = page.form(action="acceptance").names
        typed = {name: verdict for name in names if name.startswith("verdict-")}
        return typed | ({"link": "seen"} if "link" in names else {})

    def person(self, case):
        """Who the applicant is in the register."""
        page = self.browser.get(f"/office/cases/{case}/person")
        assert page.status == 200, page.text[:800]
        return page

    def identify(self, case, verdict="same", reason="Cùng số và cha mẹ."):
        """Decides every candidate that waits for this officer; says how many there were."""
        count = 0
        while True:
            page = self.person(case)
            forms = [f for f in page.forms() if f.path.endswith("/person/decision")]
            if not forms:
                return count
            page = forms[0].submit({"verdict": verdict, "reason": reason})
            assert page.status == 200, page.text[:800]
            count += 1

    def assess(self, case, seconds=60):
        """Files a clean record; tried again while a body has not answered yet."""
        def is_done():
            if self.state(case) != "inAssessment":
                return True
            typed = {"grounds": "Theo trả lời của các cơ quan."}
            self.act(case, "assessment", typed, button=("action", "file"))
            return self.state(case) != "inAssessment"

        wait_until(is_done, seconds, every=0.2)

    def approve(self, case):
        page = self.page(case)
        for form in page.forms():
            if "decision" in form.path and form.values().get("verdict") == "approve":
                page = form.submit()
                assert page.status == 200, page.text[:800]
        return page

    def can_approve(self, case):
        return any(form.values().get("verdict") == "approve" for form in self.page(case).forms())

    def state(self, case):
        found = self.page(case).dom.xpath("//@data-state")
        assert found, "the case's page does not say its state"
        return found[0]


def declaration(form, changes=None):
    """What a person types: every field that is in the page, beginning with what is prefilled."""
    there = form.values()
    birth = there.get("person.birthDate") or "02/09/1990"
    year = int(re.search(r"\d{4}", birth).group(0)) + 14
    month = int((re.search(r"(\d{1,2})/(\d{4})", birth) or re.search(r"()", "")).group(1) or 1)
    typed = {
        "person.sex": there.get("person.sex") or "female",
        "person.birthPlace": there.get("person.birthPlace") or "Thành phố Cần Thơ",
        "person.nationality": there.get("person.nationality") or "VN",
        "person.ethnicity": there.get("person.ethnicity") or "Kinh",
        "person.permanentResidence": there.get("person.permanentResidence") or STREET,
        "person.paper.issuedOn": "12/04/2021",
        "person.paper.issuedBy": "Cục Cảnh sát quản lý hành chính về trật tự xã hội",
        "person.phone": "0900000001",
        "person.email": "cong-dan@lylich.example",
        "father.name": there.get("father.name") or "Nguyễn Văn Mẫu",
        "mother.name": there.get("mother.name") or "Trần Thị Mẫu",
        "residences[0].from": f"{month:02d}/{year}",
        "residences[0].until": "",
        "residences[0].place": STREET,
        "residences[0].kind": "permanent",
        "residences[0].occupation": "Kế toán",
        "residences[0].workplace": "Công ty Mẫu",
        "request.kind": "number1",
        "request.banConfirmation": "notRequested",
        "request.purpose": first_choice(form, "request.purpose"),
        "request.copies": "1",
        "request.delivery": "electronic",
        "request.feeGroup": standard_fee(form),
        "oath": "yes",
    }
    return typed | (changes or {})


def first_choice(form, name):
    return next(value for value in form.options(name) if value)


def standard_fee(form):
    options = [value for value in form.options("request.feeGroup") if value]
    return next((o for o in options if o in ("standard", "none", "ordinary")), options[0])


def people(demo):
    return demo.accounts()["citizens"]


def unblemished(demo):
    """Those of the cast of whom every body answers at once that nothing is recorded."""
    numbers = ["092190004217", "092305007120", "046179002934", "129192000847"]
    by_number = {person["nationalID"]: person for person in people(demo)}
    return [by_number[number] for number in numbers]


def officer(demo, role):
    """An officer of the demo's own agency, the first one listed, whose role has `role` in it."""
    listed = demo.accounts()["officers"]
    accounts = [a for a in listed if role in a["role"] and a["agency"] == listed[0]["agency"]]
    assert accounts, f"no officer {role} among {demo.accounts()['officers']}"
    return Officer(demo, accounts[0])


class Office:
    """The officers a case needs, signed in."""

    def __init__(self, demo):
        self.intake = officer(demo, "intake")
        self.assessor = officer(demo, "assess")
        self.leader = officer(demo, "leader")
        self.all = [self.intake, self.assessor, self.leader]

    def sign_in(self):
        for one in self.all:
            one.sign_in()
        return self

    def identify(self, case, verdict="same"):
        """Two officers, the second blind, find the candidates of a case to be the applicant or not."""
        for one in (self.assessor, self.leader):
            one.identify(case, verdict)


def wait_for_certificate(citizen, seconds=60):
    """Until it is signed and waits for its holder."""
    def is_ready():
        page = citizen.page()
        return page.has_form("handover") or any(
            "certificate.pdf" in (href or "") for _, href in page.links()
        )

    wait_until(is_ready, seconds, every=0.2)


def persist(act, seconds=60):
    """Does an act again while the program is away."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            return act()
        except requests.ConnectionError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def composed(text):
    return unicodedata.normalize("NFC", text)
