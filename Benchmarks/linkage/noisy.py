#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""gen.py with other noise than its own, so that nothing is tuned to one.

    noisy.py --noise 1.5 [gen.py's arguments]      every rate of error times 1.5
    noisy.py --noise parents [gen.py's arguments]  a shape: old, parents, typing, dates, places
"""
import multiprocessing
import sys

import gen

# Habits of writing, not errors: they stay as they are.
HABITS = {"upper_case", "old_tone_place", "nfd", "pob_old_name", "pob_province_only", "pob_new_name",
          "cmnd_given", "res_ward_given", "spouse_missing"}
SHAPES = {
    # early books: old names of places, years only, lost encodings, few numbers
    "old": (dict(pob_old_name=.9, tcvn3_mojibake=.03, vni_leftover=.006, telex_leftover=.012,
                 yearonly_pre1960=.4, yearonly_pre1976=.25, yearonly_later=.05, jan1=.04,
                 id_absent_pre2000=.7, id_absent_pre2010=.4, id_absent_later=.12, pob_missing=.1), {}),
    "parents": (dict(father_missing=.2, mother_missing=.24, parent_given_only=.06, parents_swapped=.01,
                     spouse_missing=.6, res_missing=.06),
                dict(father_missing=.05, mother_missing=.05, cmnd_given=.45)),
    "typing": (dict(typo=.05, spelling_confusion=.06, given_replaced=.003, middle_dropped=.03,
                    parts_swapped=.012, abbreviated=.006, joined_syllables=.01, alias_added=.03),
               dict(typo=.006, parent_typo=.015, parent_spelling=.02)),
    "dates": (dict(wrong_day=.04, wrong_month=.02, year_off1=.025, year_off5=.01, year_digits=.005,
                   dob_missing=.01, day_month_swap=.02, jan1=.04), dict(legal_dob_change=.01)),
    "places": (dict(pob_missing=.12, pob_other=.16, pob_old_name=.9, pob_province_only=.7,
                    res_other_ward=.3, res_other_prov=.2, res_missing=.08),
               dict(pob_other=.05, res_ward_given=.5)),
}

if __name__ == "__main__":
    multiprocessing.set_start_method("fork")  # the processes of gen.py see the rates set here
    place = sys.argv.index("--noise")
    shape = sys.argv[place + 1]
    del sys.argv[place:place + 2]
    if shape in SHAPES:
        register, applicants = SHAPES[shape]
        gen.NOISE.update(register)
        gen.QNOISE.update(applicants)
    else:
        for rates in (gen.NOISE, gen.QNOISE):
            for name in rates.keys() - HABITS:
                rates[name] = min(.9, rates[name] * float(shape))
    gen.main()
