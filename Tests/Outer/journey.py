"""The path of a case as its people walk it: a citizen, two kinds of officers, a stranger.

Each act is an `until`: it looks at the page, acts if the act is still to be done, and is content
when it is done already. So the same act can be tried again after the program was killed under it.
"""

import re
import time
import unicodedata

import requests

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
        form = self.begin().form(field="request.kind")
        typed = declaration(form, changes)
        page = form.submit(typed, button=self.button(form, "review"))
        assert page.status == 200, page.text[:800]
        return page

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

    def pay(self, how="pay"):
        """To the gateway, and what the person does there."""
        page = self.page()
        if not page.has_form("payment"):
            return page
        gateway = page.form(action="payment").submit()
        return self.at_gateway(gateway, how)

    def at_gateway(self, gateway, how):
        form = gateway.form(button=how)
        name = next(f.get("name") for f in form.fields if (f.get("value") or "") == how)
        return form.submit(button=(name, how))

    def pay_until_paid(self):
        self.pay()
        wait_until(lambda: not self.page().has_form("payment"), 40)

    def receive(self):
        page = self.page()
        if page.has_form("receipt-of-result"):
            page = page.form(action="receipt-of-result").submit()
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

    def sign_in(self):
        page = self.browser.get("/office")
        if not page.has_form("sign-in"):
            return page
        page = page.form(action="sign-in").submit(
            {"username": self.account["username"], "password": self.account["password"]}
        )
        assert page.status == 200 and not page.has_form("/office/sign-in"), page.text[:500]
        return page

    def page(self, case):
        page = self.browser.get(f"/office/cases/{case}")
        assert page.status == 200, page.text[:800]
        return page

    def act(self, case, action, typed=None):
        """Does `action` if the case's page offers it; content if it was done before."""
        page = self.page(case)
        if page.has_form(action):
            page = page.form(action=action).submit(typed)
            assert page.status == 200, page.text[:800]
        return page

    def wait_to(self, case, action, seconds=60):
        """Until the worker and the neighbours have made `action` possible."""
        wait_until(lambda: self.page(case).has_form(action), seconds, every=0.2)

    def accept(self, case):
        return self.act(case, "acceptance")

    def assess(self, case):
        if self.state(case) in ("assessed", "approved", "issued", "handedOver"):
            return None
        self.wait_to(case, "assessment")
        return self.act(case, "assessment", {"grounds": "Theo trả lời của các cơ quan."})

    def approve(self, case):
        return self.act(case, "decision")

    def state(self, case):
        page = self.page(case)
        return next(iter(page.dom.xpath("//@data-state")), "")


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


def officer(demo, role):
    """An officer of the first agency whose role has `role` in its name."""
    accounts = [a for a in demo.accounts()["officers"] if role in a["role"]]
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


def wait_for_certificate(citizen, seconds=60):
    return wait_until(
        lambda: any("certificate" in (href or "") for _, href in citizen.page().links()),
        seconds, every=0.2,
    )


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
