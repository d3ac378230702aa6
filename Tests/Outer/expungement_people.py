"""Invented histories for `lylich expungement`, made to hit every edge.

The days of a history are aimed at each other: an act on the very day on which an earlier
judgment takes effect or ceases to count, or a day beside it. The same seed gives the same people.
"""

import copy
import datetime
import json
import random

from expungement_oracle import answer, day_after_years, years_after
from expungement_reading import (
    CLASSES, FAULTS, NO, OBLIGATIONS, SUPPLEMENTARY, UNKNOWN, WITHOUT_PENALTY,
)

Day = datetime.date
NEW_CODE = Day(2018, 1, 1)
# Far enough for every period to be over.
FAR = Day(2090, 1, 1)
PRINCIPALS = [
    "warning", "fine", "fine", "nonCustodialReform", "suspendedImprisonment",
    "suspendedImprisonment", *["imprisonment"] * 10, "lifeImprisonment", "deathCommuted",
    "expulsion", "exempt", "juvenileMeasure",
]
MONTHS = [1, 12, 35, 36, 37, 59, 60, 61, 120, 179, 180, 181, 240]
YEARS = [1, 2, 3, 5, 7]
ORDINARY = {"BLHS2015": [173, 174, 260, 321], "BLHS1999": [138, 139, 202]}
BOUNDARIES = {
    "BLHS2015": [107, 108, 122, 123, 420, 421, 425, 426],
    "BLHS1999": [77, 78, 92, 93, 340, 341, 344, 345],
}
# Also where one code's articles are the other's chapter.
CROSSED = {"BLHS2015": [78, 92, 341, 344], "BLHS1999": [108, 122, 421, 425]}
IDS = ["A", "B", "C", "D", "a", "b", "1", "2", "9", "10", "A1", "A10", "A9", "Z-7"]


def people(seed, count):
    """Histories without a mistake, as the contract's JSON."""
    dice = random.Random(seed)
    return [History(dice).person(f"r{number}") for number in range(count)]


class History:
    """One person in the making."""

    def __init__(self, dice):
        self.dice = dice
        self.born = self.birth()
        self.convictions = []
        # By the number of convictions that there were.
        self.known_ends = {}
        # How often a fact is "no" or "unknown", in percent.
        self.silence = dice.choice([0, 0, 0, 5, 10, 25])
        # And how often an act is aimed at a birthday.
        self.youth = dice.choice([0, 0, 0, 0, 30, 70])

    def chance(self, percent):
        return self.dice.random() * 100 < percent

    def beside(self, day):
        """The day, or the one before or after."""
        return day + datetime.timedelta(days=self.dice.choice([-1, 0, 0, 1]))

    def after(self, day, most):
        return day + datetime.timedelta(days=self.dice.randint(0, most))

    def birth(self):
        if self.chance(20):
            return Day(self.dice.choice([1980, 1992, 1996, 2000, 2004]), 2, 29)
        return self.after(Day(self.dice.choice([1955, 1970, 1985, 1995, 2000]), 1, 1), 2500)

    def person(self, name):
        if self.chance(25):
            self.rivals()
        else:
            for _ in range(self.dice.choices(range(6), [2, 26, 32, 20, 12, 8])[0]):
                self.convictions.append(self.conviction())
        as_of = self.as_of()
        self.decide(as_of)
        person = {
            "id": name,
            "asOf": as_of,
            "subject": {"bornOn": self.born, **self.pending()},
            "convictions": self.convictions,
        }
        self.name_and_shuffle()
        if not self.convictions and self.chance(50):
            del person["convictions"]
        person = json.loads(json.dumps(person, default=str))
        return self.look_again(person)

    def name_and_shuffle(self):
        names = self.dice.sample(IDS, len(self.convictions))
        for name, conviction in zip(names, self.convictions):
            conviction["id"] = name
        self.dice.shuffle(self.convictions)

    def look_again(self, person):
        """Often moves `asOf` to a day on which the answer turns."""
        if self.chance(50):
            turns = [c["from"] for c in answer(person)["convictions"] if c["from"]]
            turns += [day.isoformat() for day in self.ends()]
            if turns:
                as_of = self.beside(Day.fromisoformat(self.dice.choice(turns)))
                person["asOf"] = max(NEW_CODE, as_of).isoformat()
        return person

    # Days worth aiming at.

    def ends(self):
        """The first day on which each judgment counts no more, if all goes well."""
        if len(self.convictions) not in self.known_ends:
            self.known_ends[len(self.convictions)] = self.find_ends()
        return self.known_ends[len(self.convictions)]

    def find_ends(self):
        settled = copy.deepcopy(self.convictions)
        for number, conviction in enumerate(settled):
            conviction["id"] = str(number)
            early = conviction["effectiveOn"]
            principal = conviction["principal"]
            if principal["kind"] not in WITHOUT_PENALTY:
                settle(principal, early)
            for part in conviction.get("supplementary", []) + conviction.get("obligations", []):
                settle(part, early)
            for key in ["annulledOn", "courtExpungedOn", "generalAmnestyOn"]:
                conviction.pop(key, None)
        person = {"id": "x", "asOf": FAR, "subject": {"bornOn": self.born}}
        person = json.loads(json.dumps(person | {"convictions": settled}, default=str))
        found = [said["from"] for said in answer(person)["convictions"]]
        return [Day.fromisoformat(day) for day in found if day]

    def birthdays(self):
        return [years_after(self.born, age) for age in (14, 16, 18)]

    def moments(self):
        """What a new day may be aimed at."""
        days = self.ends() * 3
        for conviction in self.convictions:
            # The edge of the window, again and again: it is where most goes wrong.
            days += [conviction["effectiveOn"]] * 2 + [conviction["judgmentOn"]]
        return days

    def somewhen(self):
        year = self.dice.choice([2004, 2008, 2011, 2012, 2014, 2016, 2016, 2017, 2019, 2020, 2023])
        if self.chance(20):
            return Day(year, self.dice.choice([2, 3]), self.dice.choice([1, 28]))
        return self.after(Day(year, 1, 1), 365)

    def aimed(self, moments):
        if moments and self.chance(65):
            return self.beside(self.dice.choice(moments))
        return self.somewhen()

    # One conviction.

    def conviction(self):
        moments = self.moments()
        acts = [self.act(moments) for _ in range(self.dice.choices([1, 2, 3], [75, 20, 5])[0])]
        judgment = self.judgment(max(acts), moments)
        effective = self.effect(judgment)
        kind = self.dice.choice(PRINCIPALS)
        conviction = {
            "id": "", "judgmentOn": judgment, "effectiveOn": effective,
            "offences": [self.offence(act) for act in acts],
            "principal": self.principal(kind, effective, moments),
        }
        start = conviction["principal"].get("completed")
        start = start if isinstance(start, Day) else effective
        for key, kinds in [("supplementary", SUPPLEMENTARY), ("obligations", OBLIGATIONS)]:
            parts = [
                {"kind": self.dice.choice(kinds), "completed": self.part_end(start, moments)}
                for _ in range(self.dice.choices(range(4), [50, 30, 15, 5])[0])
            ]
            if parts or self.chance(50):
                conviction[key] = parts
        return conviction

    def act(self, moments):
        day = self.aimed(moments)
        if self.chance(self.youth):
            day = self.beside(self.dice.choice(self.birthdays()))
        fourteenth, _, grown = self.birthdays()
        return day if day >= fourteenth else self.after(grown, 3000)

    def judgment(self, act, moments):
        soon = [day for day in [*moments, NEW_CODE] if act <= day <= years_after(act, 3)]
        if soon and self.chance(40):
            return max(act, self.beside(self.dice.choice(soon)))
        return self.after(act, self.dice.choice([0, 0, 1, 100, 500]))

    def effect(self, judgment):
        if judgment <= NEW_CODE < years_after(judgment, 2) and self.chance(60):
            return max(judgment, self.beside(NEW_CODE))
        return self.after(judgment, self.dice.choice([0, 0, 1, 30]))

    def offence(self, act):
        code = self.dice.choice(list(ORDINARY))
        articles = self.dice.choices([ORDINARY, BOUNDARIES, CROSSED], [75, 20, 5])[0]
        offence = {
            "code": code,
            "article": self.dice.choice(articles[code]),
            "class": self.dice.choice(CLASSES[:4]),
            "fault": self.dice.choice(FAULTS[:2] + FAULTS[:1] * 4),
            "committedOn": act,
        }
        if self.chance(self.silence):
            offence["class"] = UNKNOWN
        if self.chance(self.silence):
            offence["fault"] = UNKNOWN
        if self.chance(50):
            offence["clause"] = self.dice.randint(1, 4)
        if self.chance(20):
            offence["point"] = self.dice.choice("abcđ")
        return offence

    def principal(self, kind, effective, moments):
        principal = {"kind": kind}
        if kind in ("imprisonment", "suspendedImprisonment"):
            principal["months"] = self.dice.choice(MONTHS)
        if kind not in WITHOUT_PENALTY or self.chance(50):
            principal["completed"] = self.told(self.start(effective, moments))
        if self.chance(15):
            near = principal.get("completed")
            if not isinstance(near, Day) or self.chance(40):
                near = self.start(effective, moments)
            principal["limitationExpiredOn"] = self.beside(near)
        elif self.chance(20):
            principal["limitationExpiredOn"] = None
        return principal

    def told(self, day):
        """The day, or that it has not come, or that nobody says."""
        if self.chance(self.silence):
            return self.dice.choice([NO, UNKNOWN, UNKNOWN])
        return day

    def start(self, effective, moments):
        """The end of a principal penalty, sometimes so that its period ends on a moment."""
        if moments and self.chance(25):
            target = self.beside(self.dice.choice(moments))
            return max(effective, years_after(target, -self.dice.choice(YEARS)))
        if self.chance(15):
            year = self.dice.choice([2008, 2012, 2016, 2020])
            return max(effective, Day(year, 2, self.dice.choice([28, 29])))
        return self.after(effective, self.dice.choice([0, 1, 60, 400, 1500]))

    def part_end(self, start, moments):
        """Of another part: about when a period ends, so that now one decides, now the other."""
        if self.chance(50):
            return self.told(self.beside(day_after_years(start, self.dice.choice(YEARS))))
        if moments and self.chance(30):
            return self.told(self.beside(self.dice.choice(moments)))
        return self.told(self.after(start, self.dice.choice([0, 30, 1000])))

    # Several new offences that all fall before the end of one judgment.

    def rivals(self):
        first = self.conviction()
        del first["offences"][1:]
        act = first["offences"][0]["committedOn"]
        if self.chance(30):
            # At 16 or 17, and too grave to be never counted.
            self.born = years_after(act, -17) - datetime.timedelta(days=self.dice.randint(0, 400))
        code = first["offences"][0]["code"]
        first["offences"][0] |= {
            "article": self.dice.choice(ORDINARY[code] * 3 + BOUNDARIES[code]),
            "class": "extremelySerious", "fault": "intentional",
        }
        end = first["effectiveOn"]
        if self.chance(50):
            end = years_after(end, self.dice.choice([1, 5]))
        first["principal"] = {
            "kind": self.dice.choice(["lifeImprisonment", "deathCommuted", "fine"]),
            "completed": end,
        }
        self.silence_a_part(first)
        self.convictions.append(first)
        shared = self.after(first["effectiveOn"], 300)
        for _ in range(self.dice.choice([1, 2, 2, 3])):
            self.convictions.append(self.rival(first, shared))

    def silence_a_part(self, conviction):
        parts = conviction.get("supplementary", []) + conviction.get("obligations", [])
        if parts and self.chance(40):
            self.dice.choice(parts)["completed"] = self.dice.choice([NO, UNKNOWN, UNKNOWN])

    def rival(self, first, shared):
        """A judgment soon after, whose end may be known or not."""
        other = self.conviction()
        day = max(first["effectiveOn"], self.beside(shared))
        for offence in other["offences"]:
            offence["committedOn"] = day
            day = self.after(day, 100)
        last = max(offence["committedOn"] for offence in other["offences"])
        if self.chance(40):
            # Also one from before: outside the window, and not the one that counts.
            before = self.offence(first["offences"][0]["committedOn"])
            other["offences"].insert(0, before)
        other["judgmentOn"] = self.after(last, self.dice.choice([0, 30]))
        other["effectiveOn"] = self.after(other["judgmentOn"], self.dice.choice([0, 30]))
        end = self.after(other["effectiveOn"], 900)
        other["principal"] |= {"completed": self.dice.choice([NO, UNKNOWN, end, end])}
        self.silence_a_part(other)
        return other

    # The day of the answer, and what depends on it.

    def as_of(self):
        moments = [*self.moments(), *self.ends(), NEW_CODE]
        if self.convictions and self.chance(80):
            latest = max(conviction["effectiveOn"] for conviction in self.convictions)
            moments = [latest] + [day for day in moments if day >= latest]
        day = self.beside(self.dice.choice(moments))
        if self.chance(15):
            day = self.after(max([NEW_CODE, *moments[:1]]), 400)
        return max(NEW_CODE, day)

    def decide(self, as_of):
        for conviction in self.convictions:
            for key in ["annulledOn", "courtExpungedOn", "generalAmnestyOn"]:
                if self.chance(6):
                    day = self.beside(as_of) if self.chance(60) else self.somewhen()
                    conviction[key] = day
                elif self.chance(20):
                    conviction[key] = None
            if self.chance(4) and conviction["judgmentOn"] <= as_of:
                conviction["effectiveOn"] = max(conviction["judgmentOn"], self.beside(as_of))

    def pending(self):
        if self.chance(70):
            return {"pending": []} if self.chance(30) else {}
        days = [self.aimed(self.moments()) for _ in range(self.dice.choice([1, 1, 2]))]
        return {"pending": [{"committedOn": day} for day in days]}


def settle(part, day):
    if part["completed"] in (NO, UNKNOWN):
        part["completed"] = day
