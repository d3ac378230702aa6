-- Who an applicant is in the register: who decided, what is remembered, and what waits.
--
-- What was compared, what was said and why is in the journal; no name and no number is in here.

-- Four eyes: on one pair, as it was compared, an officer decides once, and each place is taken once.
-- `subject` is the record, or 0 for what a citizen disputes. `place`: the first, the second, and the
-- leader who decides where they differ.
CREATE TABLE case_opinions (
  case_id @text NOT NULL REFERENCES cases (id),
  subject @int NOT NULL CHECK (subject >= 0),
  edition @int NOT NULL CHECK (edition > 0),
  place @int NOT NULL CHECK (place IN (1, 2, 3)),
  officer @text NOT NULL REFERENCES officers (id),
  decided_at @int NOT NULL,
  PRIMARY KEY (case_id, subject, edition, place),
  UNIQUE (case_id, subject, edition, officer)
) @strict;

-- The latest decision on a citizen and a record. `digest` is over what was compared: where it is
-- another, the pair is asked again.
CREATE TABLE person_decisions (
  agency @text NOT NULL REFERENCES agencies (id),
  citizen @text NOT NULL REFERENCES citizens (id),
  record @int NOT NULL CHECK (record > 0),
  digest @text NOT NULL CHECK (length(digest) = 64),
  verdict @text NOT NULL CHECK (verdict IN ('same', 'other')),
  case_id @text NOT NULL REFERENCES cases (id),
  decided_at @int NOT NULL,
  PRIMARY KEY (agency, citizen, record)
) @strict;

-- Cases in which somebody has to look who a person is. It says what for, never what was said.
CREATE TABLE person_waits (
  case_id @text NOT NULL REFERENCES cases (id),
  kind @text NOT NULL CHECK (kind IN ('candidate', 'dispute')),
  agency @text NOT NULL REFERENCES agencies (id),
  step @text NOT NULL CHECK (step IN ('officer', 'leader')),
  since @int NOT NULL,
  PRIMARY KEY (case_id, kind)
) @strict;
CREATE INDEX person_waits_by_agency ON person_waits (agency, since, case_id, kind);

CREATE TRIGGER case_opinions_no_change BEFORE UPDATE OR DELETE ON case_opinions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER case_opinions_no_truncate BEFORE TRUNCATE ON case_opinions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
