-- Papers that a citizen attached: to a draft, and from lodging on to the case that it became. The
-- bytes lie with the other files; the name is what the citizen's device called it.
CREATE TABLE papers (
  id @text NOT NULL PRIMARY KEY,
  citizen @text NOT NULL REFERENCES citizens (id),
  draft @text REFERENCES drafts (id),
  case_id @text REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
  purpose @text NOT NULL
    CHECK (purpose IN ('feeGroup', 'authorisation', 'familyLink', 'other')),
  format @text NOT NULL CHECK (format IN ('pdf', 'jpeg', 'png')),
  sha256 @text NOT NULL REFERENCES files (sha256),
  size @int NOT NULL CHECK (size > 0),
  pages @int CHECK (pages > 0),
  width @int CHECK (width > 0),
  height @int CHECK (height > 0),
  name @text NOT NULL,
  added_at @int NOT NULL,
  -- Nobody opens a paper that is not clean.
  scan @text NOT NULL CHECK (scan IN ('waiting', 'clean', 'infected')),
  scanned_at @int,
  -- What the scanner called it; nil unless infected.
  threat @text,
  CHECK (draft IS NOT NULL OR case_id IS NOT NULL),
  CHECK ((scan = 'waiting') = (scanned_at IS NULL)),
  CHECK ((scan = 'infected') = (threat IS NOT NULL))
) @strict;
CREATE INDEX papers_by_draft ON papers (draft, added_at, id) WHERE draft IS NOT NULL;
CREATE INDEX papers_by_case ON papers (case_id, added_at, id) WHERE case_id IS NOT NULL;
CREATE INDEX papers_by_file ON papers (sha256);
