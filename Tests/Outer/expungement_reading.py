"""Reads one person of `lylich expungement` as strictly as the format says, for the oracle.

What is wrong is told with the path of the field, as the program tells it.
"""

import datetime
import re
from dataclasses import dataclass

NO, UNKNOWN = "no", "unknown"
IMPRISONMENT, SUSPENDED = "imprisonment", "suspendedImprisonment"

# Chapters XIII and XXVI of the 2015 Code, XI and XXIV of the 1999 Code.
COURT_ONLY = {
    "BLHS2015": [range(108, 122 + 1), range(421, 425 + 1)],
    "BLHS1999": [range(78, 92 + 1), range(341, 344 + 1)],
}
CLASSES = ["lessSerious", "serious", "verySerious", "extremelySerious", UNKNOWN]
FAULTS = ["intentional", "negligent", UNKNOWN]
WITHOUT_PENALTY = ["exempt", "juvenileMeasure"]
PRINCIPALS = [
    "warning", "fine", "nonCustodialReform", SUSPENDED, IMPRISONMENT, "lifeImprisonment",
    "deathCommuted", "expulsion", *WITHOUT_PENALTY,
]
SUPPLEMENTARY = [
    "residenceControl", "residenceBan", "positionBan", "practiceBan", "civilRightsDeprivation",
    "fine", "confiscation", "expulsion",
]
OBLIGATIONS = ["courtFee", "compensation", "confiscation", "recovery", "other"]
FIRST_DAY = datetime.date(2018, 1, 1)


class Unreadable(ValueError):
    """A line that breaks the format, and where."""

    def __init__(self, field, why):
        super().__init__(f"{field}: {why}")
        self.field = field


@dataclass(frozen=True)
class Offence:
    code: str
    article: int
    klass: str
    fault: str
    committed_on: datetime.date


@dataclass(frozen=True)
class Part:
    """A supplementary penalty or an obligation; `completed` is a day, NO or UNKNOWN."""

    kind: str
    completed: object


@dataclass(frozen=True)
class Conviction:
    id: str
    judgment_on: datetime.date
    effective_on: datetime.date
    annulled_on: object
    court_expunged_on: object
    general_amnesty_on: object
    offences: tuple
    kind: str
    months: object
    # A day, NO or UNKNOWN; None where an exempt one or a measure is silent on it.
    completed: object
    limitation_expired_on: object
    supplementary: tuple
    obligations: tuple

    @property
    def other_parts(self):
        return self.supplementary + self.obligations


@dataclass(frozen=True)
class Person:
    id: str
    as_of: datetime.date
    born_on: datetime.date
    pending: tuple
    convictions: tuple


class Node:
    """One JSON object, where it stands, and what it may hold."""

    def __init__(self, value, path, keys):
        self.path = path
        if not isinstance(value, dict):
            raise Unreadable(path, "an object is needed")
        for key in value:
            if key not in keys:
                raise Unreadable(self.at(key), "no such key")
        self.value = value

    def at(self, key):
        return f"{self.path}.{key}" if self.path else key

    def has(self, key):
        return key in self.value

    def needed(self, key):
        if key not in self.value:
            raise Unreadable(self.at(key), "is missing")
        return self.value[key]

    def text(self, key):
        value = self.needed(key)
        if not isinstance(value, str) or not value:
            raise Unreadable(self.at(key), "a text is needed")
        return value

    def number(self, key, least=1):
        value = self.needed(key)
        if type(value) is not int or value < least:
            raise Unreadable(self.at(key), "a whole number is needed")
        return value

    def word(self, key, words):
        value = self.needed(key)
        if not isinstance(value, str) or value not in words:
            raise Unreadable(self.at(key), "no such word")
        return value

    def day(self, key):
        return day(self.needed(key), self.at(key))

    def day_or_null(self, key):
        return None if self.value.get(key) is None else self.day(key)

    def completed(self):
        value = self.needed("completed")
        return value if value in (NO, UNKNOWN) else self.day("completed")

    def nodes(self, key, keys):
        """The objects of a list, which may be absent, not null."""
        values = self.value.get(key, [])
        if not isinstance(values, list):
            raise Unreadable(self.at(key), "a list is needed")
        return [Node(value, f"{self.at(key)}[{n}]", keys) for n, value in enumerate(values)]


def day(value, path):
    if not isinstance(value, str) or not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise Unreadable(path, "a day is needed")
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise Unreadable(path, "there is no such day") from None


def read(value) -> Person:
    top = Node(value, "", ["id", "asOf", "subject", "convictions"])
    subject = Node(top.needed("subject"), "subject", ["bornOn", "pending"])
    born_on = subject.day("bornOn")
    person = Person(
        id=top.text("id"),
        as_of=top.day("asOf"),
        born_on=born_on,
        pending=tuple(
            pending.day("committedOn") for pending in subject.nodes("pending", ["committedOn"])
        ),
        convictions=tuple(
            read_conviction(node, born_on) for node in top.nodes("convictions", CONVICTION_KEYS)
        ),
    )
    if person.as_of < FIRST_DAY:
        raise Unreadable("asOf", "is before 2018-01-01")
    seen = set()
    for n, conviction in enumerate(person.convictions):
        if conviction.id in seen:
            raise Unreadable(f"convictions[{n}].id", "was there before")
        seen.add(conviction.id)
    return person


CONVICTION_KEYS = [
    "id", "judgmentOn", "effectiveOn", "annulledOn", "courtExpungedOn", "generalAmnestyOn",
    "offences", "principal", "supplementary", "obligations",
]
OFFENCE_KEYS = ["code", "article", "clause", "point", "class", "fault", "committedOn"]
PRINCIPAL_KEYS = ["kind", "months", "completed", "limitationExpiredOn"]
PART_KEYS = ["kind", "completed"]


def read_conviction(node, born_on):
    judgment_on = node.day("judgmentOn")
    effective_on = node.day("effectiveOn")
    if effective_on < judgment_on:
        raise Unreadable(node.at("effectiveOn"), "is before the judgment")
    offences = tuple(
        read_offence(offence, born_on, judgment_on)
        for offence in node.nodes("offences", OFFENCE_KEYS)
    )
    if not offences:
        raise Unreadable(node.at("offences"), "at least one is needed")
    principal = Node(node.needed("principal"), node.at("principal"), PRINCIPAL_KEYS)
    kind = principal.word("kind", PRINCIPALS)
    is_silent = kind in WITHOUT_PENALTY and principal.value.get("completed") is None
    return Conviction(
        id=node.text("id"),
        judgment_on=judgment_on,
        effective_on=effective_on,
        annulled_on=node.day_or_null("annulledOn"),
        court_expunged_on=node.day_or_null("courtExpungedOn"),
        general_amnesty_on=node.day_or_null("generalAmnestyOn"),
        offences=offences,
        kind=kind,
        months=principal.number("months") if kind in (IMPRISONMENT, SUSPENDED) else None,
        completed=None if is_silent else principal.completed(),
        limitation_expired_on=principal.day_or_null("limitationExpiredOn"),
        supplementary=read_parts(node, "supplementary", SUPPLEMENTARY),
        obligations=read_parts(node, "obligations", OBLIGATIONS),
    )


def read_parts(node, key, kinds):
    return tuple(
        Part(part.word("kind", kinds), part.completed()) for part in node.nodes(key, PART_KEYS)
    )


def read_offence(node, born_on, judgment_on):
    committed_on = node.day("committedOn")
    if committed_on < fourteenth_birthday(born_on):
        raise Unreadable(node.at("committedOn"), "is before the 14th birthday")
    if committed_on > judgment_on:
        raise Unreadable(node.at("committedOn"), "is after the judgment")
    if node.has("clause"):
        node.number("clause")
    if node.has("point"):
        node.text("point")
    return Offence(
        code=node.word("code", list(COURT_ONLY)),
        article=node.number("article"),
        klass=node.word("class", CLASSES),
        fault=node.word("fault", FAULTS),
        committed_on=committed_on,
    )


def fourteenth_birthday(born_on):
    """29 February becomes the 28th where there is none."""
    try:
        return born_on.replace(year=born_on.year + 14)
    except ValueError:
        return datetime.date(born_on.year + 14, 2, 28)
