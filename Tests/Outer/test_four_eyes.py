"""Four eyes, tried at every door where a second person decides, by the page and by the very request
that the right person's browser would send: the first person again, the first person in another
session, who stands in for the first person, the first person standing in for a leader. Only the
right second person comes through.

The table of routes is the portal's own, as the Swift tests wrote it: a post of an officer that is
written in none of the three lists here fails the test.
"""

import sqlite3
import time

import pytest

import codes
from journey import Citizen, Office, Officer, people, unblemished, wait_for_certificate
from pages import Pages
from program import wait_until
from test_bodies import enter
from test_officers import propose
from test_person import HUNG, lodged, say, spare
from test_refunds import gateway, until, withdraw
from test_rules import administrator, change_form
from test_supply import Supplier, grant

#: What an officer does alone, or as the first of two.
ALONE = {
    "/office/account/recovery", "/office/account/sessions", "/office/account/sessions/:session",
    "/office/bodies/:id/finding", "/office/bodies/:id/letter", "/office/bodies/:id/refusal",
    "/office/body-request", "/office/body-request/register", "/office/cases/:id/acceptance",
    "/office/cases/:id/answers", "/office/cases/:id/apology", "/office/cases/:id/assessment",
    "/office/cases/:id/assignment", "/office/cases/:id/correction",
    "/office/cases/:id/departure", "/office/cases/:id/facts", "/office/cases/:id/forwarding",
    "/office/cases/:id/handover", "/office/cases/:id/inquiries", "/office/cases/:id/look",
    "/office/cases/:id/person/candidates",
    "/office/cases/:id/person/look", "/office/cases/:id/person/search",
    "/office/cases/:id/revocation", "/office/cases/:id/supplement", "/office/money/differences",
    "/office/money/settlement", "/office/notices", "/office/notices/:id", "/office/officers/:id",
    "/office/officers/new", "/office/records", "/office/records/:id", "/office/records/documents",
    "/office/records/questions", "/office/refunds/:id", "/office/rules/import",
    "/office/rules/tables/:table/change", "/office/search", "/office/sharing",
    "/office/substitutions", "/office/substitutions/:id/end", "/office/suppliers/change",
    "/office/till", "/office/till/closing",
}
#: Only the refusal that leaves a certificate standing takes a second person: `test_corrections.py`.
ELSEWHERE = {"/office/cases/:id/refusal"}
#: The accountant's work falls to these too, so that who orders a refund or holds a till could try.
ALSO_ACCOUNTANTS = ["tiepnhan", "thuly", "lanhdao", "kiemnhiem"]


class World:
    """Who is who, and who stands in for whom."""

    def __init__(self, demo):
        self.demo = demo
        self.tokens = {}
        #: What a page offers to whom it refuses it.
        self.offered = []
        self.proposer, self.approver = administrator(demo, 1), administrator(demo, 2)
        self.proposer_again = self.again("quantri1")

    def staff(self):
        # The first person, who holds every role; and one who is a leader only in another's name.
        self.first, self.first_again = spare(self.demo), self.again("kiemnhiem")
        self.lent, self.lent_again = spare(self.demo, "thuly"), self.again("thuly")
        self.intake, self.other = spare(self.demo, "tiepnhan"), spare(self.demo, "xemlai")
        self.absent, self.leader = spare(self.demo, "lanhdao"), spare(self.demo, "quyetdinh")
        self.accountant = spare(self.demo, "ketoan")
        self.office = Office(self.demo).sign_in()
        for principal, role, substitute in [
            (self.first, "leader", self.intake), (self.first, "assessor", self.intake),
            (self.absent, "leader", self.lent),
        ]:
            self.lend(principal, role, substitute)

    @property
    def in_their_name(self):
        """Of a first person whom somebody stands in for."""
        return {"again": self.first, "in another session": self.first_again,
                "by who stands in for them": self.intake}

    @property
    def as_a_leader(self):
        """Of a first person who stands in for a leader."""
        return {"again, for a leader": self.lent, "so in another session": self.lent_again}

    def again(self, username):
        """The same officer at another device."""
        account = next(a for a in self.demo.accounts()["officers"] if a["username"] == username)
        one, held = Officer(self.demo, account), codes.of(account)
        page = one.type_password(one.browser.get("/office"))
        held.enter(lambda code: page.form(field="code").submit({"code": code}),
                   lambda page: page.has_form("sign-in/code"))
        one.browser.codes = held
        return one

    def lend(self, principal, role, substitute):
        page = principal.browser.get("/office/substitutions")
        form = page.form(action="/office/substitutions", field="substitute")
        name = next(o.get("value") for o in form.element.iter("option")
                    if substitute.account["name"] in o.text_content())
        today = time.strftime("%d/%m/%Y", time.gmtime(time.time() + 7 * 3600))
        page = form.submit({"role": role, "substitute": name, "from": today, "until": today,
                            "reason": "Nghỉ phép."})
        assert page.status == 200 and "Đang thay" in page, page.text[:1500]

    def post(self, one, place, typed):
        """As their own browser would send it: with their session and their token."""
        if one not in self.tokens:
            page = one.browser.get("/office/account")
            self.tokens[one] = page.dom.xpath("//input[@name='csrf']/@value")[0]
        values = typed | {"csrf": self.tokens[one]}
        return one.browser.send("post", self.demo.url + place, values)

    def decides(self, find, right, tries, **typed):
        """Nobody of `tries` is let through at a form that the page offers to `right`; `right` is.

        `find`: the form at somebody's page, or nothing.
        """
        for what, one in tries.items():
            form = find(right)
            assert form is not None, f"before {what}: the right second person is not asked"
            if find(one) is not None:
                self.offered.append((form.path, what))
            page = self.post(one, form.path, form.values() | typed)
            assert page.status in (403, 422), (what, form.path, page.status, page.text[:800])
        form = find(right)
        assert form is not None, "somebody of them came through"
        page = self.post(right, form.path, form.values() | typed)
        assert page.status == 200, (form.path, page.status, page.text[:1500])
        assert find(right) is None, f"{form.path} did nothing: {page.text[:1500]}"

    def clean(self, index):
        """A case that is assessed by whom `assess` names later."""
        citizen = Citizen(self.demo, unblemished(self.demo)[index])
        citizen.sign_in(), citizen.declare(), citizen.lodge(), citizen.pay_until_paid()
        self.intake.accept(citizen.case)
        return citizen


def at(place, action, **values):
    """The form of a page that leads to `action` with these hidden values."""
    def find(one):
        page = one.browser.get(place)
        return next((
            form for form in page.forms() if form.path.split("?")[0].endswith(action)
            and all(form.values().get(name) == value for name, value in values.items())), None)
    return find


def officers(world):
    """Also the roles that the doors below need."""
    demo, place = world.demo, "/office/officers"
    for username in ALSO_ACCOUNTANTS:
        page = world.proposer.browser.get(place)
        href = page.dom.xpath(f"string(//tr[@data-officer='{username}']//a/@href)")
        proposal = propose(world.proposer, href, {
            "holds.accountant": "yes", "reason": "Kiêm kế toán."}, button=("act", "become"))
        world.decides(
            at(proposal, "/decision"), world.approver,
            {"again": world.proposer, "in another session": world.proposer_again},
            verdict="approve", reason="Đã gặp.")
    # Nor does anybody decide about themselves, to whichever end.
    page = world.proposer.browser.get(place)
    href = page.dom.xpath("string(//tr[@data-officer='quantri2']//a/@href)")
    proposal = propose(
        world.proposer, href, {"title": "Chuyên viên", "reason": "Đổi."}, button=("act", "become"))
    for verdict in ("approve", "decline"):
        page = world.post(
            world.approver, f"{proposal}/decision", {"verdict": verdict, "reason": "Được."})
        assert page.status == 422, (verdict, page.status, page.text[:800])
    # And nobody stands in for one who administers.
    ids = world.proposer.browser.get(place).dom.xpath(
        "string(//tr[@data-officer='tiepnhan']//a/@href)")
    today = time.strftime("%d/%m/%Y", time.gmtime(time.time() + 7 * 3600))
    for role in ("administrator", "accountant"):
        page = world.post(world.proposer, "/office/substitutions", {
            "role": role, "substitute": ids.rsplit("/", 1)[1], "from": today, "until": today,
            "reason": "Nghỉ."})
        assert page.status == 422, (role, page.status)
    world.staff()
    assert demo.process.poll() is None


def rules(world):
    form, typed = change_form(world.proposer, "250000", "01/01/2027")
    page = form.submit(typed, button=("action", "file"))
    assert "/office/rules/proposals/" in page.url, page.text[:1500]
    world.decides(
        at(page.url.removeprefix(world.demo.url), "/decision"), world.approver,
        {"again": world.proposer, "in another session": world.proposer_again},
        verdict="approve", reason="Đã đối chiếu.")


def suppliers(world):
    place = next(grant(world.demo, Supplier(world.demo, "thads-bon-mat")))
    world.decides(
        at(place, "/decision"), world.approver,
        {"again": world.proposer, "in another session": world.proposer_again},
        verdict="approve", reason="Đã đối chiếu khóa.")


def opinions(world):
    """The second look at a candidate."""
    world.disputed = lodged(world.demo, world.office, HUNG, **{"request.kind": "number2"})
    world.differed = lodged(world.demo, world.office, HUNG)
    for case, first, tries, right, verdict in [
        (world.differed.case, world.first, world.in_their_name, world.lent, "other"),
        (world.disputed.case, world.lent, world.as_a_leader, world.other, "same"),
    ]:
        assert say(first, case, "same", "Cùng số định danh.").status == 200
        world.decides(
            at(f"/office/cases/{case}/person", "/person/decision"), right, tries,
            verdict=verdict, reason="Đã xem.")


def ruling(world):
    """A leader, where two differ."""
    world.decides(
        at(f"/office/cases/{world.differed.case}/person", "/person/ruling"), world.leader,
        world.in_their_name | world.as_a_leader, verdict="same", reason="Theo chứng minh cũ.")


def decision(world):
    """A case that somebody assessed, be it for another."""
    world.mine, world.theirs, lent = world.clean(0), world.clean(1), world.clean(2)
    for citizen, first, tries, right in [
        (world.mine, world.first, world.in_their_name, world.leader),
        (world.theirs, world.lent, world.as_a_leader, world.absent),
        (lent, world.intake, world.in_their_name, world.leader),
    ]:
        first.assess(citizen.case)
        world.decides(
            at(f"/office/cases/{citizen.case}", "/decision", verdict="approve"), right, tries)


def many(world):
    """Clean cases that are opened, marked and approved together."""
    for index, first, tries, right in [
        (3, world.first, world.in_their_name, world.leader),
        (0, world.lent, world.as_a_leader, world.absent),
    ]:
        case = world.clean(index).case
        first.assess(case)
        for what, one in tries.items():
            # Unmarked, and marked by a request of one's own.
            page = world.post(one, "/office/decisions", {"case": case})
            assert page.status == 200 and right.state(case) == "assessed", (what, page.text[:800])
        world.decides(at(f"/office/cases/{case}", "/mark"), right, tries)
        for what, one in tries.items():
            page = world.post(one, "/office/decisions", {"case": case})
            assert page.status == 200 and right.state(case) == "assessed", (what, page.text[:800])
        world.post(right, "/office/decisions", {"case": case})
        assert right.state(case) != "assessed", "marked and approved"


def dispute(world):
    """Who answers to "this is not me"."""
    citizen, theft = world.disputed, None

    def concluded():
        nonlocal theft
        page = world.lent.page(citizen.case)
        theft = page.dom.xpath("//@data-judgment")[0]
        world.lent.act(citizen.case, "assessment", {
            "grounds": "Theo lý lịch tư pháp.", f"taking.{theft}.taking": "notCleared",
            f"taking.{theft}.reason": "Chưa có biên lai án phí.",
        }, button=("action", "file"))
        return world.lent.state(citizen.case) == "assessed"

    wait_until(concluded, 60, every=0.5)
    form = at(f"/office/cases/{citizen.case}", "/decision", verdict="approve")(world.leader)
    assert form.submit({"acknowledge": theft}).status == 200
    wait_for_certificate(citizen)
    citizen.receive()
    citizen.page().form(action="dispute").submit({"words": "Khi đó tôi ở nước ngoài."})
    said = say(world.first, citizen.case, "other", "Vân tay khác.", "/person/dispute")
    assert said.status == 200, said.text[:800]
    world.decides(
        at(f"/office/cases/{citizen.case}/person", "/person/dispute"), world.absent,
        world.in_their_name | world.as_a_leader, verdict="other", reason="Đã xem.",
        answer="Đã xem lại.")


def revoking(place):
    """Not the form in which the first person takes back what they proposed."""
    def find(one):
        form = at(place, "/revocation/decision")(one)
        return form if form and "revoked" in form.options("verdict") else None
    return find


def revocation(world):
    """A certificate that one officer wants taken back."""
    for citizen, first, tries, right in [
        (world.mine, world.first, world.in_their_name, world.absent),
        (world.theirs, world.lent, world.as_a_leader, world.leader),
    ]:
        wait_for_certificate(citizen)
        citizen.receive()
        place = f"/office/cases/{citizen.case}/revocation"
        page = at(place, "/revocation")(first).submit(
            {"ground": "wrongContent", "reason": "Sai nơi sinh."})
        assert page.status == 200, page.text[:800]
        world.decides(
            revoking(place), right, tries, verdict="revoked", reason="Đúng.")


def refund(world):
    """What the bank refuses is ordered by a leader and paid by an accountant."""
    gateway(world.demo, refund="bank-refuses")
    for index, first, tries in [
        (1, world.first, world.in_their_name),
        (2, world.lent, world.as_a_leader | {"by who was ordered for": world.absent}),
    ]:
        citizen = Citizen(world.demo, people(world.demo)[index])
        citizen.sign_in(), citizen.declare(), citizen.lodge(), citizen.pay_until_paid()
        withdraw(citizen)
        until(citizen, "refused")
        form = next(
            f for f in first.browser.get("/office/refunds").forms() if "/refunds/" in f.path)
        assert form.submit({"reference": f"QĐ {index}/2026"}).status == 200
        world.decides(
            at("/office/refunds", f"{form.path}/payment"), world.accountant, tries,
            reference=f"UNC {index}/2026")


def till(world):
    """Cash is counted by who took it and by who receives it."""
    citizen = Citizen(world.demo, people(world.demo)[3])
    citizen.sign_in(), citizen.declare(), citizen.lodge()
    number = citizen.page().dom.xpath("string(//@data-number)")
    page = world.first.browser.get("/office/till").form(action="/office/till").submit(
        {"number": number, "channel": "counter"})
    assert page.status == 200, page.text[:800]
    closed = world.first.browser.get("/office/till").form(action="closing").submit(
        {"counted": "200.000"})
    assert closed.status == 200, closed.text[:800]
    world.decides(at("/office/money", "/money/tills"), world.accountant, world.in_their_name)


def bodies(world):
    """A body is answered by who did not look, in whosever name they looked."""
    for first, tries, right in [
        (world.first, world.in_their_name, world.leader),
        (world.lent, world.as_a_leader, world.absent),
        (world.intake, world.in_their_name, world.leader),
    ]:
        page = enter(world.intake)
        place = page.url.removeprefix(world.demo.url).split("?")[0]
        form = at(place, "/finding")(first)
        verdicts = {name: "other" for name in form.names if name.startswith("verdict-")}
        assert form.submit(verdicts | {"reason": "Không có ai."}).status == 200
        back = at(place, "/decision", verdict="sendBack")
        for what, one in tries.items():
            page = world.post(one, back(right).path, back(right).values() | {"reason": "Lại."})
            assert page.status == 403, (what, page.status, page.text[:800])
        world.decides(
            at(place, "/decision", verdict="answer"), right, tries, reference="07/STP-LLTP")


def moves(world):
    """Two records are one person's."""
    with sqlite3.connect(world.demo.data / "lylich.sqlite") as database:
        records = [str(row[0]) for row in database.execute(
            "SELECT DISTINCT record FROM record_numbers ORDER BY record LIMIT 4")]
    for first, tries, source, target in [
        (world.first, world.in_their_name, *records[:2]),
        (world.lent, world.as_a_leader, *records[2:]),
    ]:
        page = world.post(first, "/office/records/moves", {
            "act": "merge", "source": source, "target": target, "reason": "Một người."})
        assert page.status == 200, page.text[:800]
        waiting = at("/office/records/pairs", "/records/moves", act="confirm")(world.other)
        world.decides(
            at("/office/records/pairs", "/records/moves", act="confirm",
               move=waiting.values()["move"]), world.other, tries)


#: Where a second person decides, in the order in which one thing leads to another.
DOORS = {
    "/office/officers/proposals/:id/decision": officers,
    "/office/rules/proposals/:id/decision": rules,
    "/office/suppliers/proposals/:id/decision": suppliers,
    "/office/cases/:id/person/decision": opinions,
    "/office/cases/:id/person/ruling": ruling,
    "/office/cases/:id/decision": decision,
    "/office/cases/:id/mark": many,
    "/office/decisions": many,
    "/office/cases/:id/person/dispute": dispute,
    "/office/cases/:id/revocation/decision": revocation,
    "/office/refunds/:id/payment": refund,
    "/office/money/tills": till,
    "/office/bodies/:id/decision": bodies,
    "/office/records/moves": moves,
}


def test_every_post_of_an_officer_is_known_to_be_a_first_persons_or_a_second_persons():
    posts = {route["path"] for route in Pages().routes
             if route["access"] == "officer" and route["method"] == "POST"}
    assert posts == ALONE | ELSEWHERE | set(DOORS)
    assert not ALONE & set(DOORS) and not ELSEWHERE & (ALONE | set(DOORS))


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    from program import Demo

    demo = Demo(tmp_path_factory.mktemp("eyes")).start()
    yield World(demo)
    demo.kill()


def test_only_a_second_person_decides(world):
    for door in dict.fromkeys(DOORS.values()):
        door(world)
    assert not world.offered, "\n".join(map(str, world.offered))
    world.demo.check()
