"""Finding applicants in an invented register, by the commands, from outside."""

import csv
import pathlib
import random
import subprocess
import sys

import pytest

from program import run

LINKAGE = pathlib.Path(__file__).resolve().parents[2] / "Benchmarks/linkage"

@pytest.fixture(scope="module")
def register(tmp_path_factory):
    """Some thousands of people with the usual errors, and what is known about the applicants."""
    folder = tmp_path_factory.mktemp("register")
    subprocess.run(
        [sys.executable, LINKAGE / "gen.py", "--n", "4000", "--m", "1200", "--seed", "77",
         "--jobs", "1", "--out", folder],
        check=True,
    )
    run("match", "index", "--register", folder / "register.csv", "--index", folder / "index")
    return folder


def rows(text):
    return list(csv.DictReader(text.splitlines()))


def ask(folder, *more, check=True):
    return run(
        "match", "query", "--index", folder / "index", "--queries", folder / "queries.csv", *more,
        check=check,
    )


def truth(folder):
    with open(folder / "truth.csv", encoding="utf-8") as file:
        return {row["q_id"]: row for row in csv.DictReader(file)}


def test_people_are_found_and_strangers_are_not(register):
    answers = rows(ask(register).stdout)
    known = truth(register)
    assert {row["q_id"] for row in answers} == set(known)
    found, people, stopped, strangers = 0, 0, 0, 0
    for query, who in known.items():
        mine = [row for row in answers if row["q_id"] == query]
        if who["kind"] == "in":
            people += 1
            found += any(row["rec_id"] in who["rec_ids"].split(";") for row in mine)
        elif who["kind"] == "out_random":
            strangers += 1
            stopped += any(row["outcome"] != "clear" for row in mine)
    assert found / people >= 0.985
    assert stopped / strangers <= 0.03


def test_the_answers_keep_their_form(register):
    answers = rows(ask(register, "--all").stdout)
    before = None
    for row in answers:
        assert row["outcome"] in ("match", "review", "clear", "below")
        if row["rank"] == "0":
            assert (row["rec_id"], row["weight"], row["outcome"]) == ("", "", "clear")
            continue
        assert 1 <= int(row["rank"]) <= 50
        if before and before["q_id"] == row["q_id"] and before["rank"] != "0":
            assert int(before["weight"]) >= int(row["weight"])
        before = row


def test_the_same_question_has_the_same_answer(register):
    first = ask(register, "--all", "--threads", "1").stdout
    assert ask(register, "--all", "--threads", "2").stdout == first


def test_an_explanation_adds_up_in_words(register):
    query = next(q for q, who in truth(register).items() if who["kind"] == "in")
    said = run(
        "match", "explain", "--index", register / "index", "--queries", register / "queries.csv",
        "--query", query,
    ).stdout
    assert "cộng: +" in said and "cùng" in said
    missing = run(
        "match", "explain", "--index", register / "index", "--queries", register / "queries.csv",
        "--query", "nobody", check=False,
    )
    assert missing.returncode == 1


def test_evaluation_gives_recall_with_an_interval(register, tmp_path):
    (tmp_path / "answers.csv").write_text(ask(register, "--all").stdout, encoding="utf-8")
    said = run(
        "match", "evaluate", "--answers", tmp_path / "answers.csv", "--truth",
        register / "truth.csv",
    ).stdout
    assert "recall (match or review)" in said and "out_twin" in said and " to " in said


def test_added_rows_are_found_and_a_torn_end_is_not_believed(register, tmp_path):
    with open(register / "register.csv", encoding="utf-8") as file:
        heading, *body = file.read().splitlines()
    index = tmp_path / "index"
    (tmp_path / "first.csv").write_text("\n".join([heading, *body[:2000]]) + "\n", encoding="utf-8")
    (tmp_path / "more.csv").write_text("\n".join([heading, *body[2000:]]) + "\n", encoding="utf-8")
    run("match", "index", "--register", tmp_path / "first.csv", "--index", index)
    run("match", "add", "--register", tmp_path / "more.csv", "--index", index)
    log = (index / "added.log").read_bytes()
    (index / "added.log").write_bytes(log + log[: random.Random(5).randrange(1, 140)])
    answers = rows(
        run("match", "query", "--index", index, "--queries", register / "queries.csv").stdout
    )
    known = truth(register)
    people = [query for query, who in known.items() if who["kind"] == "in"]
    found = {
        row["q_id"] for row in answers
        if row["rec_id"] and row["rec_id"] in known[row["q_id"]]["rec_ids"].split(";")
    }
    assert len(found.intersection(people)) / len(people) >= 0.98


def test_broken_rows_are_named_without_their_content_and_the_rest_is_answered(register, tmp_path):
    with open(register / "queries.csv", encoding="utf-8") as file:
        heading, first, second, third, *_ = file.read().splitlines()
    broken = first.split(",")
    broken[3] = "45/45/1980"
    questions = tmp_path / "queries.csv"
    secret = "TuyệtMật"
    questions.write_text(
        "\n".join([heading, f"Q1,{secret},Nam", second, f"Q2,\"{secret},Nam,,,,,,,,", third]) + "\n",
        encoding="utf-8",
    )
    result = run(
        "match", "query", "--index", register / "index", "--queries", questions, check=False
    )
    assert result.returncode == 1
    assert "line 2:" in result.stderr and "line 4, column 2:" in result.stderr
    assert secret not in result.stderr
    answered = {row["q_id"] for row in rows(result.stdout)}
    assert answered == {second.split(",")[0], third.split(",")[0]}
