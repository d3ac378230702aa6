# SPDX-License-Identifier: MIT
"""Judicial documents of a register's people, for `lylich bench records --documents`:
documents.py REGISTER.csv > documents.jsonl

Each row becomes one judgment with the person as the court typed it. A row that no supplier's
document could carry (a broken name, a conviction in childhood) is left out, for a refused line
ends the measurement."""
import csv, datetime, json, re, sys, unicodedata

NAME = re.compile(r"[A-Za-zÀ-ỹĐđ .,;'-]*")
LETTER = re.compile(r'\w')


def birth(text, year):
    """The date or the year of birth as a document has it; None where there is none to use."""
    parts = text.split('/')
    if len(parts[-1]) != 4 or not parts[-1].isdigit() or int(parts[-1]) > year - 2:
        return None
    try:
        day, month, year = map(int, parts)
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return parts[-1]


def document(number, row):
    _, name, sex, born, place, paper, father, mother, spouse, home, year = row
    if not all(NAME.fullmatch(part) for part in (name, father, mother, spouse)) or not LETTER.search(name):
        return None
    if not year.isdigit():
        return None
    year = int(year)
    person = {'name': name, 'nationality': 'VN'}
    if born:
        day = birth(born, year)
        if day is None:
            return None
        person['born'] = day
    if sex in ('Nam', 'Nữ'):
        person['sex'] = 'male' if sex == 'Nam' else 'female'
    person['numbers'] = [paper if re.fullmatch(r'\d{9}|\d{12}', paper) else f'B{number % 10**7:07}']
    for key, value in (('father', father), ('mother', mother), ('spouse', spouse), ('birthPlace', place)):
        if LETTER.search(value):
            person[key] = value
    if LETTER.search(home):
        person['residences'] = [home]
    code, article = ('BLHS2015', 173) if year >= 2018 else ('BLHS1999', 138)
    court, judgment = 'Tòa án nhân dân quận Cái Răng', f'{number}/{year}/HS-ST'
    return {
        'kind': 'firstInstanceJudgment', 'issuer': court, 'number': judgment,
        'issuedOn': f'{year}-04-10', 'effectiveOn': f'{year}-05-10', 'receivedOn': f'{year}-05-13',
        'person': person,
        'judgment': {'number': judgment, 'court': court, 'on': f'{year}-04-10'},
        'offences': [{
            'words': 'Trộm cắp tài sản', 'code': code, 'article': article, 'clause': 1,
            'gravity': 'lessSerious', 'fault': 'intentional', 'committedOn': f'{year - 1}-08-10'}],
        'principal': {'kind': 'imprisonment', 'months': 10, 'words': '10 tháng tù'},
        'supplementary': [], 'obligations': []}


def main(path):
    with open(path, encoding='utf-8', newline='') as file:
        rows = csv.reader(file)
        next(rows)
        for number, row in enumerate(rows, 1):
            if len(row) != 11:
                sys.exit(f'{path}, line {rows.line_num}: {len(row)} columns where 11 belong')
            made = document(number, [unicodedata.normalize('NFC', field) for field in row])
            if made:
                print(json.dumps(made, ensure_ascii=False, separators=(',', ':')))


main(sys.argv[1])
