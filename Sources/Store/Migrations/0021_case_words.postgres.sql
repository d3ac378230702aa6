-- What a case is found by: the words of the person's name without marks, and identity numbers.
-- Derived from `cases`, `citizens` and the declaration; an agency finds its own cases only.
CREATE TABLE case_words (
  agency @text NOT NULL REFERENCES agencies (id),
  word @text NOT NULL CHECK (word <> ''),
  lodged_at @int NOT NULL,
  case_id @text NOT NULL REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (agency, word, lodged_at, case_id)
) @strict;
INSERT INTO case_words (agency, word, lodged_at, case_id)
SELECT DISTINCT agency, word, lodged_at, id
  FROM cases, regexp_split_to_table(search_name, ' ') AS word
 WHERE word <> '';
INSERT INTO case_words (agency, word, lodged_at, case_id)
SELECT agency, national_id, lodged_at, cases.id
  FROM cases JOIN citizens ON citizens.id = cases.citizen
    ON CONFLICT DO NOTHING;
INSERT INTO case_words (agency, word, lodged_at, case_id)
SELECT cases.agency, convert_from(payloads.bytes, 'UTF8')::json #>> '{person,paper,number}',
       cases.lodged_at, cases.id
  FROM cases
  JOIN events ON events.case_id = cases.id AND events.case_seq = 1
  JOIN payloads ON payloads.event_id = events.id
 WHERE convert_from(payloads.bytes, 'UTF8')::json #>> '{person,paper,number}' <> ''
    ON CONFLICT DO NOTHING;
