"""The certificate, judged by programs that are not ours."""

import base64
import random
import subprocess
import unicodedata

import cbor2
import pytest

import papers
from browser import Browser
from program import need, run


@pytest.fixture
def paper(smoked):
    out, _ = smoked
    return out / "certificate.pdf"


@pytest.fixture
def root(smoked):
    out, _ = smoked
    return out / "trust.pem"


def verify(path, root):
    return run("verify", path, "--trust", root, check=False)


def test_pyhanko_trusts_both_signatures_with_the_demos_root(paper, root):
    statuses = papers.pyhanko(paper, root)
    assert len(statuses) == 2
    for status in statuses:
        assert status.intact and status.valid and status.trusted, status.pretty_print_details()
        assert status.bottom_line, status.pretty_print_details()
    assert papers.accepted(paper, root)


def test_pyhanko_trusts_neither_with_another_root(paper, tmp_path):
    other = tmp_path / "other.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-keyout", "/dev/null", "-out", str(other), "-days", "2", "-subj", "/CN=x"],
        check=True, capture_output=True,
    )
    assert not papers.accepted(paper, other)
    assert verify(paper, other).returncode != 0


def test_leader_and_seal_sign_with_separate_keys(paper, root):
    leader, seal = papers.pyhanko(paper, root)
    assert leader.signing_cert.public_key.dump() != seal.signing_cert.public_key.dump()
    assert leader.signing_cert.subject != seal.signing_cert.subject


def test_the_signatures_carry_a_timestamp_that_pyhanko_trusts(paper, root):
    for status in papers.pyhanko(paper, root):
        assert status.timestamp_validity is not None
        assert status.timestamp_validity.valid and status.timestamp_validity.intact


def test_pdfsig_says_valid_and_trusted(paper, root, tmp_path):
    said = papers.pdfsig(paper, root, tmp_path)
    assert said.count("Signature is Valid.") == 2, said
    assert said.count("Certificate is Trusted.") == 2, said
    assert said.count("ETSI.CAdES.detached") == 2, said
    assert "Total document signed" in said


def test_our_own_verification_says_who_signed(paper, root):
    result = verify(paper, root)
    assert result.returncode == 0, result.stdout + result.stderr


def test_any_of_200_changed_bits_is_rejected(paper, root, tmp_path):
    """Outside the signatures' own containers, which hold nothing that is read as content."""
    pdf = paper.read_bytes()
    changed_path = tmp_path / "changed.pdf"
    accepted = []
    for index, (where, changed) in enumerate(papers.flips(pdf, 200, seed=20261121)):
        changed_path.write_bytes(changed)
        if verify(changed_path, root).returncode == 0:
            accepted.append(("lylich", where))
        if index % 8 == 0 and papers.accepted(changed_path, root):
            accepted.append(("pyHanko", where))
    assert accepted == []


def test_bytes_added_or_cut_are_rejected(paper, root, tmp_path):
    pdf = paper.read_bytes()
    first_end = papers.containers(pdf)[0]
    shadow = b"\n9 0 obj\n<< /Type /Annot >>\nendobj\n%%EOF\n"
    for name, changed in {
        "added": pdf + b"\n",
        "shadow": pdf + shadow,
        "cut": pdf[:-2],
        "half": pdf[: len(pdf) // 2],
        "only the first revision": pdf[: pdf.find(b"%%EOF", first_end.stop) + 6],
        "nothing": b"",
    }.items():
        path = tmp_path / "changed.pdf"
        path.write_bytes(changed)
        assert verify(path, root).returncode != 0, name


def test_preflight_says_pdf_a_1b(paper):
    result = papers.preflight(paper)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_text_can_be_selected_and_is_composed(paper):
    text = papers.text(paper)
    assert "PHIẾU LÝ LỊCH TƯ PHÁP" in text
    assert "BẢN MẪU" in text.upper()
    assert unicodedata.is_normalized("NFC", text)


def test_the_fonts_are_embedded(paper):
    listed = subprocess.run(
        [need("pdffonts"), str(paper)], capture_output=True, text=True, check=True
    ).stdout.splitlines()[2:]
    assert listed
    for line in listed:
        embedded = line.split()[-5]
        assert embedded == "yes", line


def test_qpdf_finds_nothing_to_complain_of(paper):
    result = subprocess.run([need("qpdf"), "--check", str(paper)], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture
def qr(smoked):
    out, _ = smoked
    return (out / "qr.txt").read_text().strip()


def parts_of(qr):
    """The link's token and the COSE bytes (docs/qr.md): base32 without padding after the `#`."""
    address, payload = qr.split("#")
    return address.rsplit("/", 1)[1], base64.b32decode(payload + "=" * (-len(payload) % 8))


def published_keys(demo):
    """What /trust/keys.json publishes, as two other people's programs want it."""
    from pycose.algorithms import Es256
    from pycose.keys import EC2Key
    from pycose.keys.curves import P256

    found = {}
    for key in Browser(demo.url).get("/trust/keys.json").answer.json()["keys"]:
        x, y, kid = (base64.urlsafe_b64decode(key[name] + "==") for name in ("x", "y", "kid"))
        found[kid] = EC2Key(crv=P256, x=x, y=y, optional_params={"ALG": Es256})
    return found


def holds(token, link, keys):
    """Whether pycose verifies the token, bound to its link, with the key that it names."""
    from pycose.headers import KID
    from pycose.messages import Sign1Message

    try:
        message = Sign1Message.decode(token)
        message.external_aad = link.encode()
        message.key = keys[message.phdr[KID]]
        return message.verify_signature()
    except Exception:  # whatever the reader says of a token that does not hold
        return False


def test_the_qr_is_read_from_the_paper_by_another_program(paper, qr, tmp_path):
    for dots in [150, 300]:
        page = papers.picture(paper, tmp_path / f"page{dots}", dots)
        assert qr in papers.qr_texts(page)


def test_pycose_verifies_the_token_with_the_published_key(demo, qr):
    link, token = parts_of(qr)
    assert holds(token, link, published_keys(demo))


def test_a_token_under_another_link_or_key_does_not_hold(demo, qr):
    link, token = parts_of(qr)
    keys = published_keys(demo)
    assert not holds(token, link[:-1] + ("0" if link[-1] != "0" else "1"), keys)
    others = list(keys.values())
    for kid in keys:
        wrong = {kid: other for other in others if other is not keys[kid]}
        assert not wrong or not holds(token, link, wrong)


def test_one_changed_bit_of_the_token_is_rejected(demo, qr):
    link, token = parts_of(qr)
    keys = published_keys(demo)
    dice = random.Random(7)
    _, _, payload, signature = cbor2.loads(token).value
    for _ in range(60):
        part = dice.choice([payload, signature])
        place = token.find(part) + dice.randrange(len(part))
        changed = bytearray(token)
        changed[place] ^= 1 << dice.randrange(8)
        assert not holds(bytes(changed), link, keys)


def test_the_token_binds_number_kind_day_name_birth_and_outcome(qr, paper):
    claims = cbor2.loads(cbor2.loads(parts_of(qr)[1]).value[2])
    assert sorted(claims) == [1, 2, 3, 4, 5, 6, 7, 8]
    text = unicodedata.normalize("NFC", papers.text(paper))
    assert claims[2] in text
    assert claims[3] == 1
    assert claims[5].upper() in text.upper()
    year, month, day = claims[6].split("-")
    assert f"{day}/{month}/{year}" in text or f"ngày {day} tháng {month} năm {year}" in text
    is_recorded, digest = claims[7]
    assert is_recorded is False and "Không có án tích" in text
    assert len(digest) >= 8


def test_the_link_of_the_qr_opens_the_certificates_page(demo, qr):
    address = qr.split("#")[0]
    page = Browser(demo.url).get(address[address.upper().index("/V/"):])
    assert page.status == 200
    claims = cbor2.loads(cbor2.loads(parts_of(qr)[1]).value[2])
    assert claims[2] in page.text
    assert claims[5] not in page.text, "the name is masked"


def test_what_is_typed_from_the_paper_is_compared(demo, qr):
    link, token = parts_of(qr)
    claims = cbor2.loads(cbor2.loads(token).value[2])
    birth = "/".join(reversed(claims[6].split("-")))
    true = {"number": claims[2], "name": claims[5], "birthDate": birth}

    def compared(typed):
        return Browser(demo.url).get(f"/v/{link}").form(field="birthDate").submit(typed)

    right, wrong = compared(true), compared(true | {"name": "Trần Văn Khác"})
    assert right.status == wrong.status == 200
    assert right.text != wrong.text
    assert claims[5] not in wrong.text, "it tells nobody the right name"


def test_the_publics_page_to_drop_a_pdf_on_says_the_same(demo, paper):
    def dropped(content):
        page = Browser(demo.url).get("/verify")
        form = next(form for form in page.forms() if "multipart" in form.encoding)
        field = next(f.get("name") for f in form.fields if f.get("type") == "file")
        return form.submit(files={field: ("paper.pdf", content, "application/pdf")})

    pdf = paper.read_bytes()
    good = dropped(pdf)
    assert good.status == 200
    for where, changed in papers.flips(pdf, 3, seed=3):
        bad = dropped(changed)
        assert bad.status in (200, 422), where
        assert bad.text != good.text, where
