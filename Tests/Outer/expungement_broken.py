"""Broken lines for `lylich expungement`: each with one mistake, and the field that has it."""

import datetime
import json
import random

from expungement_oracle import years_after
from expungement_people import Day, FAR, History
from expungement_reading import NO, UNKNOWN


def bad_people(seed, count):
    """Lines with one mistake each: (text, id or None, fields of which one must be named).

    No field is asked of a text that is no JSON object."""
    dice = random.Random(seed)
    breaks = list(all_breaks())
    dice.shuffle(breaks)
    return [broken(dice, f"bad{n}", *breaks[n % len(breaks)]) for n in range(count)]


def broken(dice, name, where, change):
    person = whole_person(dice, name)
    at = {"i": dice.randrange(len(person["convictions"])), "j": dice.randrange(2)}
    if where is None:
        return change(json.dumps(person)), None, ()
    fields = tuple(field.format(**at) for field in where)
    change(person, fields[0])
    identity = person.get("id")
    identity = identity if isinstance(identity, str) else None
    return json.dumps(person), identity, fields


def steps(field):
    """`convictions[0].id` as the keys and numbers that lead there."""
    return [
        int(step) if step.isdigit() else step
        for step in field.replace("]", "").replace("[", ".").split(".")
    ]


def place(person, field):
    """The object or list that holds the field, and the field's key there."""
    *path, last = steps(field)
    for step in path:
        person = person[step]
    return person, last


def whole_person(dice, name):
    """Without a mistake and with two of everything, so that each place can be broken."""
    history = History(dice)
    history.convictions = [history.conviction() for _ in range(2)]
    for n, conviction in enumerate(history.convictions):
        conviction["id"] = "AB"[n]
        act = conviction["offences"][0]["committedOn"]
        conviction["offences"] = [history.offence(act) for _ in range(2)]
        conviction["principal"] |= {"kind": "imprisonment", "months": 24}
        conviction["principal"].setdefault("completed", conviction["effectiveOn"])
        conviction["supplementary"] = [{"kind": "fine", "completed": act} for _ in range(2)]
        conviction["obligations"] = [{"kind": "other", "completed": NO} for _ in range(2)]
    subject = {"bornOn": history.born, "pending": [{"committedOn": FAR}, {"committedOn": FAR}]}
    person = {"id": name, "asOf": history.as_of(), "subject": subject}
    return json.loads(json.dumps(person | {"convictions": history.convictions}, default=str))


CONVICTION = "convictions[{i}]"
OFFENCE = CONVICTION + ".offences[{j}]"
PRINCIPAL = CONVICTION + ".principal"
PARTS = [CONVICTION + ".supplementary[{j}]", CONVICTION + ".obligations[{j}]"]
PENDING = "subject.pending[{j}]"
NEEDED_DAYS = [
    "asOf", "subject.bornOn", CONVICTION + ".judgmentOn", CONVICTION + ".effectiveOn",
    OFFENCE + ".committedOn", PENDING + ".committedOn",
]
OTHER_DAYS = [CONVICTION + key for key in (".annulledOn", ".courtExpungedOn", ".generalAmnestyOn")]
OTHER_DAYS += [PRINCIPAL + ".limitationExpiredOn"]
COMPLETED = [part + ".completed" for part in [PRINCIPAL, *PARTS]]
LISTS = [CONVICTION + key for key in (".supplementary", ".obligations", ".offences")]
LISTS += ["subject.pending", "convictions"]
WORDS = [OFFENCE + ".code", OFFENCE + ".class", OFFENCE + ".fault"]
WORDS += [part + ".kind" for part in [PRINCIPAL, *PARTS]]
NUMBERS = [OFFENCE + ".article", PRINCIPAL + ".months"]
IDS_OF = ["id", CONVICTION + ".id"]
NO_DAYS = [
    "2019-02-29", "2100-02-29", "2018-13-01", "2018-00-10", "2018-04-31", "2018-04-00", "2018-4-1",
    "20180401", "01/04/2018", "2018-04-01T00:00:00Z", " 2018-04-01", "2018-04-01 ", "", "today",
    "٢٠١٨-٠٤-٠١", 20180401, True, [], {},
]


def all_breaks():
    """Each way to break a line: the fields that may be named, and the change."""
    for field in NEEDED_DAYS + COMPLETED + WORDS + NUMBERS + IDS_OF + [LISTS[2]]:
        yield (field,), without
        yield (field,), given(None)
    for field, inner in [("subject", "subject.bornOn"), (PRINCIPAL, PRINCIPAL + ".kind")]:
        yield (field, inner), without
        yield (field,), given([])
        yield (field,), given("text")
    yield (LISTS[2],), given([])
    for field in LISTS:
        yield (field,), given(None)
        yield (field,), given({})
    for field in NEEDED_DAYS + OTHER_DAYS + COMPLETED:
        for value in NO_DAYS:
            yield (field,), given(value)
    for field in COMPLETED:
        for value in ["yes", "No", "NO", "Unknown", False]:
            yield (field,), given(value)
    for field in NEEDED_DAYS + OTHER_DAYS:
        yield (field,), given(UNKNOWN)
    for field in WORDS:
        for value in ["", "none", "Fine", "BLHS1985", "blhs2015", "Serious", 1, True, []]:
            yield (field,), given(value)
    yield (PARTS[0] + ".kind",), given("courtFee")
    yield (PARTS[1] + ".kind",), given("practiceBan")
    for field in NUMBERS:
        for value in ["24", "", 24.5, True, []]:
            yield (field,), given(value)
    yield ("id",), given(7)
    yield (CONVICTION + ".id",), given(7)
    for place_of in ["", "subject.", PENDING + ".", CONVICTION + ".", OFFENCE + ".",
                     PRINCIPAL + ".", *(part + "." for part in PARTS)]:
        for key in ["note", "completedOn", "generalAmnesty", "limitationExpired", "supplementry"]:
            yield (place_of + key,), given(None)
            yield (place_of + key,), given("2020-01-01")
    for day in ["2017-12-31", "1999-01-01"]:
        yield ("asOf",), given(day)
    for _ in range(10):
        yield (OFFENCE + ".committedOn",), given_day(fourteenth, -1)
        yield (OFFENCE + ".committedOn",), given_day(judgment, 1)
        yield (CONVICTION + ".effectiveOn",), given_day(judgment, -1)
    yield ("convictions[1].id",), given("A")
    for text in ["{", "no JSON", "[]", "null", "42", '"text"', "{'id': 'x'}"]:
        yield None, lambda _, text=text: text
    yield None, lambda text: text[:-1]
    yield None, lambda text: text + " x"


def without(person, field):
    holder, key = place(person, field)
    del holder[key]


def given(value):
    def change(person, field):
        holder, key = place(person, field)
        holder[key] = value

    return change


def given_day(of, days):
    """So many days from that which `of` finds in the person and the conviction."""

    def change(person, field):
        conviction = person["convictions"][steps(field)[1]]
        given((of(person, conviction) + datetime.timedelta(days=days)).isoformat())(person, field)

    return change


def fourteenth(person, _):
    return years_after(Day.fromisoformat(person["subject"]["bornOn"]), 14)


def judgment(_, conviction):
    return Day.fromisoformat(conviction["judgmentOn"])
