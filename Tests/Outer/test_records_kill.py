"""An import is killed at any moment and goes on: the records are those of an import left alone."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import time

import pytest

from program import PROJECT, lylich, plain_environment, run, wait_until

SEED_LINE = json.loads((PROJECT / "Sources/Neighbours/Resources/records.jsonl")
                       .read_text().splitlines()[0])
LINES = 45_000
TABLES = {
    "records": "id, name, born", "record_names": "search_name, birth_year, record",
    "record_numbers": "number, record",
    "record_documents": "id, record, batch, line, fingerprint, edition, supersedes, body",
    "record_questions": "id, record, subject, documents",
    "record_late": "document, supplier, issuer, days_late",
    "record_import_refusals": "line, field, reason", "record_imports": "file_sha256, lines_done",
}


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """Right lines, doubled ones, contradictions, and one in a hundred that is refused."""
    dice = random.Random(7)
    file = tmp_path_factory.mktemp("import") / "many.jsonl"
    with file.open("w") as out:
        for index in range(LINES):
            one = json.loads(json.dumps(SEED_LINE))
            person = dice.randrange(LINES // 2)
            one["person"] |= {"name": f"Người Mẫu Số {'ABCDEFGH'[person % 8]}",
                              "numbers": [f"0{920_900_000_00 + person}"]}
            one["person"].pop("spouse")
            if index % 100 == 7:
                one["person"]["born"] = "1990-02-31"
            if index % 50 == 3:
                one["principal"]["words"] = "Phạt tiền 12.000.000 đồng"
            out.write(json.dumps(one, ensure_ascii=False) + "\n")
    return file


class Place:
    """An installation on one engine, and what its tables hold."""

    def __init__(self, folder, engine, request):
        self.data, self.database = folder / "data", None
        if engine == "postgres":
            self.server = request.getfixturevalue("postgres_server")
            self.database = self.server.new_database()
        self.where = ["--data", str(self.data)]
        self.where += ["--database", self.database] if self.database else []
        run("migrate", *self.where, "--profile", "stp-cantho-2023")

    def rows(self):
        found = {}
        for table, columns in TABLES.items():
            query = f"SELECT {columns} FROM {table} ORDER BY {columns}"
            if self.database:
                found[table] = subprocess.run(
                    ["psql", "--no-psqlrc", "-At", "-c", query, self.database],
                    check=True, capture_output=True, timeout=120).stdout
            else:
                with sqlite3.connect(self.data / "lylich.sqlite") as database:
                    found[table] = database.execute(query).fetchall()
        return found

    def start(self, file, report):
        return subprocess.Popen(
            [lylich(), "records", "import", str(file), "--report", str(report), *self.where],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=plain_environment(), text=True)

    def drop(self):
        if self.database:
            self.server.drop(self.database)


@pytest.fixture
def place(tmp_path, request):
    made = []

    def make(engine):
        folder = tmp_path / f"place{len(made)}"
        folder.mkdir()
        made.append(Place(folder, engine, request))
        return made[-1]

    yield make
    for one in made:
        one.drop()


@pytest.mark.timeout(900)
def test_killed_midway_the_result_is_that_of_one_left_alone(place, documents, tmp_path, engine):
    whole, killed = place(engine), place(engine)
    begun = time.monotonic()
    report = tmp_path / "whole.txt"
    left_alone = whole.start(documents, report)
    left_alone.wait(timeout=600)
    assert left_alone.returncode == 2
    seconds = time.monotonic() - begun
    dice = random.Random(11)
    again = tmp_path / "killed.txt"
    kills = 0
    # Early, in the middle of a batch, between two, and wherever the clock falls.
    for share in [0.02, 0.3, 0.5, dice.uniform(0.1, 0.9), dice.uniform(0.1, 0.9)]:
        running = killed.start(documents, again)
        time.sleep(seconds * share)
        if running.poll() is None:
            os.kill(running.pid, signal.SIGKILL)
            kills += 1
        running.wait(timeout=60)
    assert kills >= 3
    last = killed.start(documents, again)
    last.wait(timeout=600)
    assert last.returncode == 2
    assert again.read_text() == report.read_text(), "every refused line is named, once"
    assert len(report.read_text().splitlines()) >= LINES // 100
    assert killed.rows() == whole.rows()
    assert "FAIL" not in run("check", *killed.where, check=False, timeout=300).stdout


def test_a_watched_folder_takes_files_reports_and_survives_a_kill(place, documents, tmp_path):
    one = place("sqlite")
    folder = tmp_path / "in"
    folder.mkdir()
    lines = documents.read_text().splitlines()
    (folder / "good.jsonl").write_text("\n".join(lines[20:30]) + "\n")
    (folder / "bad.jsonl").write_text("\n".join(lines[0:10]) + "\n{\n")
    (folder / "single.json").write_text(json.dumps(json.loads(lines[31]), indent=2))
    (folder / ".hidden.jsonl").write_text("{")
    (folder / "note.txt").write_text("no document")
    big = folder / "big.jsonl"
    big.write_bytes(documents.read_bytes())
    old = time.time() - 60
    for file in folder.iterdir():
        os.utime(file, (old, old))
    # Still being written, as its time says.
    (folder / "growing.jsonl").write_text(lines[0])
    os.utime(folder / "growing.jsonl", (old + 3600, old + 3600))
    (folder / "huge.jsonl").write_text("x" * 500_000)
    os.utime(folder / "huge.jsonl", (old, old))
    watch = [lylich(), "records", "watch", str(folder), *one.where]
    running = subprocess.Popen(
        watch, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=plain_environment())
    wait_until(lambda: (folder / "working/big.jsonl").exists(), 60)
    second = run("records", "watch", folder, "--once", *one.where, check=False)
    assert second.returncode == 1 and "another process" in second.stderr
    time.sleep(0.5)
    os.kill(running.pid, signal.SIGKILL)
    running.wait(timeout=20)
    said = run("records", "watch", folder, "--once", *one.where, check=False, timeout=300)
    assert said.returncode == 2
    done = sorted(p.name for p in (folder / "done").iterdir())
    refused = sorted(p.name for p in (folder / "refused").iterdir())
    assert done == ["good.jsonl", "good.jsonl.report.txt", "single.json",
                    "single.json.report.txt"]
    assert refused == ["bad.jsonl", "bad.jsonl.report.txt", "big.jsonl", "big.jsonl.report.txt",
                       "huge.jsonl", "huge.jsonl.report.txt"]
    report = (folder / "refused/big.jsonl.report.txt").read_text()
    assert report.count("\tperson.born\t") == LINES // 100
    assert "unreadable" in (folder / "refused/huge.jsonl.report.txt").read_text()
    left = sorted(p.name for p in folder.iterdir() if p.is_file())
    assert left == [".hidden.jsonl", ".watched", "growing.jsonl", "note.txt"]
    # The same content under another name changes nothing.
    before = one.rows()
    (folder / "again.jsonl").write_text("\n".join(lines[20:30]) + "\n")
    os.utime(folder / "again.jsonl", (old, old))
    os.remove(folder / "growing.jsonl")
    run("records", "watch", folder, "--once", *one.where)
    assert one.rows() == before
