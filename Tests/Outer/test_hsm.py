"""Signing with keys that never leave a hardware module: SoftHSM2 over PKCS#11."""

import datetime
import os
import pathlib
import subprocess

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.x509.oid import NameOID

import papers
from program import need, run

MODULES = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
]
PIN = "482913"


class Token:
    """A token of our own with two P-256 keys, leader and seal."""

    def __init__(self, folder):
        self.folder = folder
        self.module = next(path for path in MODULES if pathlib.Path(path).exists())
        (folder / "tokens").mkdir()
        self.config = folder / "softhsm2.conf"
        self.config.write_text(f"directories.tokendir = {folder}/tokens\nlog.level = ERROR\n")
        self.pin = folder / "pin"
        self.write_pin(PIN)
        self.call(
            need("softhsm2-util"), "--init-token", "--free", "--label", "lylich",
            "--so-pin", "739151", "--pin", PIN,
        )
        for index, label in enumerate(["leader", "seal"], start=1):
            self.pkcs11(
                "--keypairgen", "--key-type", "EC:prime256v1", "--label", label,
                "--id", f"{index:02x}", "--usage-sign",
            )

    def write_pin(self, pin):
        self.pin.write_text(pin + "\n")
        self.pin.chmod(0o600)

    def call(self, *command):
        environment = os.environ | {"SOFTHSM2_CONF": str(self.config)}
        subprocess.run(command, check=True, capture_output=True, env=environment)

    def pkcs11(self, *arguments):
        self.call(
            need("pkcs11-tool"), "--module", self.module, "--token-label", "lylich", "--login",
            "--pin", PIN, *arguments,
        )

    def public_key(self, label):
        path = self.folder / f"{label}.spki"
        self.pkcs11("--read-object", "--type", "pubkey", "--label", label,
                    "--output-file", str(path))
        return serialization.load_der_public_key(path.read_bytes())

    def settings(self, **chains):
        def place(label):
            return (
                f"pkcs11:module={self.module};token=lylich;key={label};pin={self.pin};"
                f"chain={chains[label]}"
            )

        return {
            "SOFTHSM2_CONF": str(self.config),
            "LYLICH_SIGNING_LEADER": place("leader"),
            "LYLICH_SIGNING_SEAL": place("seal"),
        }


@pytest.fixture
def token(tmp_path):
    return Token(tmp_path)


def vouch(keys, public_key, common_name, organization="DEMO"):
    """A certificate by the demo's root for a key of the module, with its chain, as PEM."""
    root = x509.load_pem_x509_certificate((keys / "root.pem").read_bytes())
    root_key = serialization.load_pem_private_key((keys / "root.key.pem").read_bytes(), None)
    now = datetime.datetime.now(datetime.timezone.utc)
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organization),
            x509.NameAttribute(NameOID.COMMON_NAME, common_name),
        ]))
        .issuer_name(root.subject)
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(days=30))
        .add_extension(x509.BasicConstraints(False, None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key()), False
        )
        .sign(root_key, hashes.SHA256())
    )
    both = [certificate, root]
    return b"".join(c.public_bytes(serialization.Encoding.PEM) for c in both)


@pytest.fixture
def chains(new_demo, token, tmp_path):
    """A stopped demo, and certificates of its root for the module's keys."""
    demo = new_demo()
    demo.stop()
    paths = {}
    for label in ["leader", "seal"]:
        paths[label] = tmp_path / f"{label}.pem"
        paths[label].write_bytes(
            vouch(demo.data / "keys", token.public_key(label), f"HSM {label} (BẢN MẪU)")
        )
    return demo, paths


def test_the_certificate_is_signed_by_the_module(chains, token, tmp_path):
    demo, paths = chains
    demo.env = token.settings(**paths)
    demo.start()
    out = tmp_path / "out"
    run("smoke", "--url", demo.url, "--out", out)
    assert papers.accepted(out / "certificate.pdf", out / "trust.pem")
    leader, seal = papers.pyhanko(out / "certificate.pdf", out / "trust.pem")
    assert "HSM leader" in leader.signing_cert.subject.human_friendly
    assert "HSM seal" in seal.signing_cert.subject.human_friendly
    demo.check()


def test_a_wrong_pin_stops_the_start_and_is_not_shown(chains, token):
    demo, paths = chains
    token.write_pin("000000")
    result = run(
        "demo", "--profile", demo.profile, "--port", demo.port, *demo.where, check=False,
        timeout=60, env=token.settings(**paths),
    )
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert "PIN" in said
    assert "000000" not in said


def test_a_setting_that_names_no_module_says_how_to_write_one(chains, token):
    demo, paths = chains
    settings = token.settings(**paths) | {"LYLICH_SIGNING_SEAL": "pkcs11:token=lylich"}
    result = run(
        "demo", "--profile", demo.profile, "--port", demo.port, *demo.where, check=False,
        timeout=60, env=settings,
    )
    said = result.stdout + result.stderr
    assert result.returncode != 0
    assert "signing.seal" in said and "module=" in said
