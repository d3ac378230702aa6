"""Signing with keys that never leave a hardware module: SoftHSM2 over PKCS#11."""

import os
import pathlib
import subprocess

import pytest

import papers
from program import need, run

MODULES = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
]


@pytest.fixture
def token(tmp_path):
    """A token of our own with two P-256 keys, leader and seal."""
    module = next(path for path in MODULES if pathlib.Path(path).exists())
    (tmp_path / "tokens").mkdir()
    config = tmp_path / "softhsm2.conf"
    config.write_text(f"directories.tokendir = {tmp_path}/tokens\nlog.level = ERROR\n")
    pin = tmp_path / "pin"
    pin.write_text("482913\n")
    env = os.environ | {"SOFTHSM2_CONF": str(config)}

    def pkcs11(*arguments):
        subprocess.run(
            [need("pkcs11-tool"), "--module", module, "--token-label", "lylich", "--login",
             "--pin", "482913", *arguments],
            check=True, capture_output=True, env=env,
        )

    subprocess.run(
        [need("softhsm2-util"), "--init-token", "--free", "--label", "lylich", "--so-pin",
         "739151", "--pin", "482913"],
        check=True, capture_output=True, env=env,
    )
    for index, label in enumerate(["leader", "seal"], start=1):
        pkcs11("--keypairgen", "--key-type", "EC:prime256v1", "--label", label, "--id",
               f"{index:02x}", "--usage-sign")
    return {"SOFTHSM2_CONF": str(config), "module": module, "pin": str(pin)}


def settings(token):
    def address(key):
        return f"pkcs11:token=lylich;object={key}?module-path={token['module']}" + (
            f"&pin-source=file:{token['pin']}"
        )

    return {
        "SOFTHSM2_CONF": token["SOFTHSM2_CONF"],
        "LYLICH_SIGNING_LEADER": address("leader"),
        "LYLICH_SIGNING_SEAL": address("seal"),
    }


def test_the_certificate_is_signed_by_the_module(new_demo, token, tmp_path):
    demo = new_demo(env=settings(token))
    out = tmp_path / "out"
    run("smoke", "--url", demo.url, "--out", out)
    assert papers.accepted(out / "certificate.pdf", out / "trust.pem")
    leader, seal = papers.pyhanko(out / "certificate.pdf", out / "trust.pem")
    assert leader.signing_cert.public_key.dump() != seal.signing_cert.public_key.dump()
    assert not list(demo.data.rglob("*leader*key*")), "a key file beside the module's"


def test_a_wrong_pin_stops_the_start_and_shows_no_pin(tmp_path, token):
    pathlib.Path(token["pin"]).write_text("000000\n")
    result = run(
        "demo", "--data", tmp_path / "data", "--profile", "stp-cantho-2023", "--port", "18999",
        check=False, timeout=60, env=settings(token),
    )
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert "signing.leader" in said
    assert "000000" not in said
