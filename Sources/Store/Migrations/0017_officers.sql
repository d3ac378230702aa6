-- Who the officers are: second factors, changes by two administrators, substitution, notices.

-- The password is a one-time code until this moment; nil once the officer has chosen one.
ALTER TABLE officers ADD COLUMN one_time_until @int;

-- `secret` is sealed (AES-256-GCM) with a key that is not in the database. A code is used once:
-- `last_step` is the step of the latest.
CREATE TABLE officer_factors (
  officer @text NOT NULL PRIMARY KEY REFERENCES officers (id),
  secret @bytes NOT NULL,
  enrolled_at @int,
  last_step @int NOT NULL
) @strict;

CREATE TABLE recovery_codes (
  officer @text NOT NULL REFERENCES officers (id),
  hash @text NOT NULL CHECK (length(hash) = 64),
  used_at @int,
  PRIMARY KEY (officer, hash)
) @strict;

-- Failures of sign-in by account and by address; both only as keyed hashes.
CREATE TABLE sign_in_failures (
  subject @text NOT NULL PRIMARY KEY CHECK (length(subject) = 64),
  times @int NOT NULL CHECK (times > 0),
  last_at @int NOT NULL
) @strict;
CREATE INDEX sign_in_failures_by_age ON sign_in_failures (last_at);

-- What one administrator proposed of an officer: the whole of it, as JSON (OfficerChange).
CREATE TABLE officer_changes (
  id @text NOT NULL PRIMARY KEY,
  agency @text NOT NULL REFERENCES agencies (id),
  officer @text NOT NULL,
  content @text NOT NULL,
  reason @text NOT NULL CHECK (length(reason) > 0),
  proposed_by @text NOT NULL REFERENCES officers (id),
  proposed_at @int NOT NULL,
  UNIQUE (id, proposed_by)
) @strict;
CREATE INDEX officer_changes_by_agency ON officer_changes (agency, proposed_at, id);
CREATE INDEX officer_changes_by_officer ON officer_changes (officer, proposed_at, id);

-- Two people: the proposal's author, repeated here, is not who decided.
CREATE TABLE officer_change_decisions (
  proposal @text NOT NULL PRIMARY KEY,
  proposed_by @text NOT NULL,
  number @int UNIQUE CHECK (number > 0),
  reason @text NOT NULL CHECK (length(reason) > 0),
  decided_by @text NOT NULL REFERENCES officers (id),
  decided_at @int NOT NULL,
  CHECK (decided_by <> proposed_by),
  FOREIGN KEY (proposal, proposed_by) REFERENCES officer_changes (id, proposed_by)
) @strict;

-- From a day to a day, both included, an officer stands in for another in a role.
CREATE TABLE substitutions (
  id @text NOT NULL PRIMARY KEY,
  agency @text NOT NULL REFERENCES agencies (id),
  principal @text NOT NULL REFERENCES officers (id),
  substitute @text NOT NULL REFERENCES officers (id),
  role @text NOT NULL CHECK (role IN ('intake', 'assessor', 'leader')),
  from_day @text NOT NULL CHECK (length(from_day) = 10),
  until_day @text NOT NULL CHECK (length(until_day) = 10),
  reason @text NOT NULL CHECK (length(reason) > 0),
  named_by @text NOT NULL REFERENCES officers (id),
  named_at @int NOT NULL,
  ended_by @text REFERENCES officers (id),
  ended_at @int,
  CHECK (principal <> substitute),
  CHECK (from_day <= until_day),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL))
) @strict;
CREATE INDEX substitutions_by_substitute ON substitutions (substitute, until_day);
CREATE INDEX substitutions_by_agency ON substitutions (agency, named_at, id);

-- What every page says from a moment to a moment.
CREATE TABLE notices (
  id @text NOT NULL PRIMARY KEY,
  vietnamese @text NOT NULL CHECK (length(vietnamese) > 0),
  english @text NOT NULL CHECK (length(english) > 0),
  from_at @int NOT NULL,
  until_at @int NOT NULL,
  set_by @text NOT NULL REFERENCES officers (id),
  set_at @int NOT NULL,
  withdrawn_by @text REFERENCES officers (id),
  withdrawn_at @int,
  CHECK (from_at < until_at),
  CHECK ((withdrawn_by IS NULL) = (withdrawn_at IS NULL))
) @strict;
CREATE INDEX notices_by_end ON notices (until_at);

-- The auditor reads the journal from the newest back, and by who acted.
CREATE INDEX events_by_agency ON events (agency, at, id);
CREATE INDEX events_by_actor ON events (actor, at, id);
