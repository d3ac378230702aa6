-- A paper can show that a register is wrong. SQLite cannot change a check, so the table is made
-- anew; nothing refers to it.
CREATE TABLE papers_new (
  id @text NOT NULL PRIMARY KEY,
  citizen @text NOT NULL REFERENCES citizens (id),
  draft @text REFERENCES drafts (id),
  case_id @text REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
  purpose @text NOT NULL
    CHECK (purpose IN ('feeGroup', 'authorisation', 'familyLink', 'correction', 'other')),
  format @text NOT NULL CHECK (format IN ('pdf', 'jpeg', 'png')),
  sha256 @text NOT NULL REFERENCES files (sha256),
  size @int NOT NULL CHECK (size > 0),
  pages @int CHECK (pages > 0),
  width @int CHECK (width > 0),
  height @int CHECK (height > 0),
  name @text NOT NULL,
  added_at @int NOT NULL,
  scan @text NOT NULL CHECK (scan IN ('waiting', 'clean', 'infected')),
  scanned_at @int,
  threat @text,
  CHECK (draft IS NOT NULL OR case_id IS NOT NULL),
  CHECK ((scan = 'waiting') = (scanned_at IS NULL)),
  CHECK ((scan = 'infected') = (threat IS NOT NULL))
) @strict;
INSERT INTO papers_new
SELECT id, citizen, draft, case_id, purpose, format, sha256, size, pages, width, height, name,
       added_at, scan, scanned_at, threat
  FROM papers;
DROP TABLE papers;
ALTER TABLE papers_new RENAME TO papers;
CREATE INDEX papers_by_draft ON papers (draft, added_at, id) WHERE draft IS NOT NULL;
CREATE INDEX papers_by_case ON papers (case_id, added_at, id) WHERE case_id IS NOT NULL;
CREATE INDEX papers_by_file ON papers (sha256);

-- How often somebody saw that no certificate was needed, by month: nobody's name, no day, no case.
CREATE TABLE avoided_applications (
  agency @text NOT NULL REFERENCES agencies (id),
  month @text NOT NULL CHECK (length(month) = 7),
  purpose @text NOT NULL,
  kind @text NOT NULL CHECK (kind IN ('number1', 'number2')),
  times @int NOT NULL CHECK (times > 0),
  PRIMARY KEY (agency, month, purpose, kind)
) @strict;
