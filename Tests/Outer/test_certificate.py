"""The certificate, judged by programs that are not ours."""

import base64
import random
import subprocess
import unicodedata

import base45
import cbor2
import pytest
from cwt import COSE, COSEKey

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


def token_of(qr):
    """The COSE bytes that the QR carries (docs/qr.md): base45 after the prefix, if there is one."""
    return base45.b45decode(qr.removeprefix("LLTP1:"))


def published_keys(demo):
    """The keys that /trust/keys.json publishes, by key id."""
    keys = Browser(demo.url).get("/trust/keys.json").answer.json()["keys"]
    found = {}
    for key in keys:
        kid = key.get("kid", "")
        found[kid] = COSEKey.from_jwk({k: v for k, v in key.items() if isinstance(v, str)})
    return found


def test_the_qr_is_read_from_the_paper_by_another_program(paper, qr, tmp_path):
    for dots in [150, 300]:
        page = papers.picture(paper, tmp_path / f"page{dots}", dots)
        assert qr in papers.qr_texts(page)


def test_pycose_verifies_the_token_with_the_published_key(demo, qr):
    from pycose.algorithms import Es256
    from pycose.keys import EC2Key
    from pycose.keys.curves import P256
    from pycose.messages import Sign1Message

    message = Sign1Message.decode(token_of(qr))
    verified = []
    for key in Browser(demo.url).get("/trust/keys.json").answer.json()["keys"]:
        x, y = (base64.urlsafe_b64decode(key[axis] + "==") for axis in "xy")
        message.key = EC2Key(crv=P256, x=x, y=y, optional_params={"ALG": Es256})
        verified.append(message.verify_signature())
    assert verified.count(True) == 1


def test_one_changed_bit_of_the_token_is_rejected(demo, qr):
    token = token_of(qr)
    dice = random.Random(7)
    keys = list(published_keys(demo).values())

    def holds(changed):
        for key in keys:
            try:
                COSE.new().decode(changed, key)
                return True
            except Exception:  # whatever the reader says of a token that does not hold
                continue
        return False

    assert holds(token)
    protected, _, payload, signature = cbor2.loads(token).value
    for _ in range(50):
        part = dice.choice([payload, signature])
        place = token.find(part) + dice.randrange(len(part))
        changed = bytearray(token)
        changed[place] ^= 1 << dice.randrange(8)
        assert not holds(bytes(changed))


def test_the_token_binds_number_kind_day_name_birth_and_outcome(demo, qr, paper):
    claims = cbor2.loads(cbor2.loads(token_of(qr)).value[2])
    assert isinstance(claims, dict)
    assert len(claims) >= 6, claims
    everything = repr(claims)
    text = papers.text(paper)
    name = next(
        line.split(":", 1)[-1].strip() for line in text.splitlines() if "Họ và tên" in line
    )
    assert unicodedata.normalize("NFC", name).upper() in everything.upper()


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
