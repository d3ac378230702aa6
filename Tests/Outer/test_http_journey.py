"""The whole path over HTTP, on both engines: alone, eight at once, and killed at every step."""

import concurrent.futures
import random
import re
import threading
import time

import pytest
import requests

import papers
from journey import Citizen, Office, people, persist, unblemished, wait_for_certificate
from program import run, wait_until


def walk(citizen, office, changes=None):
    """One application from sign-in to the received certificate."""
    citizen.sign_in()
    citizen.declare(**(changes or {}))
    citizen.lodge()
    citizen.pay_until_paid()
    office.intake.accept(citizen.case)
    office.assessor.assess(citizen.case)
    office.leader.approve(citizen.case)
    wait_for_certificate(citizen)
    citizen.receive()
    return citizen.paper("certificate")


def trusted(demo, pdf, folder):
    """Whether the paper holds against the demo's root, for us and for pyHanko."""
    root, paper = folder / "root.pem", folder / "certificate.pdf"
    root.write_bytes(requests.get(demo.url + "/trust/root.pem", timeout=30).content)
    paper.write_bytes(pdf)
    said = run("verify", paper, "--trust", root, check=False)
    assert said.returncode == 0, said.stdout + said.stderr
    return papers.accepted(paper, root)


def figure(said, words):
    """The number that `lylich check` prints on the line that has these words."""
    line = next((line for line in said.splitlines() if words in line.lower()), None)
    assert line, f"no line with {words!r} in\n{said}"
    return int(re.search(r"\d+", line.rsplit(":", 1)[1]).group(0))


def test_one_application_becomes_a_certificate(new_demo, engine, tmp_path):
    demo = new_demo(engine)
    pdf = walk(Citizen(demo, people(demo)[0]), Office(demo).sign_in())
    assert trusted(demo, pdf, tmp_path)
    demo.check()


def test_eight_applicants_at_once(new_demo, engine, tmp_path):
    demo = new_demo(engine)
    cast = unblemished(demo)
    citizens = [Citizen(demo, cast[index % len(cast)]) for index in range(8)]
    offices = [Office(demo) for _ in citizens]

    def one(index):
        return walk(citizens[index], offices[index].sign_in())

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        certificates = list(pool.map(one, range(8)))
    assert len(set(certificates)) == 8
    assert len({citizen.case for citizen in citizens}) == 8
    numbers = {certificate_number(pdf, tmp_path) for pdf in certificates}
    assert len(numbers) == 8
    assert trusted(demo, certificates[-1], tmp_path)
    demo.check()


def certificate_number(pdf, folder):
    path = folder / "numbered.pdf"
    path.write_bytes(pdf)
    return re.search(r"Số:\s*(\S+)", papers.text(path)).group(1)


class Killer:
    """Kills the program a moment after an act has begun, starts it again, and lets the act be
    tried anew until it is done."""

    def __init__(self, demo, seed):
        self.demo = demo
        self.dice = random.Random(seed)
        self.kills = 0

    def during(self, act):
        moment = self.dice.choice([0, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1])
        worker = threading.Thread(target=self.quietly, args=(act,))
        worker.start()
        time.sleep(moment)
        self.demo.kill()
        self.kills += 1
        worker.join(60)
        self.demo.start()
        return persist(act)

    @staticmethod
    def quietly(act):
        # What the killed program answered, or did not, proves nothing: the act is done again.
        try:
            act()
        except (requests.RequestException, AssertionError):
            pass

    def after(self, act):
        result = persist(act)
        self.demo.restart()
        self.kills += 1
        return result


@pytest.mark.parametrize("seed", [1, 2])
def test_killed_at_every_step_and_still_exactly_one_certificate(new_demo, engine, tmp_path, seed):
    demo = new_demo(engine)
    killer = Killer(demo, seed)
    citizen, office = Citizen(demo, people(demo)[0]), Office(demo)

    killer.during(citizen.sign_in)
    persist(office.sign_in)
    citizen.begin()
    killer.during(citizen.declare)
    killer.during(citizen.lodge)
    killer.during(citizen.pay)
    persist(citizen.pay_until_paid)
    killer.during(lambda: office.intake.accept(citizen.case))
    killer.after(lambda: office.intake.page(citizen.case))
    killer.during(lambda: office.assessor.assess(citizen.case))
    killer.during(lambda: office.leader.approve(citizen.case))
    # The worker renders and signs now: killed several times between any two of its writes.
    for _ in range(3):
        killer.during(citizen.page)
    wait_for_certificate(citizen)
    killer.during(citizen.receive)
    first = citizen.paper("certificate")
    killer.after(citizen.receive)

    assert killer.kills >= 12
    assert citizen.paper("certificate") == first
    assert trusted(demo, first, tmp_path)
    said = demo.check().stdout
    assert figure(said, "certificate") == 1, said


def test_a_double_click_lodges_one_case(new_demo, engine):
    demo = new_demo(engine)
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare()
    form = citizen.browser.get(f"/drafts/{citizen.draft}/review").form(action="lodg")
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        pages = list(pool.map(lambda _: form.submit(), range(2)))
    assert {page.status for page in pages} == {200}
    assert len({page.url for page in pages}) == 1
    home = citizen.browser.get("/home")
    assert len({href for _, href in home.links() if "/cases/" in (href or "")}) == 1


def test_the_assessor_cannot_decide(new_demo, engine):
    demo = new_demo(engine)
    citizen, office = Citizen(demo, people(demo)[0]), Office(demo).sign_in()
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    citizen.pay_until_paid()
    office.intake.accept(citizen.case)
    office.assessor.assess(citizen.case)
    assert not office.assessor.can_approve(citizen.case)
    assert office.leader.can_approve(citizen.case)
    mine = office.assessor.page(citizen.case)
    token = mine.form(field="csrf").values()["csrf"]
    version = office.leader.page(citizen.case).form(action="decision").values()["version"]
    values = {"csrf": token, "version": version, "verdict": "approve"}
    answer = mine.browser.send("post", mine.url + "/decision", values)
    assert answer.status in (403, 404, 409, 422), answer.text[:500]
    assert office.leader.state(citizen.case) == "assessed"
    office.leader.approve(citizen.case)
    assert office.leader.state(citizen.case) != "assessed"


def test_every_lack_is_said_beside_its_field_and_nothing_typed_is_lost(demo):
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    form = citizen.begin().form(field="request.kind")
    typed = {
        "father.name": "Nguyễn Văn Mẫu", "residences[0].from": "13/2010",
        "request.copies": "không", "person.email": "not an address",
    }
    form.submit(typed, button=citizen.button(form, "review"))
    page = citizen.browser.get(f"/drafts/{citizen.draft}/review")
    wrong = set(page.dom.xpath("//*[@aria-invalid='true']/@name"))
    assert {"residences[0].from", "request.copies", "person.email"} <= wrong, wrong
    for name in wrong:
        described = page.dom.xpath(f"//*[@name='{name}']/@aria-describedby")[0].split()
        words = "".join(page.dom.get_element_by_id(d).text_content() for d in described)
        assert words.strip(), name
    assert len(page.dom.xpath("//*[@role='alert']//a")) >= len(wrong)
    again = citizen.browser.get(f"/drafts/{citizen.draft}").form(field="request.kind").values()
    for name, value in typed.items():
        assert again[name] == value, name


def test_an_interrupted_worker_leaves_nothing_to_reconcile(new_demo, engine):
    """Killed while idle, with an application half way: a second start continues where it was."""
    demo = new_demo(engine)
    citizen = Citizen(demo, people(demo)[0])
    citizen.sign_in()
    citizen.declare()
    citizen.lodge()
    demo.restart()
    page = citizen.page()
    assert page.has_form("payment")
    citizen.pay_until_paid()
    wait_until(lambda: citizen.page().status == 200)
    demo.check()
