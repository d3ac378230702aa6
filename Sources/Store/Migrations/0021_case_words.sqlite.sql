-- What a case is found by: the words of the person's name without marks, and identity numbers.
-- Derived from `cases`, `citizens` and the declaration; an agency finds its own cases only.
CREATE TABLE case_words (
  agency @text NOT NULL REFERENCES agencies (id),
  word @text NOT NULL CHECK (word <> ''),
  lodged_at @int NOT NULL,
  case_id @text NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (agency, word, lodged_at, case_id)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO case_words (agency, word, lodged_at, case_id)
WITH RECURSIVE parted (agency, lodged_at, case_id, word, rest) AS (
  SELECT agency, lodged_at, id, '', search_name || ' ' FROM cases
  UNION ALL
  SELECT agency, lodged_at, case_id, substr(rest, 1, instr(rest, ' ') - 1),
         substr(rest, instr(rest, ' ') + 1)
    FROM parted
   WHERE rest <> '')
SELECT agency, word, lodged_at, case_id FROM parted WHERE word <> '';
INSERT OR IGNORE INTO case_words (agency, word, lodged_at, case_id)
SELECT agency, national_id, lodged_at, cases.id
  FROM cases JOIN citizens ON citizens.id = cases.citizen;
INSERT OR IGNORE INTO case_words (agency, word, lodged_at, case_id)
SELECT cases.agency, json_extract(CAST(payloads.bytes AS TEXT), '$.person.paper.number'),
       cases.lodged_at, cases.id
  FROM cases
  JOIN events ON events.case_id = cases.id AND events.case_seq = 1
  JOIN payloads ON payloads.event_id = events.id
 WHERE json_extract(CAST(payloads.bytes AS TEXT), '$.person.paper.number') <> '';
