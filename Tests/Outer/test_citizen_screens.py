"""What citizens do beside the straight path, each in a real browser on a telephone 320 px wide, by
keyboard alone: once with scripts and once without. Who acts in the office acts over HTTP."""

import re

import pytest
from playwright.sync_api import expect

from attachments import attach, png
from journey import Citizen, Office, people, unblemished, wait_for_certificate
from program import Demo, wait_until
from screen import Person, picture
from test_applicants import ADULT, CHILD, PROOF
from test_following import number_of, slip_words
from test_supplements import ASKED, ask

FIELD = "person.permanentResidence"
RIGHT = "Số 88 đường Mẫu Mới, phường Cái Răng, thành phố Cần Thơ"
WORKPLACE = "Xưởng Rất Riêng"
MOTHER, CHILDS = "092187003025", "092312004469"


class Phone(Person):
    """A narrow screen without a mouse. axe is shown every page and state by test_pages.py; a
    picture of what looks the same without scripts is taken once."""

    def shot(self, what):
        self.shots += 1
        if self.scripts:
            name = f"{self.name}-{self.shots:02d}-{what}.png"
            picture(self.page, self.artefacts / name, full_page=True)
        assert self.page.evaluate("document.documentElement.scrollWidth") <= 320, self.page.url
        return self

    def push(self, selector, last=False):
        """Presses what leads to another page."""
        found = self.page.locator(selector).locator("visible=true")
        (found.last if last else found.first).focus()
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        return self

    def open(self, selector):
        """Unfolds what is folded."""
        self.page.locator(f"{selector} > summary").focus()
        self.page.keyboard.press("Enter")
        expect(self.page.locator(selector)).to_have_attribute("open", "")

    def tick(self, selector):
        self.page.locator(selector).focus()
        self.page.keyboard.press("Space")
        expect(self.page.locator(selector)).to_be_checked()

    def write(self, name, text):
        self.page.locator(f"[name='{name}']").focus()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.insert_text(text)

    def has(self, words, at="main"):
        expect(self.page.locator(at)).to_contain_text(words)
        return self

    def value(self, name):
        return self.page.locator(f"[name='{name}']").input_value()

    def attach(self, name, purpose):
        """A paper, on the page where papers are attached."""
        self.page.select_option("#purpose", purpose)
        self.page.set_input_files(
            "#file", {"name": name, "mimeType": "image/png", "buffer": png()})
        self.push("form.drop button")
        return self.has(name)

    def draft(self):
        return re.search(r"/drafts/([^/?#]+)", self.page.url).group(1)

    def close(self):
        assert self.complaints == []
        self.context.close()


@pytest.fixture(params=[True, False], ids=["scripts", "plain"])
def scripts(request):
    return request.param


@pytest.fixture
def phone(chromium, demo, artefacts, scripts, request):
    """Makes telephones, and looks at the end whether one complained."""
    made = []
    name = request.node.originalname.removeprefix("test_")[:28]

    def make(citizen=None, at=demo):
        kind = "js" if scripts else "plain"
        one = Phone(chromium, at, artefacts, f"phone-{name}-{kind}", 320, scripts)
        if citizen:
            one.context.add_cookies([
                {"name": c.name, "value": c.value, "url": at.url}
                for c in citizen.browser.session.cookies])
        made.append(one)
        return one

    yield make
    for one in made:
        one.close()


@pytest.fixture(scope="module")
def office(demo):
    return Office(demo).sign_in()


@pytest.fixture(scope="module")
def today(tmp_path_factory):
    """A demo under the law in force since 2026-07-01."""
    demo = Demo(tmp_path_factory.mktemp("today"), profile="cahanoi-2026")
    demo.start()
    yield demo
    demo.kill()


@pytest.fixture(scope="module")
def finished(demo, office):
    """A case at its end: its holder has the certificate."""
    citizen = lodged(demo, unblemished(demo)[2])
    citizen.pay_until_paid()
    office.intake.accept(citizen.case)
    office.assessor.assess(citizen.case)
    office.leader.approve(citizen.case)
    wait_for_certificate(citizen)
    citizen.receive()
    return citizen


def signed_in(demo, person):
    citizen = Citizen(demo, person)
    citizen.sign_in()
    return citizen


def lodged(demo, person=None, **typed):
    citizen = signed_in(demo, person or people(demo)[3])
    citizen.declare(**typed)
    citizen.lodge()
    return citizen


def of_the_cast(demo, number):
    return next(person for person in people(demo) if person["nationalID"] == number)


def test_a_first_visit_is_under_100_kb_and_asks_nobody_else(demo, phone):
    one = phone()
    asked = []
    one.page.on("requestfinished", lambda request: asked.append(request))
    one.go("/").page.wait_for_load_state("networkidle")
    assert len(asked) >= 3 and all(request.url.startswith(demo.url) for request in asked)
    sizes = [request.sizes() for request in asked]
    weight = sum(max(0, s["responseBodySize"]) + s["responseHeadersSize"] for s in sizes)
    assert 10_000 < weight < 100_000


def test_a_supplement_is_answered_with_a_paper_and_words(demo, office, phone):
    citizen = lodged(demo)
    citizen.pay_until_paid()
    ask(office.intake, citizen.case)
    one = phone(citizen)
    one.go(f"/cases/{citizen.case}").has(ASKED, "#supplement").shot("asked")
    one.push("#supplement form button").has("Hãy viết câu trả lời", "#errors")
    one.shot("nothing-written")
    one.push("#supplement a.button").attach("khai-sinh.png", "other").push(".actions a.button")
    one.write("answer", "Tôi gửi lại bản rõ.")
    one.push("#supplement form button").has("Tôi gửi lại bản rõ.", "[data-supplement=answered]")
    one.shot("answered")


def test_prefilled_data_is_disputed_with_evidence(demo, phone):
    citizen = signed_in(demo, people(demo)[0])
    citizen.declare()
    known = citizen.begin().form(field=FIELD).values()[FIELD]
    one = phone(citizen).go(f"/drafts/{citizen.draft}")
    one.push(f"button[value='dispute-{FIELD}']")
    one.write(FIELD, RIGHT)
    one.push("button[value='review']", last=True).has("Chứng minh dữ liệu sai", "#errors")
    one.shot("needs-a-paper")
    one.push("button[value='papers']").attach("so-ho-khau.png", "correction")
    one.shot("attached")
    one.push(".actions a.button").push("button[value='review']", last=True)
    one.has(RIGHT).has(known)
    one.shot("both-are-shown")
    one.push("form[action*='lodging'] button").has(RIGHT).has("Chờ cán bộ quyết định")
    one.shot("lodged")


def test_a_case_is_followed_by_its_number_and_the_slips_secret(demo, office, phone, tmp_path):
    citizen = lodged(demo)
    citizen.pay_until_paid()
    office.intake.accept(citizen.case)
    words = slip_words(citizen, tmp_path)
    secret = re.search(r"([A-Z2-7]{4}-[A-Z2-7]{4}-[A-Z2-7]{4})", words).group(1)
    one = phone().go("/status")
    for typed, shown in [("AAAA-BBBB-CCCC", "wrong-secret"), (secret, "found")]:
        one.write("number", number_of(citizen))
        one.write("secret", typed)
        one.complaints.clear()
        one.push("main form button")
        one.complaints = [said for said in one.complaints if "404" not in said]
        assert one.page.locator("#found").count() == (typed == secret)
        one.shot(shown)
    one.has("Đang xác minh").has("ngày làm việc")
    assert citizen.person["name"].upper() not in one.page.content().upper()


def test_who_applies_for_whom(demo, phone):
    mother = signed_in(demo, of_the_cast(demo, MOTHER))
    one = phone(mother).go("/home").push("a[href='/for-another']")
    one.shot("for-whom")
    one.tick("[value='parentOfMinor']")
    one.push("form[action='/drafts'] button").shot("for-a-child")
    mother.draft = one.draft()
    attach(mother, png(), purpose="familyLink")
    mother.declare(**CHILD, **PROOF)
    one.go(f"/drafts/{mother.draft}/review").has(CHILD["person.name"]).shot("child-reviewed")
    one.push("form[action*='lodging'] button").has(CHILD["person.name"])
    assert one.page.locator("[data-state=awaitingFee]").count() == 1


def test_number_2_is_not_delegated_and_number_1_is(demo, phone, scripts):
    citizen = signed_in(demo, people(demo)[0])
    # Close family needs no written authority for number 1; all others do.
    role, purpose = ("authorised", "authorisation") if scripts else ("closeFamily", "familyLink")
    one = phone(citizen).go("/for-another")
    one.tick(f"[value='{role}']")
    one.push("form[action='/drafts'] button")
    citizen.draft = one.draft()
    attach(citizen, png(), purpose=purpose)
    citizen.declare(**ADULT, **PROOF)
    one.go(f"/drafts/{citizen.draft}")
    one.tick("[name='request.kind'][value='number2']")
    one.page.select_option("[name='request.purpose']", "ownKnowledge")
    one.push("button[value='review']", last=True)
    one.has("Điều 46 khoản 2 Luật 28/2009/QH12", "#errors").shot("number-2")
    one.tick("[name='request.kind'][value='number1']")
    one.push("button[value='review']", last=True).has(ADULT["person.name"])
    assert one.page.locator("form[action*='lodging']").count() == 1
    one.shot("number-1")


def test_nobody_under_sixteen_applies(today, phone):
    child = signed_in(today, of_the_cast(today, CHILDS))
    child.begin()
    one = phone(child, at=today).go(f"/drafts/{child.draft}")
    one.push("button[value='review']", last=True).has("16 tuổi", "#errors").shot("too-young")


def test_whether_it_is_needed_at_all_with_a_way_on(today, phone):
    one = phone(at=today).go("/").push("a[href='/need']")
    one.page.select_option("#purpose", "employment")
    one.tick("[name='kind'][value='number2']")
    one.push("main form button").has("Không ai được đòi Phiếu số 2").has("Luật 107/2025/QH15")
    one.shot("not-to-be-demanded")
    one.push("form[action='/need'][method='post'] button").has("không cần làm gì")
    one.shot("not-needed")
    citizen = signed_in(today, people(today)[0])
    one = phone(citizen, at=today).go("/need?purpose=employment&kind=number1#found")
    one.shot("no-basis")
    one.push("form[action='/drafts'] button")
    assert one.value("request.purpose") == "employment"


def test_residences_their_gaps_overlaps_and_copies(demo, phone):
    citizen = signed_in(demo, people(demo)[3])
    citizen.declare(**{"residences[0].until": "05/2015"})
    one = phone(citizen).go(f"/drafts/{citizen.draft}")
    one.push("button[value='add-residences']")
    for name, text in {
            "from": "09/2015", "until": "", "place": RIGHT, "occupation": "Kế toán"}.items():
        one.write(f"residences[1].{name}", text)
    one.type({"residences[1].kind": "permanent"})
    one.push("button[value='review']", last=True).has("06/2015", "#errors").shot("gap")
    one.write("residences[1].from", "01/2015")
    one.push("button[value='review']", last=True).has("01/2015", ".notice.attention")
    one.shot("overlap")
    one.push("form[action*='lodging'] button")
    one.go("/home").push("form[action='/drafts'] button")
    one.push("button[value='copyResidences']")
    assert one.value("residences[1].place") == RIGHT and one.value("person.phone") == ""
    one.shot("copied")


def test_what_was_begun_is_left_and_taken_up_on_another_device(demo, phone):
    person = people(demo)[1]
    one = phone(signed_in(demo, person)).go("/home").push("form[action='/drafts'] button")
    draft, field = one.draft(), "residences[0].workplace"
    one.write(field, WORKPLACE)
    one.push("button[value='save']", last=True).shot("saved")
    one.context.clear_cookies()
    one.go(f"/drafts/{draft}")
    assert "/sign-in" in one.page.url
    two = phone(signed_in(demo, person)).go("/home").shot("home")
    two.push(f"a[href*='/drafts/{draft}']")
    assert two.value(field) == WORKPLACE


def test_withdrawn_the_refund_is_seen_to_its_end_and_one_begins_again(demo, phone):
    citizen = lodged(demo, **{"residences[0].workplace": WORKPLACE})
    citizen.pay_until_paid()
    one = phone(citizen).go(f"/cases/{citizen.case}")
    one.open("#withdrawal")
    one.tick("#sure")
    one.shot("sure")
    one.push("#withdrawal form button").has("Đã rút")
    one.shot("withdrawn")
    refund = one.page.locator("[data-refund-state]")

    def is_done():
        one.go(f"/cases/{citizen.case}")
        return refund.first.get_attribute("data-refund-state") == "done"

    wait_until(is_done, 60, every=0.3)
    expect(refund.first).to_contain_text("200.000")
    one.shot("given-back")
    one.push("form[action*='copy'] button")
    assert one.value("residences[0].workplace") == WORKPLACE


def test_refused_or_finished_one_applies_again_without_retyping(demo, office, phone, finished):
    citizen = lodged(demo, **{"residences[0].workplace": WORKPLACE})
    citizen.pay_until_paid()
    office.intake.act(citizen.case, "refusal", {
        "ground": "notCompetent", "words": "Nơi cư trú ở tỉnh khác."})
    one = phone(citizen).go(f"/cases/{citizen.case}").has("Nơi cư trú ở tỉnh khác.")
    one.shot("refused")
    one.push("form[action*='copy'] button")
    assert one.value("residences[0].workplace") == WORKPLACE
    assert not one.page.locator("[name='oath']").is_checked(), "the oath is sworn anew"
    one.shot("begun-again")
    one = phone(finished).go(f"/cases/{finished.case}")
    one.push("form[action*='copy'] button")
    assert one.value("residences[0].workplace") == "Công ty Mẫu"


def test_contact_and_the_way_to_receive_are_changed_and_looks_are_seen(demo, office, phone):
    citizen = lodged(demo)
    citizen.pay_until_paid()
    one = phone(citizen).go(f"/cases/{citizen.case}").has("Chưa có cán bộ nào mở hồ sơ này")
    one.open("#contact")
    one.write("phone", "abc")
    one.push("#contact form button").has("Số điện thoại", "#errors")
    assert one.value("phone") == "abc"
    one.shot("contact-wrong")
    one.write("phone", "0912 345 678")
    one.push("#contact form button").has("0912345678").shot("contact")
    one.open("#delivery")
    one.page.locator("[name='way'][value='electronic']").focus()
    one.page.keyboard.press("ArrowDown")
    expect(one.page.locator("[name='way'][value='counter']")).to_be_checked()
    one.push("#delivery form button")
    expect(one.page.locator("[data-delivery]")).to_contain_text("nhận trực tiếp", ignore_case=True)
    one.shot("at-the-counter")
    office.intake.page(citizen.case)
    one.page.reload()
    one.has("Cán bộ của")
    assert office.intake.account["name"].upper() not in one.page.content().upper()
    one.shot("looked-at")
