"""Has this person a criminal record on that day? A second opinion, to compare the program with.

Written from the rules alone and for reading, not for speed. The rules are numbered in the order
in which they are tried for each conviction; each is a function, or some, with the number in the
name, and says what it asks. Nothing here is shared with the program. Standard library only.
"""

import datetime
from dataclasses import dataclass, replace

from expungement_reading import COURT_ONLY, IMPRISONMENT, NO, UNKNOWN, Person, read
from expungement_reading import Unreadable as Unreadable  # What `answer` raises; see `field`.

NEW_CODE = datetime.date(2018, 1, 1)
ONE_DAY = datetime.timedelta(days=1)

ACTIVE, EXPUNGED, NEVER = "active", "expunged", "neverCounted"
AWAITING, VERIFY = "awaitingCourtDecision", "needsVerification"
ANNULLED, NOT_EFFECTIVE = "annulled", "notEffective"

# The day after each is completed counts; of every other part, the day itself.
RUNNING_PENALTIES = {
    "residenceControl", "residenceBan", "positionBan", "practiceBan", "civilRightsDeprivation",
}

# Rules 6, 7 and 8: (longest imprisonment in months, years to wait); the last is for all above.
YEARS_COURT = [(60, 3), (180, 5), (None, 7)]
YEARS_2015 = [(60, 2), (180, 3), (None, 5)]
YEARS_1999 = [(36, 3), (180, 5), (None, 7)]


@dataclass(frozen=True)
class Conclusion:
    """What is said of one conviction: a status, and the day that goes with it, or None."""

    status: str
    day: object = None


def answer(person: dict) -> dict:
    """The answer for one person, as the program gives it, without reasons.

    Raises `Unreadable`, which names the field, where the line breaks the format."""
    known = read(person)
    concluded = {c.id: conclude(c, known) for c in known.convictions}
    in_order = sorted(known.convictions, key=lambda c: (c.judgment_on, c.id))
    statuses = [c.status for c in concluded.values()]
    result = result_of(statuses)

    def listed(is_listed):
        # Nothing may be printed yet.
        if result == VERIFY:
            return None
        return [c.id for c in in_order if is_listed(concluded[c.id].status)]

    return {
        "id": known.id,
        "result": result,
        "certificate1": listed(lambda status: status in {ACTIVE, AWAITING}),
        "certificate2": listed(lambda status: status not in {ANNULLED, NOT_EFFECTIVE, NEVER}),
        "convictions": [
            {"id": key, "status": said.status, "from": said.day.isoformat() if said.day else None}
            for key, said in concluded.items()
        ],
    }


def result_of(statuses):
    if VERIFY in statuses:
        return "needsVerification"
    if ACTIVE in statuses or AWAITING in statuses:
        return "hasCriminalRecord"
    return "noCriminalRecord"


def conclude(conviction, person: Person) -> Conclusion:
    """The rules in the order in which they are tried; the first that concludes wins."""
    return (
        rule_2_not_in_force(conviction, person.as_of)
        or rule_3_decided_by_others(conviction, person.as_of)
        or rule_4_never_counted(conviction, person.born_on)
        or rule_5_mixed_ages(conviction, person.born_on)
        or rule_10_not_yet_known(conviction, person, rule_9_new_offence(conviction, person))
    )


# Rule 1: days.


def years_after(day, years):
    """Rule 1: the same day and month; 29 February becomes the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return datetime.date(day.year + years, 2, 28)


def day_after_years(day, years):
    """Rule 1: the first day on which the person counts as not convicted."""
    return years_after(day, years) + ONE_DAY


def is_younger(born_on, years, day):
    """Rule 1: whether somebody is not yet so old on that day."""
    return day < years_after(born_on, years)


# Rules 2 to 4: what is concluded without counting.


def rule_2_not_in_force(conviction, as_of):
    """A judgment without effect yet, and one that a higher court took away, in this order."""
    if conviction.effective_on > as_of:
        return Conclusion(NOT_EFFECTIVE)
    if conviction.annulled_on and conviction.annulled_on <= as_of:
        return Conclusion(ANNULLED)
    return None


def rule_3_decided_by_others(conviction, as_of):
    """General amnesty or a court's decision: from that day, whatever else is true."""
    decided = [conviction.general_amnesty_on, conviction.court_expunged_on]
    decided = [day for day in decided if day and day <= as_of]
    return Conclusion(EXPUNGED, min(decided)) if decided else None


def rule_4_never_counted(conviction, born_on):
    """2015 Code, Articles 69.2 and 107.1: no penalty, or nothing but offences that never count.

    Every way in which the unknown can turn out is tried; where they differ, ask."""
    if conviction.kind in {"exempt", "juvenileMeasure"}:
        return Conclusion(NEVER)
    ways = [rule_4_ways(offence, born_on) for offence in conviction.offences]
    if all(way == {True} for way in ways):
        return Conclusion(NEVER)
    if all(True in way for way in ways):
        return Conclusion(VERIFY)
    return None


def rule_4_ways(offence, born_on):
    """Whether the offence is never counted, for each class and fault that it may have."""
    classes, faults = [offence.klass], [offence.fault]
    if offence.klass == UNKNOWN:
        classes = ["lessSerious", "serious", "verySerious", "extremelySerious"]
    if offence.fault == UNKNOWN:
        faults = ["intentional", "negligent"]
    return {
        rule_4_offence(klass, fault, born_on, offence.committed_on)
        for klass in classes
        for fault in faults
    }


def rule_4_offence(klass, fault, born_on, day):
    """By the age on the day of the act; nobody is under 14 here."""
    if fault == "negligent" and klass in {"lessSerious", "serious"}:
        return True
    if is_younger(born_on, 16, day):
        return True
    if is_younger(born_on, 18, day):
        return klass in {"lessSerious", "serious"} or (
            klass == "verySerious" and fault == "negligent"
        )
    return False


# Rules 5 to 8: counting.


def rule_5_is_juvenile(conviction, born_on):
    return all(is_younger(born_on, 18, offence.committed_on) for offence in conviction.offences)


def rule_5_mixed_ages(conviction, born_on):
    """Interpretation: offences both under and over 18 in one judgment are for a person to see."""
    young = {is_younger(born_on, 18, offence.committed_on) for offence in conviction.offences}
    return Conclusion(VERIFY) if young == {True, False} else None


def rule_6_is_court_only(conviction):
    """2015 Code, Articles 71 and 73.3: one offence of the two chapters is enough."""
    return any(
        offence.article in articles
        for offence in conviction.offences
        for articles in COURT_ONLY[offence.code]
    )


@dataclass(frozen=True)
class Counting:
    """From where a conviction is counted. Rule 9 moves both days."""

    # A day, or NO or UNKNOWN for want of one.
    start: object
    # The day on which the whole judgment is completed or lapsed; None while there is none.
    whole: object


def own_counting(conviction) -> Counting:
    return Counting(start=rule_7_start(conviction), whole=rule_8_whole(conviction))


def count(conviction, person, counting) -> Conclusion:
    """Rule 5, 6 or 7 (with 8), as the judgment is."""
    if rule_5_is_juvenile(conviction, person.born_on):
        return rule_5_juvenile(conviction, person.as_of, counting)
    if rule_6_is_court_only(conviction):
        return rule_6_court(conviction, person.as_of, counting)
    return rule_7_by_law(conviction, person.as_of, counting)


def rule_5_juvenile(conviction, as_of, counting):
    """2015 Code, Article 107.2: three years from the start, and nothing else is asked.

    Interpretation: no other part, no kind of penalty and no chapter is an exception."""
    if counting.start == NO:
        return Conclusion(ACTIVE)
    if counting.start == UNKNOWN:
        return Conclusion(VERIFY)
    day = day_after_years(counting.start, 3)
    if conviction.effective_on < NEW_CODE:
        day = max(NEW_CODE, day)
    return Conclusion(EXPUNGED if day <= as_of else ACTIVE, day)


def rule_6_court(conviction, as_of, counting):
    """As rule 7, but it is for the court to say so, and rule 8 does not touch it."""
    said = rule_7_bullets(conviction, as_of, counting, YEARS_COURT, lambda day: day)
    return replace(said, status=AWAITING) if said.status in {ACTIVE, EXPUNGED} else said


def rule_7_by_law(conviction, as_of, counting):
    """2015 Code, Article 70: cleared by operation of law."""
    return rule_7_bullets(
        conviction, as_of, counting, YEARS_2015,
        lambda day: rule_8_more_favourable(conviction, counting, day),
    )


def rule_7_bullets(conviction, as_of, counting, years, settle):
    """What is said first: a "no"; an unknown start; an unknown part; the day.

    An unknown part is no hurry before the day that the known ones reach. `settle` gives
    `from` for that day where all are known. Interpretation: expulsion is never counted."""
    if conviction.kind == "expulsion":
        return Conclusion(VERIFY)
    if rule_7_has_a_no(conviction, counting):
        return Conclusion(ACTIVE)
    if counting.start == UNKNOWN:
        return Conclusion(VERIFY)
    day = rule_7_day(conviction, counting.start, period(conviction, years))
    if any(part.completed == UNKNOWN for part in conviction.other_parts):
        return Conclusion(ACTIVE if as_of < day else VERIFY)
    day = settle(day)
    return Conclusion(EXPUNGED if day <= as_of else ACTIVE, day)


def rule_7_start(conviction):
    """The principal penalty's completion or lapse, whichever is first; else NO or UNKNOWN."""
    completed, lapsed = conviction.completed, conviction.limitation_expired_on
    if completed is None:
        # Rule 9: only a judgment that is exempt or a measure may be silent on it.
        return conviction.effective_on
    if not lapsed:
        return completed
    return lapsed if completed in {NO, UNKNOWN} else min(completed, lapsed)


def rule_7_has_a_no(conviction, counting):
    return counting.start == NO or any(part.completed == NO for part in conviction.other_parts)


def rule_7_day(conviction, start, years):
    """The day after the period, or later, when the last known other part is done."""
    days = [day_after_years(start, years)]
    for part in conviction.other_parts:
        if part.completed not in {NO, UNKNOWN}:
            runs = part.kind in RUNNING_PENALTIES
            days.append(part.completed + ONE_DAY if runs else part.completed)
    return max(days)


def period(conviction, years):
    """How many years the principal penalty, as pronounced, makes one wait."""
    if conviction.kind in {"warning", "fine", "nonCustodialReform", "suspendedImprisonment"}:
        return 1
    if conviction.kind == IMPRISONMENT:
        return next(wait for most, wait in years if most is None or conviction.months <= most)
    assert conviction.kind in {"lifeImprisonment", "deathCommuted"}
    return years[-1][1]


def rule_8_whole(conviction):
    """The latest of the start and all other parts; None while one of them is no day."""
    days = [rule_7_start(conviction), *(part.completed for part in conviction.other_parts)]
    return None if NO in days or UNKNOWN in days else max(days)


def rule_8_more_favourable(conviction, counting, day):
    """Resolution 41/2017/QH14: judgments of before 2018 by the better of the two Codes.

    1999 Code, Article 64, counts from the whole judgment; the 2015 Code helps from 2018 on."""
    if conviction.effective_on >= NEW_CODE:
        return day
    day = max(NEW_CODE, day)
    if counting.whole is None:
        return day
    return min(day, day_after_years(counting.whole, period(conviction, YEARS_1999)))


# Rules 9 and 10: what came after.


def acts_in_window(conviction, said, days):
    """Those on or after `effectiveOn` and before `from`, or without end where it is null."""
    return [
        day
        for day in days
        if day >= conviction.effective_on and (said.day is None or day < said.day)
    ]


def acts(conviction):
    return [offence.committed_on for offence in conviction.offences]


def rule_9_new_offence(conviction, person) -> Conclusion:
    """2015 Code, Article 73.2: the count restarts with every new offence before its end.

    The act decides, not its judgment. The earliest act goes first, then the smaller id; each
    judgment restarts once, from its own days, which nothing moves. One that has no start
    ends the search. So does anything that a person must look at."""
    counting = own_counting(conviction)
    said = count(conviction, person, counting)
    if said.day is None and rule_9_stands_still(conviction, person, counting):
        return said
    others = [
        other
        for other in person.convictions
        if other is not conviction and not rule_2_not_in_force(other, person.as_of)
    ]
    while said.status != VERIFY:
        inside = [
            (min(found), other.id, other)
            for other in others
            if (found := acts_in_window(conviction, said, acts(other)))
        ]
        if not inside:
            return said
        _, _, new = min(inside, key=lambda entry: entry[:2])
        others.remove(new)
        theirs = own_counting(new)
        if theirs.start == NO:
            return Conclusion(AWAITING if said.status == AWAITING else ACTIVE)
        if theirs.start == UNKNOWN:
            return Conclusion(VERIFY)
        counting = rule_9_restart(counting, theirs)
        said = count(conviction, person, counting)
    return said


def rule_9_stands_still(conviction, person, counting):
    """Where A already has a "no" that is asked for, nothing changes."""
    if rule_5_is_juvenile(conviction, person.born_on):
        return counting.start == NO
    return rule_7_has_a_no(conviction, counting)


def rule_9_restart(counting, theirs):
    """Both days move only forwards; a whole judgment that has no day takes ours away."""
    whole = None
    if counting.whole and theirs.whole:
        whole = max(counting.whole, theirs.whole)
    return Counting(start=max(counting.start, theirs.start), whole=whole)


def rule_10_not_yet_known(conviction, person, said):
    """An act that no court has judged for good, where it would restart the count.

    Rule 6 never says `expunged`, so only rules 5, 7 and 8 are meant."""
    if said.status != EXPUNGED:
        return said
    unknown = list(person.pending)
    for other in person.convictions:
        if rule_2_not_in_force(other, person.as_of) == Conclusion(NOT_EFFECTIVE):
            unknown += acts(other)
    return Conclusion(VERIFY) if acts_in_window(conviction, said, unknown) else said
