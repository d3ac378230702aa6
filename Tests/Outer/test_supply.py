"""A supplier's program sends documents as another client would: signed, sent twice, wrong, hostile."""

import base64
import hashlib
import json
import time

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from journey import Officer
from program import wait_until
from test_rules import administrator

AGENCY = "stp-cantho"
NAME = "Chi cục Thi hành án dân sự huyện Thử"
OTHER = "Tòa án nhân dân quận Thử"


class Supplier:
    """A program of a body, in twenty lines: what docs/records.md asks of it and nothing else."""

    def __init__(self, demo, code="thads-thu"):
        self.demo, self.code = demo, code
        self.key = Ed25519PrivateKey.generate()

    @property
    def pem(self):
        return self.key.public_key().public_bytes(
            Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()

    def signature(self, name, body, to=AGENCY):
        text = (f"lylich supply 1\nto: {to}\nfrom: {self.code}\nmessage: {name}\n"
                f"body: {hashlib.sha256(body).hexdigest()}\n")
        return self.key.sign(text.encode())

    def send(self, name, documents, signature=None, kind="application/x-ndjson", code=None):
        body = documents if isinstance(documents, bytes) else "".join(
            json.dumps(one, ensure_ascii=False) + "\n" for one in documents).encode()
        signature = signature or self.signature(name, body)
        return requests.post(
            self.demo.url + "/supply/messages", data=body, timeout=60,
            headers={
                "Content-Type": kind, "Lylich-Supplier": code or self.code,
                "Lylich-Message": name,
                "Lylich-Signature": base64.b64encode(signature).decode(),
            })


def result(number, seed=1, **more):
    """What civil enforcement confirms about an invented person, 20 days ago: late by law."""
    day = time.strftime("%Y-%m-%d", time.gmtime(time.time() - 20 * 86_400))
    return {
        "kind": "civilEnforcementResult", "issuer": NAME, "number": number, "issuedOn": day,
        "person": {"name": "Nguyễn Văn Người Thử", "born": "1990-03-12",
                   "numbers": [f"0920909{seed:05}"]},
        "judgments": [{"number": "4/2020/HS-ST", "on": "2020-05-05", "court": OTHER}],
        "executed": [{"part": "obligation.courtFee", "state": "done", "on": day}],
    } | more


def grant(demo, supplier, button=("act", "grant"), **typed):
    """Two administrators let a supplier in, or revoke it."""
    first, second = administrator(demo, 1), administrator(demo, 2)
    page = first.browser.get("/office/suppliers/change")
    filled = {
        "id": supplier.code, "issuers": NAME, "supplier": "civilEnforcement",
        "key": supplier.pem, "reason": "Văn bản thỏa thuận số 1",
    } | typed
    proposed = page.form(field="issuers").submit(filled, button=button)
    assert proposed.status == 200 and "/office/suppliers/proposals/" in proposed.url, proposed.text
    assert not proposed.has_form("/decision"), "who proposes does not decide"
    place = "/office/suppliers/proposals/" + proposed.url.rsplit("/", 1)[1]
    yield place
    decided = second.browser.get(place).form(action="/decision").submit(
        {"reason": "Đã đối chiếu khóa"}, button=("verdict", "approve"))
    assert decided.status == 200 and not decided.has_form("/decision"), decided.text
    yield place


@pytest.fixture(scope="module")
def supplier(demo):
    one = Supplier(demo)
    steps = grant(demo, one)
    next(steps)
    assert one.send("early", [result("0/X")]).status_code == 401, "before the second person"
    next(steps)
    return one


def test_each_document_is_kept_known_or_refused_by_field(demo, supplier):
    wrong = result("2/X", seed=2)
    wrong["person"]["born"] = "1990-13-45"
    documents = [
        result("1/X"), wrong, result("3/X", issuer="Chi cục khác"),
        result("4/X", kind="communeCertificate"), result("5/X", receivedOn="2020-01-01"),
        result("6/X", nickname="x"), result("1/X"),
    ]
    answer = supplier.send("batch-1", documents)
    assert answer.status_code == 207, answer.text
    lines = answer.json()["receipt"]["documents"]
    assert [line["outcome"] for line in lines] == [
        "kept", "refused", "refused", "refused", "refused", "refused", "known"]
    assert [line.get("field") for line in lines] == [
        None, "person.born", "issuer", "kind", "receivedOn", "nickname", None]
    assert lines[6]["document"] == lines[0]["document"], "the number that holds it already"
    assert all(line["reason"] for line in lines if line["outcome"] == "refused")
    for secret in ("Người Thử", "0920909", "1990-"):
        assert secret not in answer.text and secret not in demo.log.read_text()


def test_the_same_message_has_the_same_receipt_and_a_proof(demo, supplier):
    body = json.dumps(result("10/X", seed=10), ensure_ascii=False).encode()
    first = supplier.send("one", body, kind="application/json")
    assert first.status_code == 200, first.text
    receipt = first.json()["receipt"]
    assert receipt["bodySHA256"] == hashlib.sha256(body).hexdigest()
    assert receipt["documents"][0]["outcome"] == "kept"

    def proven():
        again = supplier.send("one", body, kind="application/json").json()
        assert again["receipt"] == receipt
        return again.get("proof")

    check_proof(demo, wait_until(proven, 20, every=0.5), receipt, body)
    other = supplier.send("one", [result("11/X")])
    assert other.status_code == 409 and other.json()["error"] == "messageName"
    # The same document in another message is known, and nothing is counted twice.
    twice = supplier.send("two", body, kind="application/json")
    known = twice.json()["receipt"]["documents"][0]
    assert known["outcome"] == "known"
    assert known["document"] == receipt["documents"][0]["document"]


def check_proof(demo, proof, receipt, body):
    """The leaf is recomputed, walked to the root, and the root stands in the signed checkpoint."""
    sha = lambda *parts: hashlib.sha256(b"".join(parts)).digest()  # noqa: E731
    raw = bytes.fromhex
    event = json.loads(proof["event"])
    name, said = next(iter(event["event"].items()))
    assert name == "supplyReceived" and said["_0"] == receipt["receipt"]
    text = json.dumps(receipt, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert said["digest"] == sha(b"\4", raw(proof["receiptSalt"]), text.encode()).hex()
    assert event["payload"] == sha(b"\2", raw(proof["bodySalt"]), body).hex()
    node = sha(b"\0", raw(proof["eventSalt"]), proof["event"].encode())
    place, last = proof["leafIndex"], proof["treeSize"] - 1
    for other in map(raw, proof["path"]):
        if place & 1 or place == last:
            node = sha(b"\1", other, node)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            node = sha(b"\1", node, other)
        place, last = place >> 1, last >> 1
    size, root = proof["checkpoint"].split("\n")[1:3]
    assert int(size) == proof["treeSize"] and base64.b64decode(root) == node


def test_what_is_not_authentic_is_refused_alike(demo, supplier):
    documents = json.dumps(result("20/X")).encode() + b"\n"
    good = supplier.signature("x", documents)
    stranger = Supplier(demo, "thads-khac")
    answers = [
        supplier.send("x", documents, signature=bytes([good[0] ^ 1]) + good[1:]),
        supplier.send("y", documents, signature=good),
        supplier.send("x", documents + b"\n", signature=good),
        supplier.send("x", documents, supplier.signature("x", documents, to="stp-khac")),
        supplier.send("x", documents, code="tand-ninh-kieu"),
        stranger.send("x", documents),
    ]
    assert [answer.status_code for answer in answers] == [401] * 6
    assert len({answer.text for answer in answers}) == 1, "nobody learns who is a supplier"


def test_hostile_messages_are_bounded(demo, supplier):
    line = json.dumps(result("30/X", seed=30)).encode() + b"\n"
    cases = {
        413: [("big", b" " * (2 * 1024 * 1024 + 1)), ("many", line * 501)],
        400: [("none", b"\n \n"), ("bad/name", line), ("a" * 65, line)],
    }
    for status, messages in cases.items():
        for name, body in messages:
            answer = supplier.send(name, body)
            assert answer.status_code == status, (name, answer.text)
            assert set(answer.json()) == {"error", "message"}
    assert supplier.send("type", line, kind="text/plain").status_code == 415
    hostile = [
        b'{"kind":"\xff\xfe"}', b"[" * 60_000, b'{"kind":' * 8_000, b'{"person":{"name":"\\ud800"}}',
        b"{" + b'"kind":"x",' * 5_000, b"\x00" * 100 + b"1", b"null", b"9" * 60_000, b'"' + b"a" * 70_000,
    ]
    answer = supplier.send("hostile", b"\n".join(hostile))
    assert answer.status_code == 422, answer.text
    lines = answer.json()["receipt"]["documents"]
    assert [line["outcome"] for line in lines] == ["refused"] * len(hostile)
    assert requests.get(demo.url + "/health", timeout=10).status_code == 200


def test_late_documents_are_seen_and_a_revoked_key_sends_nothing(demo, supplier):
    supplier.send("late", [result("40/X", seed=40)])
    account = next(a for a in demo.accounts()["officers"] if a["username"] == "thuly")
    assessor = Officer(demo, account)
    assessor.sign_in()
    assert NAME in assessor.browser.get("/office/records/late").text
    # No judgment is known: what the message says is put to an officer.
    assert "Nguyễn Văn Người Thử" in assessor.browser.get("/office/records/questions").text
    for _ in grant(demo, supplier, button=("act", "revoke")):
        pass
    assert supplier.send("after", [result("41/X")]).status_code == 401
    said = demo.check().stdout
    assert "ok   every supplier's message bears the supplier's signature" in said
    assert "ok   every supplier's receipt is the one that its event names" in said


def test_the_simulated_court_sends_twice_wrongly_and_again(new_demo):
    demo = new_demo()
    court = f"http://127.0.0.1:{demo.port + 9}"

    def control(mode):
        requests.post(court + "/control", json={"mode": mode}, timeout=10).raise_for_status()

    def sent(times=1):
        answer = requests.post(court + "/send", json={"times": times}, timeout=60)
        answer.raise_for_status()
        return answer.json()[-1]

    def is_up():
        try:
            return requests.get(court + "/control", timeout=2).status_code == 200
        except requests.RequestException:
            return False

    wait_until(is_up, 30)
    control("wrong")
    assert sent()["status"] == 401
    control("ok")
    first = sent(times=2)
    assert first["status"] == 200 and first["tries"] == 3
    assert {line["outcome"] for line in json.loads(first["answer"])["receipt"]["documents"]} == {
        "kept"}
    for _ in range(3):
        last = sent()
    assert last["status"] == 207
    outcomes = [line["outcome"] for line in json.loads(last["answer"])["receipt"]["documents"]]
    assert outcomes == ["refused", "refused", "kept"]
    demo.restart()
    wait_until(is_up, 30)
    assert requests.get(court + "/messages", timeout=10).json()[-1]["name"] == last["name"]
    assert len(requests.get(court + "/messages", timeout=10).json()) == 4
