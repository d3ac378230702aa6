"""`lylich smoke`: one application through a running demo, and everything it leaves behind."""

import papers
from program import run


def test_smoke_leaves_its_five_files_and_says_each_step(smoked):
    out, said = smoked
    for name in ["certificate.pdf", "receipt.pdf", "slip.pdf", "qr.txt", "trust.pem"]:
        assert (out / name).stat().st_size > 0, name
    for name in ["certificate.pdf", "receipt.pdf", "slip.pdf"]:
        assert (out / name).read_bytes().startswith(b"%PDF-")
    assert "BEGIN CERTIFICATE" in (out / "trust.pem").read_text()
    steps = [line for line in said.splitlines() if line.strip()]
    assert len(steps) >= 6, said
    assert any(" s" in line or "ms" in line for line in steps), said


def test_smoke_prints_nothing_personal(smoked, demo):
    _, said = smoked
    for person in demo.accounts().get("citizens", []):
        assert str(person.get("nationalID", "?")) not in said


def test_what_smoke_leaves_is_a_certificate_that_a_stranger_accepts(smoked):
    out, _ = smoked
    assert papers.accepted(out / "certificate.pdf", out / "trust.pem")


def test_the_qr_text_is_the_one_on_the_paper(smoked, tmp_path):
    out, _ = smoked
    page = papers.picture(out / "certificate.pdf", tmp_path / "page")
    assert (out / "qr.txt").read_text().strip() in papers.qr_texts(page)


def test_the_slip_and_the_receipt_say_what_they_are(smoked):
    out, _ = smoked
    assert "GIẤY TIẾP NHẬN" in papers.text(out / "slip.pdf").upper()
    assert "BIÊN LAI" in papers.text(out / "receipt.pdf").upper()
    for name in ["slip.pdf", "receipt.pdf", "certificate.pdf"]:
        assert "BẢN MẪU" in papers.text(out / name).upper(), name


def test_smoke_fails_where_there_is_no_demo(tmp_path):
    result = run("smoke", "--url", "http://127.0.0.1:9", "--out", tmp_path, check=False)
    assert result.returncode != 0
    assert "127.0.0.1:9" in result.stdout + result.stderr
