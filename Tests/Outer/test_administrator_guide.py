"""The pictures of docs/administrator, taken by walking what the guide tells. `RECORD=1` puts them
into the guide."""

import os
import re
import shutil

import codes
from journey import Office
from program import PROJECT
from screen import Person, picture
from test_officers import PASSWORD, approve, propose
from test_rules import administrator

GUIDE = PROJECT / "docs/administrator"


class Camera:
    """Screens as wide as the guide shows them, their upper part."""

    def __init__(self, chromium, demo, artefacts, folder):
        self.make = lambda name: Person(chromium, demo, artefacts, name, width=1000)
        self.folder, self.names = folder, []

    def shot(self, person, name):
        picture(
            person.page, self.folder / f"{name}.png",
            clip={"x": 0, "y": 0, "width": 1000, "height": 900})
        self.names.append(f"{name}.png")


def test_the_guide_shows_what_is_there(chromium, new_demo, artefacts, tmp_path):
    demo = new_demo("sqlite")
    camera = Camera(chromium, demo, artefacts, tmp_path)
    first, second = administrator(demo, 1), administrator(demo, 2)
    proposal = propose(first, "/office/officers/new", {
        "username": "moivao", "name": "Lý Thị Mới Vào", "title": "Chuyên viên",
        "holds.intake": "yes", "reason": "Quyết định tuyển dụng số 12."})
    seat = camera.make("guide-admin").sign_in(second.account)
    seat.go(proposal)
    camera.shot(seat, "05-de-nghi")
    once = approve(second, proposal).dom.xpath("//*[@data-one-time]")[0].text_content()

    new = camera.make("guide-new")
    new.go("/office").type({"username": "moivao", "password": once})
    new.press("sign-in")
    camera.shot(new, "01-dat-buoc-xac-thuc")
    secret = new.page.locator("[data-letters]").inner_text().replace(" ", "")
    new.type({"password": PASSWORD, "again": PASSWORD,
              "code": codes.of({"secret": secret}).fresh()})
    new.press("enrolment")
    camera.shot(new, "02-ma-du-phong")
    new.go("/office/account")
    camera.shot(new, "03-tai-khoan")
    seat.go("/office/officers")
    camera.shot(seat, "04-can-bo")

    leader = Office(demo).leader
    leader.sign_in()
    form = leader.browser.get("/office/substitutions").form(field="substitute")
    form.submit({
        "role": "leader", "substitute": form.options("substitute")[0], "from": "01/12/2099",
        "until": "05/12/2099", "reason": "Nghỉ phép năm."})
    seat.go("/office/substitutions")
    camera.shot(seat, "06-thay-khi-vang")
    account = next(a for a in demo.accounts()["officers"] if a["role"] == "auditor")
    auditor = camera.make("guide-auditor").sign_in(account)
    camera.shot(auditor, "07-nhat-ky")
    first.browser.get("/office/notices").form(field="vietnamese").submit({
        "vietnamese": "Hệ thống bảo trì từ 22 giờ đến 23 giờ tối nay.",
        "english": "Maintenance tonight from 22:00 to 23:00.", "fromDay": "01/01/2020",
        "untilDay": "31/12/2099"})
    seat.go("/")
    camera.shot(seat, "08-thong-bao")

    named = set(re.findall(r"images/([\w.-]+\.png)", (GUIDE / "README.md").read_text()))
    assert named == set(camera.names), "the guide names the pictures that are taken, and no other"
    (artefacts / "administrator").mkdir(exist_ok=True)
    for name in camera.names:
        shutil.copy(tmp_path / name, artefacts / "administrator" / name)
        if os.environ.get("RECORD"):
            shutil.copy(tmp_path / name, GUIDE / "images" / name)
        assert (GUIDE / "images" / name).exists(), "RECORD=1 puts the pictures into the guide"
