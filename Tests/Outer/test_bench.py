"""`lylich bench applications` and `queues`, a few seconds of each: what they measure is sound.

Rates are not asked for here: this is the debug program on a busy machine.
"""

import re

from program import run


def verdicts(said):
    """The sentences of the report, by how they begin, with whether they hold."""
    found = re.findall(r"^(PASS|BELOW)\s+(.*)$", said, re.M)
    assert found, said
    return {words: mark == "PASS" for mark, words in found}


def test_a_handful_of_applications_go_from_the_first_page_to_the_certificate():
    said = run(
        "bench", "applications", "--seconds", 3, "--rate", 2, "--documents", 100, check=False,
        timeout=240,
    ).stdout
    holds = verdicts(said)
    assert holds["no answer of 500 and above, none unexpected"], said
    kept = next(words for words in holds if " lodged, " in words)
    assert kept.startswith("6 lodged, 6 in the database, 6 handed over, 6 certificates in hand")
    assert holds[kept], said
    assert all(holds[words] for words in holds if words.startswith("lylich check")), said
    examined = next(words for words in holds if "examined as a stranger" in words)
    assert holds[examined] and not examined.startswith("0 "), said


def test_loaded_cases_are_accepted_by_the_check_and_shown_in_the_queues():
    said = run(
        "bench", "queues", "--size", 60, "--size", 300, "--clicks", 3, check=False, timeout=240
    ).stdout
    holds = verdicts(said)
    assert all(holds[words] for words in holds if words.startswith("lylich check")), said
    assert "60 cases" in said and "300 cases" in said, said
    assert "assessor's queue" in said, said
