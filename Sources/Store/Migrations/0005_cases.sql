-- Questions about one fact of one judgment, to the body that holds it. What is asked and what was
-- answered is in the journal; neither the person nor the judgment is in here.
CREATE TABLE fact_inquiries (
  id @text NOT NULL PRIMARY KEY,
  case_id @text NOT NULL REFERENCES cases (id),
  agency @text NOT NULL REFERENCES agencies (id),
  holder @text NOT NULL
    CHECK (holder IN ('court', 'civil-enforcement', 'criminal-enforcement', 'commune')),
  conviction @text NOT NULL,
  part @text NOT NULL,
  created_at @int NOT NULL,
  sent_at @int,
  answered_at @int,
  taken_at @int,
  last_problem @text,
  CHECK (taken_at IS NULL OR answered_at IS NOT NULL)
) @strict;
-- One open question about a fact at a time.
CREATE UNIQUE INDEX fact_inquiries_open ON fact_inquiries (case_id, conviction, part)
  WHERE answered_at IS NULL;
CREATE INDEX fact_inquiries_by_case ON fact_inquiries (case_id, created_at, id);
