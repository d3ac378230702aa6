-- Which events were looks at the file of a case: an index to the journal, for the person whose file
-- it is.
CREATE TABLE case_looks (
  event_id @int NOT NULL PRIMARY KEY REFERENCES events (id),
  case_id @text NOT NULL REFERENCES cases (id)
) @strict;
CREATE INDEX case_looks_by_case ON case_looks (case_id, event_id);
INSERT INTO case_looks (event_id, case_id)
SELECT id, json_extract(CAST(body AS TEXT), '$.event.caseLookedAt._0')
  FROM events
 WHERE kind = 'caseLookedAt';

-- What a slip prints for asking without signing in: hashes only.
CREATE TABLE slip_secrets (
  hash @text NOT NULL PRIMARY KEY CHECK (length(hash) = 64),
  case_id @text NOT NULL REFERENCES cases (id),
  made_at @int NOT NULL
) @strict;
CREATE INDEX slip_secrets_by_case ON slip_secrets (case_id, made_at);

-- When the person was reminded of an application that was begun and left alone; once.
ALTER TABLE drafts ADD COLUMN reminded_at @int;
