"""A bad setting stops the start, and says which, what it holds, where from, and an example."""

import json

import pytest

from program import free_port, run


def refused(*arguments, env=None):
    result = run(*arguments, check=False, timeout=60, env=env)
    said = result.stdout + result.stderr
    assert result.returncode not in (0, None), said
    return said


@pytest.fixture
def data(tmp_path):
    """The folder of an installation that is not a demo."""
    folder = tmp_path / "data"
    run("migrate", "--data", folder, "--profile", "stp-cantho-2023")
    return folder


@pytest.fixture
def settings(tmp_path):
    """Everything that `serve` must be told."""
    secret = tmp_path / "secret"
    secret.write_text("do-not-show-this-secret\n")
    return {
        "LYLICH_PROFILE": "stp-cantho-2023",
        "LYLICH_HTTP_PORT": str(free_port()),
        "LYLICH_IDENTITY_ISSUER": "https://eid.example",
        "LYLICH_IDENTITY_CLIENT": "lylich",
        "LYLICH_IDENTITY_SECRET_FILE": str(secret),
        "LYLICH_POPULATION_URL": "https://population.example/query",
        "LYLICH_AGENCIES_RECORDS": "https://records.example",
        "LYLICH_AGENCIES_POLICE": "https://police.example",
        "LYLICH_PAYMENT_PAGE": "https://pay.example/pay",
        "LYLICH_PAYMENT_API": "https://pay.example/api",
        "LYLICH_PAYMENT_TERMINAL": "DEMO0001",
        "LYLICH_PAYMENT_SECRET_FILE": str(secret),
    }


def test_serve_has_no_default_profile(data, settings):
    del settings["LYLICH_PROFILE"]
    said = refused("serve", "--data", data, env=settings)
    assert "profile" in said
    assert "stp-cantho-2023" in said


@pytest.mark.parametrize(
    "key, variable, value",
    [
        ("http.port", "LYLICH_HTTP_PORT", "eighty"),
        ("http.port", "LYLICH_HTTP_PORT", "70000"),
        ("database", "LYLICH_DATABASE", "mysql://somewhere/x"),
        ("profile", "LYLICH_PROFILE", "no-such-office"),
        ("records.folder", "LYLICH_RECORDS_FOLDER", "/nowhere/incoming"),
        ("population.url", "LYLICH_POPULATION_URL", "ftp://register.example"),
        ("identity.secretFile", "LYLICH_IDENTITY_SECRET_FILE", "/nowhere/secret"),
        ("payment.api", "LYLICH_PAYMENT_API", "not an address"),
    ],
)
def test_a_bad_value_names_its_key_its_source_and_an_example(data, settings, key, variable, value):
    said = refused("serve", "--data", data, env=settings | {variable: value})
    assert f"'{key}'" in said
    assert variable in said
    assert value in said
    assert "example" in said.lower()
    assert "do-not-show-this-secret" not in said


@pytest.mark.parametrize(
    "variable, key",
    [("LYLICH_IDENTITY_ISSUER", "identity.issuer"), ("LYLICH_PAYMENT_TERMINAL", "payment.terminal")],
)
def test_a_missing_value_names_its_key_and_an_example(data, settings, variable, key):
    del settings[variable]
    said = refused("serve", "--data", data, env=settings)
    assert f"'{key}'" in said and variable in said and "example" in said.lower()


def test_a_folder_without_an_installation_says_how_to_make_one(tmp_path, settings):
    said = refused("serve", "--data", tmp_path / "new", env=settings)
    assert "migrate" in said


def test_a_value_of_the_settings_file_is_named_with_its_file(data, settings, tmp_path):
    file = tmp_path / "lylich.json"
    file.write_text(json.dumps({"http": {"port": "eighty"}}))
    del settings["LYLICH_HTTP_PORT"]
    said = refused("serve", "--data", data, "--config", file, env=settings)
    assert "'http.port'" in said
    assert str(file) in said


def test_the_command_line_wins_and_is_named(data, settings):
    said = refused("serve", "--data", data, "--port", "eighty", env=settings)
    assert "'http.port'" in said
    assert "command line" in said


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
