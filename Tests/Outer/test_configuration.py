"""A bad setting stops the start, and says which, what it holds, where from, and an example."""

import json

import pytest

from program import free_port, run


def refused(*arguments, env=None):
    result = run(*arguments, check=False, timeout=60, env=env)
    said = result.stdout + result.stderr
    assert result.returncode not in (0, None), said
    return said


def test_serve_has_no_default_profile(tmp_path):
    said = refused("serve", "--data", tmp_path, "--port", free_port())
    assert "profile" in said.lower()
    assert "stp-cantho-2023" in said


@pytest.mark.parametrize(
    "key, variable, value",
    [
        ("http.port", "LYLICH_HTTP_PORT", "eighty"),
        ("http.port", "LYLICH_HTTP_PORT", "70000"),
        ("database", "LYLICH_DATABASE", "mysql://somewhere/x"),
        ("profile", "LYLICH_PROFILE", "no-such-office"),
        ("population.url", "LYLICH_POPULATION_URL", "ftp://register.example"),
        ("identity.secretFile", "LYLICH_IDENTITY_SECRET_FILE", "/nowhere/secret"),
        ("payment.api", "LYLICH_PAYMENT_API", "not an address"),
    ],
)
def test_a_bad_value_names_its_key_its_source_and_an_example(tmp_path, key, variable, value):
    settings = {
        "LYLICH_PROFILE": "stp-cantho-2023",
        "LYLICH_IDENTITY_ISSUER": "https://eid.example",
        "LYLICH_IDENTITY_CLIENT": "lylich",
        "LYLICH_IDENTITY_SECRET_FILE": str(secret(tmp_path)),
        "LYLICH_POPULATION_URL": "https://population.example/query",
        "LYLICH_AGENCIES_RECORDS": "https://records.example",
        "LYLICH_AGENCIES_POLICE": "https://police.example",
        "LYLICH_PAYMENT_PAGE": "https://pay.example/pay",
        "LYLICH_PAYMENT_API": "https://pay.example/api",
        "LYLICH_PAYMENT_TERMINAL": "DEMO0001",
        "LYLICH_PAYMENT_SECRET_FILE": str(secret(tmp_path)),
    }
    said = refused("serve", "--data", tmp_path / "data", env=settings | {variable: value})
    assert key in said
    assert variable in said
    assert value in said or key.endswith("File")


def secret(folder):
    path = folder / "secret"
    path.write_text("s" * 32)
    return path


def test_a_value_of_the_settings_file_is_named_with_its_file(tmp_path):
    file = tmp_path / "lylich.json"
    file.write_text(json.dumps({"profile": "stp-cantho-2023", "http": {"port": "eighty"}}))
    said = refused("serve", "--data", tmp_path / "data", "--config", file)
    assert "http.port" in said
    assert str(file) in said


def test_the_command_line_is_named_too(tmp_path):
    said = refused("serve", "--profile", "no-such-office", "--data", tmp_path / "data")
    assert "profile" in said
    assert "stp-cantho-2023" in said


def test_a_secret_in_a_file_is_never_shown(tmp_path):
    path = tmp_path / "secret"
    path.write_text("do-not-show-this-secret")
    said = refused(
        "serve", "--data", tmp_path / "data",
        env={"LYLICH_IDENTITY_SECRET_FILE": str(path), "LYLICH_HTTP_PORT": "eighty"},
    )
    assert "do-not-show-this-secret" not in said


@pytest.mark.parametrize(
    "command", ["serve", "work", "migrate", "check", "smoke", "verify", "demo", "bench"]
)
def test_every_command_explains_itself(command):
    said = run(command, "--help").stdout
    assert "USAGE" in said
    assert command in said


def test_an_unknown_command_is_a_mistake_with_a_way_out():
    said = refused("isue")
    assert "help" in said.lower() or "usage" in said.lower()
