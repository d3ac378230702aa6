"""Suppliers' documents come in from a file: refused by line, never twice, sound afterwards."""

import json
import sqlite3

import pytest

from program import PROJECT, run

DEMO_FILE = PROJECT / "Sources/Neighbours/Resources/records.jsonl"


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "data"
    run("migrate", "--data", folder, "--profile", "stp-cantho-2023")
    return folder


def counted(data):
    with sqlite3.connect(data / "lylich.sqlite") as database:
        return [
            database.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]
            for table in ("records", "record_documents", "record_numbers", "record_names",
                          "record_batches", "events", "record_questions")
        ]


def test_a_file_imported_twice_changes_nothing(data, tmp_path):
    run("records", "import", DEMO_FILE, "--data", data)
    first = counted(data)
    assert first[0] == 5 and first[1] == len(DEMO_FILE.read_text().splitlines())
    again = run("records", "import", DEMO_FILE, "--data", data)
    assert "done before" in again.stdout
    assert counted(data) == first
    # The same lines in another file are not the same file, and still nothing new.
    other = tmp_path / "other.jsonl"
    other.write_text(DEMO_FILE.read_text() + "\n")
    run("records", "import", other, "--data", data)
    assert counted(data) == first


def test_a_dry_run_changes_nothing(data):
    said = run("records", "import", DEMO_FILE, "--data", data, "--dry-run")
    assert "Would file" in said.stdout
    assert counted(data) == [0] * 7


def test_refused_lines_are_named_without_what_they_hold(data, tmp_path):
    lines = DEMO_FILE.read_text().splitlines()
    wrong = json.loads(lines[1])
    wrong["person"]["born"] = "1985-13-45"
    strange = json.loads(lines[2])
    strange["nickname"] = "x"
    file = tmp_path / "some.jsonl"
    file.write_text("\n".join([lines[0], json.dumps(wrong), "{", json.dumps(strange)]))
    report = tmp_path / "report.txt"
    said = run("records", "import", file, "--data", data, "--report", report, check=False)
    assert said.returncode == 2
    named = [line.split("\t")[:2] for line in report.read_text().splitlines()]
    assert named == [["line 2", "person.born"], ["line 3", "document"], ["line 4", "nickname"]]
    everything = said.stdout + said.stderr + report.read_text()
    for secret in (wrong["person"]["name"], wrong["person"]["numbers"][0], "1985-13-45"):
        assert secret not in everything
    assert counted(data)[1] == 1


def test_the_check_recomputes_what_was_imported(data):
    run("records", "import", DEMO_FILE, "--data", data)
    said = run("check", "--data", data, check=False).stdout
    for sentence in ("every batch of documents has the hash that its event names",
                     "every record is the fold of its documents",
                     "every contradiction of a record has its open question"):
        assert f"ok   {sentence}" in said, said
    with sqlite3.connect(data / "lylich.sqlite") as database:
        database.execute("DROP TRIGGER record_documents_no_update")
        database.execute("UPDATE record_documents SET line = line + 1 WHERE id = 1")
    said = run("check", "--data", data, check=False)
    assert said.returncode == 1
    assert "FAIL every batch of documents has the hash that its event names" in said.stdout
