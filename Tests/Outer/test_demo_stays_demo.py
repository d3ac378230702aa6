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


def test_a_real_server_does_not_start_on_a_demo_folder(new_demo):
    demo = new_demo()
    demo.stop()
    result = run("serve", "--profile", "ca-cantho-2026", *demo.where, check=False, timeout=60)
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert "demo" in said.lower()


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


def test_it_refuses_keys_that_are_not_its_own(tmp_path):
    key = tmp_path / "production.pem"
    subprocess.run(
        ["openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", str(key)],
        check=True, capture_output=True,
    )
    result = run(
        "demo", "--data", tmp_path / "data", "--profile", "stp-cantho-2023",
        "--port", free_port(), check=False, timeout=60,
        env={"LYLICH_SIGNING_LEADER": str(key), "LYLICH_SIGNING_SEAL": str(key)},
    )
    assert result.returncode != 0
    assert "key" in (result.stdout + result.stderr).lower()


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
