"""A demo is marked at its creation, binds loopback only, and never becomes a real installation."""

import socket
import subprocess

import pytest

import papers
from browser import Browser
from program import free_port, run


def our_addresses():
    """Addresses of this machine that are not loopback."""
    listed = subprocess.run(["hostname", "-I"], capture_output=True, text=True).stdout.split()
    return [address for address in listed if "." in address and not address.startswith("127.")]


def test_it_listens_on_loopback_only(demo):
    for address in our_addresses():
        with socket.socket() as probe:
            probe.settimeout(2)
            assert probe.connect_ex((address, demo.port)) != 0, address


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])
def test_it_refuses_another_address(tmp_path, host):
    result = run(
        "demo", "--data", tmp_path / "data", "--profile", "stp-cantho-2023",
        "--port", free_port(), check=False, timeout=60, env={"LYLICH_HTTP_HOST": host},
    )
    assert result.returncode != 0
    assert "loopback" in (result.stdout + result.stderr).lower()


def elsewhere(demo):
    """Settings for `serve` as of a real installation, on the demo's folder."""
    secret = demo.folder / "secret"
    secret.write_text("s" * 32)
    return {
        "LYLICH_PROFILE": demo.profile, "LYLICH_HTTP_PORT": str(demo.port),
        "LYLICH_IDENTITY_ISSUER": "https://eid.example", "LYLICH_IDENTITY_CLIENT": "lylich",
        "LYLICH_IDENTITY_SECRET_FILE": str(secret),
        "LYLICH_POPULATION_URL": "https://population.example/query",
        "LYLICH_AGENCIES_RECORDS": "https://records.example",
        "LYLICH_AGENCIES_POLICE": "https://police.example",
        "LYLICH_PAYMENT_PAGE": "https://pay.example/pay",
        "LYLICH_PAYMENT_API": "https://pay.example/api",
        "LYLICH_PAYMENT_TERMINAL": "REAL0001", "LYLICH_PAYMENT_SECRET_FILE": str(secret),
    }


def test_serve_on_a_demo_folder_is_still_a_demo(new_demo):
    demo = new_demo()
    demo.stop()
    settings = elsewhere(demo) | {"LYLICH_HTTP_HOST": "0.0.0.0"}
    result = run("serve", *demo.where, check=False, timeout=60, env=settings)
    assert result.returncode != 0
    assert "loopback" in result.stdout + result.stderr


def test_a_demo_without_its_mark_starts_no_more(new_demo):
    """Taking the mark away makes nothing real: database and folder then disagree."""
    demo = new_demo()
    demo.stop()
    (demo.data / "DEMO").unlink()
    for command in [["serve"], ["demo", "--port", demo.port]]:
        arguments = [*command, "--profile", demo.profile, *demo.where]
        result = run(*arguments, check=False, timeout=60, env=elsewhere(demo))
        assert result.returncode != 0, command
        assert "demo" in result.stdout + result.stderr


def test_a_demo_does_not_start_on_a_folder_that_is_not_one(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "something").write_text("of somebody else")
    result = run(
        "demo", "--data", folder, "--profile", "stp-cantho-2023", "--port", free_port(),
        check=False, timeout=60,
    )
    assert result.returncode != 0
    assert "demo" in (result.stdout + result.stderr).lower()


def test_it_refuses_keys_that_are_not_its_own(new_demo):
    """A certificate that does not say DEMO is a real one, whoever signed it."""
    demo = new_demo()
    demo.stop()
    agency = next(path.parent for path in (demo.data / "keys").glob("*/leader.pem"))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-keyout", str(agency / "leader.key.pem"), "-out", str(agency / "leader.pem"),
         "-days", "2", "-subj", "/C=VN/O=So Tu phap/CN=Giam doc"],
        check=True, capture_output=True,
    )
    (agency / "leader.key.pem").chmod(0o600)
    result = run(
        "demo", "--profile", demo.profile, "--port", demo.port, *demo.where, check=False,
        timeout=60,
    )
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert "demo" in said and "real" in said


def test_pages_and_papers_are_stamped(demo, smoked):
    for path in ["/", "/verify", "/sign-in"]:
        assert "BẢN MẪU" in Browser(demo.url).get(path).text.upper(), path
    out, _ = smoked
    for name in ["certificate.pdf", "slip.pdf", "receipt.pdf"]:
        assert "BẢN MẪU" in papers.text(out / name).upper(), name


def test_the_accounts_are_random_and_on_the_front_page(demo, new_demo):
    other = new_demo()
    mine, theirs = passwords(demo.accounts()), passwords(other.accounts())
    assert mine and theirs
    assert not mine & theirs
    front = Browser(demo.url).get("/").text
    for password in mine:
        assert password in front


def passwords(accounts):
    found = set()

    def look(value):
        if isinstance(value, dict):
            if "password" in value:
                found.add(value["password"])
            for inner in value.values():
                look(inner)
        if isinstance(value, list):
            for inner in value:
                look(inner)

    look(accounts)
    return found


def test_ctrl_c_stops_it_cleanly_and_a_second_start_continues(new_demo):
    demo = new_demo()
    before = demo.accounts()
    assert demo.stop() == 0, demo.tail()
    demo.start()
    assert demo.accounts() == before
