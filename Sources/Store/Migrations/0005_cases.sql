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

-- What the nightly walk over the records found: convictions that are cleared by law though nobody
-- applied, and facts that are lacking to say so. Rows are an index to the records; a later walk
-- replaces them.
CREATE TABLE clearances (
  agency @text NOT NULL REFERENCES agencies (id),
  record @int NOT NULL REFERENCES records (id),
  conviction @text NOT NULL,
  -- Empty for a cleared conviction, else what is lacking.
  lack @text NOT NULL,
  -- Who owes it; empty for a cleared conviction.
  holder @text NOT NULL,
  cleared_from @text CHECK (length(cleared_from) = 10),
  noted_on @text NOT NULL CHECK (length(noted_on) = 10),
  PRIMARY KEY (agency, record, conviction, lack),
  CHECK ((lack = '') = (cleared_from IS NOT NULL))
) @strict;

-- How far the walk of one day has come.
CREATE TABLE clearance_runs (
  agency @text NOT NULL REFERENCES agencies (id),
  day @text NOT NULL CHECK (length(day) = 10),
  last_record @int NOT NULL CHECK (last_record >= 0),
  records @int NOT NULL CHECK (records >= 0),
  newly_cleared @int NOT NULL CHECK (newly_cleared >= 0),
  lacking @int NOT NULL CHECK (lacking >= 0),
  finished_at @int,
  PRIMARY KEY (agency, day)
) @strict;
