-- Proceedings to take a certificate back. What was said and why is in the journal; this is the index
-- of what waits for a leader, and the database's own word that they were two people.
CREATE TABLE revocations (
  case_id @text NOT NULL REFERENCES cases (id),
  -- Counts the proposals on a case: one that was declined may be followed by another.
  round @int NOT NULL CHECK (round > 0),
  certificate @text NOT NULL REFERENCES certificates (id),
  agency @text NOT NULL REFERENCES agencies (id),
  ground @text NOT NULL CHECK (ground IN ('anotherPerson', 'wrongContent', 'unlawful')),
  proposed_by @text NOT NULL REFERENCES officers (id),
  proposed_at @int NOT NULL,
  verdict @text CHECK (verdict IN ('revoked', 'declined')),
  decided_by @text REFERENCES officers (id),
  decided_at @int,
  PRIMARY KEY (case_id, round),
  CHECK ((verdict IS NULL) = (decided_by IS NULL)),
  CHECK ((verdict IS NULL) = (decided_at IS NULL)),
  CHECK (verdict IS NULL OR verdict = 'declined' OR decided_by <> proposed_by)
) @strict;
CREATE INDEX revocations_open ON revocations (agency, proposed_at, case_id)
  WHERE verdict IS NULL;
CREATE UNIQUE INDEX revocations_one_open ON revocations (case_id) WHERE verdict IS NULL;
