"""`lylich expungement` beside a second opinion: given people, invented people, broken lines."""

import json
from collections import Counter

import pytest

from expungement_broken import all_breaks, bad_people
from expungement_oracle import answer
from expungement_people import people
from program import PROJECT, run

SEED = 20261125
COUNT = 5_000
VECTORS = PROJECT / "Tests/Outer/vectors"


def lines_of(path):
    return [json.loads(line) for line in path.read_text().splitlines()]


@pytest.fixture(scope="module")
def given():
    """300 people, and the answers that came with them."""
    said = lines_of(VECTORS / "expungement-answers.jsonl")
    persons = lines_of(VECTORS / "expungement-people.jsonl")
    assert len(persons) == len(said) == 300
    return persons, said


@pytest.fixture(scope="module")
def invented():
    return people(SEED, COUNT)


def text_of(persons):
    return "".join(json.dumps(person) + "\n" for person in persons)


def asked(text, *options, status=0):
    """What the program says to standard input, line by line."""
    result = run("expungement", *options, "-", input=text, check=False)
    assert result.returncode == status, result.stderr[-2000:]
    return read_lines(result.stdout)


def read_lines(text):
    *lines, rest = text.split("\n")
    assert rest == "", "the last line has no end"
    return [json.loads(line) for line in lines]


def bare(said):
    """The part of an answer that the law decides, without the words for the officer."""
    kept = {key: said.get(key) for key in ("id", "result", "certificate1", "certificate2")}
    kept["convictions"] = [
        {key: conviction.get(key) for key in ("id", "status", "from")}
        for conviction in said.get("convictions", [])
    ]
    return kept | ({"error": said["error"]} if "error" in said else {})


def assert_same(persons, expected, said):
    assert len(said) == len(persons)
    differing = [
        f"person   {json.dumps(person)}\nexpected {json.dumps(want)}\nsaid     {json.dumps(got)}"
        for person, want, got in zip(persons, expected, map(bare, said))
        if want != got
    ]
    if differing:
        pytest.fail(f"{len(differing)} of {len(persons)} differ\n\n" + "\n\n".join(differing[:5]))


def test_the_second_opinion_agrees_with_the_given_answers(given):
    persons, expected = given
    assert_same(persons, expected, [answer(person) for person in persons])


def test_the_given_people_from_a_file(given, tmp_path):
    persons, expected = given
    file = tmp_path / "people.jsonl"
    file.write_text(text_of(persons))
    said = read_lines(run("expungement", file).stdout)
    assert_same(persons, expected, said)
    assert [one["asOf"] for one in said] == [person["asOf"] for person in persons]


def test_the_invented_people_come_to_every_conclusion(invented):
    met = Counter(said["status"] for person in invented for said in answer(person)["convictions"])
    assert len(met) == 7 and min(met.values()) > COUNT / 20, met


def test_invented_people(invented):
    assert_same(invented, [answer(person) for person in invented], asked(text_of(invented)))


def test_the_order_in_which_convictions_are_told_changes_nothing(invented):
    several = [person for person in invented if len(person.get("convictions", [])) > 1][:1000]
    turned = [person | {"convictions": person["convictions"][::-1]} for person in several]
    expected = [answer(person) for person in several]
    for one in expected:
        one["convictions"].reverse()
    assert_same(turned, expected, asked(text_of(turned)))


def test_what_the_format_leaves_out_is_none():
    """Absent lists are empty, absent days are null, null days are absent, and text may escape."""
    offence = {
        "code": "BLHS2015", "article": 173, "class": "serious", "fault": "intentional",
        "committedOn": "2019-01-01",
    }
    short = {
        "id": "ngắn", "asOf": "2026-11-21", "subject": {"bornOn": "1985-03-02"},
        "convictions": [{
            "id": "A", "judgmentOn": "2019-03-20", "effectiveOn": "2019-04-20",
            "offences": [offence], "principal": {"kind": "fine", "completed": "2020-02-29"},
        }],
    }
    days = ["annulledOn", "courtExpungedOn", "generalAmnestyOn"]
    long = json.loads(json.dumps(short))
    long["subject"]["pending"] = []
    long["convictions"][0] |= {"supplementary": [], "obligations": []} | dict.fromkeys(days)
    long["convictions"][0]["principal"]["limitationExpiredOn"] = None
    none = {key: short[key] for key in ("id", "asOf", "subject")}
    raw = json.dumps(short, ensure_ascii=False) + "\n"
    persons = [short, long, none, short]
    said = asked(text_of(persons[:3]) + raw)
    assert_same(persons, [answer(person) for person in persons], said)
    assert said[0]["convictions"][0]["from"] == "2021-03-01"
    assert said[2]["result"] == "noCriminalRecord"


def test_each_conclusion_has_reasons_and_a_trace_only_when_asked(invented):
    some = invented[:200]
    for explain in (False, True):
        said = asked(text_of(some), *(["--explain"] if explain else []))
        assert_same(some, [answer(person) for person in some], said)
        for conviction in (conviction for one in said for conviction in one["convictions"]):
            assert isinstance(conviction["explanation"], str) and conviction["explanation"]
            assert all(isinstance(article, str) and article for article in conviction["basis"])
        traced = ["trace" in json.dumps(one) for one in said if one["convictions"]]
        assert set(traced) == {explain}


def test_broken_lines_are_named_and_the_others_answered(invented):
    """Every way to break a line twice over, among sound lines, in their order."""
    broken = bad_people(SEED, 2 * len(list(all_breaks())))
    sound = invented[:len(broken)]
    text = "".join(f"{bad[0]}\n{json.dumps(good)}\n" for bad, good in zip(broken, sound))
    said = asked(text, status=1)
    assert_same(sound, [answer(person) for person in sound], said[1::2])
    assert len(said) == 2 * len(broken)
    mistakes = []
    for number, ((line, identity, fields), got) in enumerate(zip(broken, said[::2])):
        error = got.get("error", {})
        if (
            got.get("id") != identity
            or error.get("line") != 2 * number + 1
            or not error.get("message")
            or fields and error.get("field") not in fields
            or "result" in got
        ):
            mistakes.append(f"line     {line}\nexpected {identity} {fields}\nsaid     {got}")
    if mistakes:
        pytest.fail(f"{len(mistakes)} of {len(broken)}\n\n" + "\n\n".join(mistakes[:8]))


def test_one_broken_line_alone_is_status_1():
    (said,) = asked('{"id":"x"}\n', status=1)
    assert said["id"] == "x" and said["error"]["line"] == 1


def test_no_line_is_no_answer():
    assert asked("") == []
