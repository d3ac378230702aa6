-- Cases that cite an issued certificate to correct it or to take it back. What is said in them is in
-- their journals; this is the index of what corrects what, and the database's own word that two
-- people replaced a certificate. Proceedings of 0015 stay where they are.
CREATE TABLE corrections (
  case_id @text NOT NULL PRIMARY KEY REFERENCES cases (id),
  certificate @text NOT NULL REFERENCES certificates (id),
  -- The case that issued it.
  cites @text NOT NULL REFERENCES cases (id),
  agency @text NOT NULL REFERENCES agencies (id),
  ground @text NOT NULL CHECK (ground IN ('anotherPerson', 'wrongContent', 'unlawful')),
  cause @text NOT NULL CHECK (cause IN ('holder', 'officer', 'dispute')),
  opened_at @int NOT NULL,
  outcome @text CHECK (outcome IN ('replaced', 'revoked', 'stands')),
  closed_at @int,
  successor @text REFERENCES certificates (id),
  proposed_by @text REFERENCES officers (id),
  decided_by @text REFERENCES officers (id),
  CHECK ((outcome IS NULL) = (closed_at IS NULL)),
  CHECK ((successor IS NULL) = (outcome IS NULL OR outcome <> 'replaced')),
  CHECK ((proposed_by IS NULL) = (successor IS NULL)),
  CHECK ((decided_by IS NULL) = (successor IS NULL)),
  CHECK (decided_by IS NULL OR decided_by <> proposed_by)
) @strict;
CREATE INDEX corrections_by_cited ON corrections (cites, opened_at, case_id);
CREATE UNIQUE INDEX corrections_one_open ON corrections (certificate) WHERE outcome IS NULL;
-- The certificate that took the place of a revoked one.
ALTER TABLE certificates ADD COLUMN replaced_by @text REFERENCES certificates (id);
