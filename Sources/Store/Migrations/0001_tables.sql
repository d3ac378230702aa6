-- Every table of the first release, for both engines. The types that differ between them are
-- written as words that the migrator replaces:
--   @int     64 bits                        @id      a number the database counts up
--   @text    text compared byte by byte     @bytes   bytes
--   @strict  SQLite: hold every column to its type
-- Moments are milliseconds since 1970 UTC, days are YYYY-MM-DD, money is whole dong, truth is 0/1.

-- What this installation is. One row, written once.
CREATE TABLE installation (
  only_row @int NOT NULL PRIMARY KEY CHECK (only_row = 1),
  mode @text NOT NULL CHECK (mode IN ('demo', 'real')),
  profile @text NOT NULL,
  origin @text NOT NULL,
  installed_at @int NOT NULL
) @strict;

CREATE TABLE agencies (
  id @text NOT NULL PRIMARY KEY,
  name @text NOT NULL,
  created_at @int NOT NULL
) @strict;

CREATE TABLE officers (
  id @text NOT NULL PRIMARY KEY,
  agency @text NOT NULL REFERENCES agencies (id),
  username @text NOT NULL UNIQUE,
  name @text NOT NULL,
  title @text NOT NULL,
  roles @text NOT NULL,
  password_hash @text NOT NULL,
  active @int NOT NULL CHECK (active IN (0, 1)),
  created_at @int NOT NULL
) @strict;
CREATE INDEX officers_by_agency ON officers (agency, id);

-- A citizen belongs to the country, not to an agency.
CREATE TABLE citizens (
  id @text NOT NULL PRIMARY KEY,
  national_id @text NOT NULL UNIQUE,
  name @text NOT NULL,
  birth_date @text NOT NULL,
  created_at @int NOT NULL
) @strict;

CREATE TABLE sessions (
  token_hash @text NOT NULL PRIMARY KEY,
  kind @text NOT NULL CHECK (kind IN ('anonymous', 'citizen', 'officer')),
  subject @text,
  agency @text,
  csrf @text NOT NULL,
  data @text NOT NULL,
  created_at @int NOT NULL,
  seen_at @int NOT NULL,
  expires_at @int NOT NULL,
  CHECK ((kind = 'anonymous') = (subject IS NULL))
) @strict;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
CREATE INDEX sessions_by_subject ON sessions (kind, subject) WHERE subject IS NOT NULL;

CREATE TABLE cases (
  id @text NOT NULL PRIMARY KEY,
  agency @text NOT NULL REFERENCES agencies (id),
  number @text NOT NULL UNIQUE,
  citizen @text NOT NULL REFERENCES citizens (id),
  certificate_kind @text NOT NULL,
  procedure @text NOT NULL,
  state @text NOT NULL,
  version @int NOT NULL CHECK (version >= 0),
  lodged_at @int NOT NULL,
  due_on @text CHECK (length(due_on) = 10),
  closed_at @int,
  assigned @text REFERENCES officers (id),
  applicant @text NOT NULL,
  search_name @text NOT NULL,
  sort_name @text NOT NULL
) @strict;
CREATE INDEX cases_queue ON cases (agency, state, (COALESCE(due_on, '9999-12-31')), id);
CREATE INDEX cases_by_due ON cases (agency, due_on, id) WHERE closed_at IS NULL;
CREATE INDEX cases_by_citizen ON cases (citizen, lodged_at);
CREATE INDEX cases_by_name ON cases (agency, search_name, id);
CREATE INDEX cases_by_sort ON cases (agency, sort_name, id);

-- Numbers that others gave to a case: a national portal's, an older program's.
CREATE TABLE case_aliases (
  kind @text NOT NULL,
  value @text NOT NULL,
  case_id @text NOT NULL REFERENCES cases (id),
  PRIMARY KEY (kind, value)
) @strict;
CREATE INDEX case_aliases_by_case ON case_aliases (case_id);

-- The case is written later in the same transaction, so the reference waits for its end.
CREATE TABLE drafts (
  id @text NOT NULL PRIMARY KEY,
  citizen @text NOT NULL REFERENCES citizens (id),
  agency @text NOT NULL REFERENCES agencies (id),
  fields @text NOT NULL,
  version @int NOT NULL CHECK (version >= 0),
  lodged_case @text UNIQUE REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
  created_at @int NOT NULL,
  updated_at @int NOT NULL
) @strict;
CREATE INDEX drafts_by_citizen ON drafts (citizen, updated_at);

-- The latest number taken: by agency, what is counted, and the day or year it is counted in.
CREATE TABLE sequences (
  agency @text NOT NULL REFERENCES agencies (id),
  kind @text NOT NULL,
  scope @text NOT NULL,
  latest @int NOT NULL CHECK (latest > 0),
  PRIMARY KEY (agency, kind, scope)
) @strict;

-- The journal. `salt` and `body` are the leaf; they are never changed and never deleted.
CREATE TABLE events (
  id @id,
  case_id @text REFERENCES cases (id) DEFERRABLE INITIALLY DEFERRED,
  case_seq @int CHECK (case_seq > 0),
  agency @text NOT NULL REFERENCES agencies (id),
  kind @text NOT NULL,
  at @int NOT NULL,
  actor @text NOT NULL,
  salt @bytes NOT NULL CHECK (length(salt) = 16),
  body @bytes NOT NULL,
  CHECK ((case_id IS NULL) = (case_seq IS NULL)),
  UNIQUE (case_id, case_seq)
) @strict;
CREATE INDEX events_by_kind ON events (agency, kind, at);

-- The personal part of an event. The body holds its salted hash, so it can go and the tree stay.
CREATE TABLE payloads (
  event_id @int NOT NULL PRIMARY KEY REFERENCES events (id),
  salt @bytes NOT NULL CHECK (length(salt) = 16),
  bytes @bytes NOT NULL
) @strict;

-- A payload that was purged, and the event that says so.
CREATE TABLE purges (
  event_id @int NOT NULL PRIMARY KEY REFERENCES events (id),
  purge_event @int NOT NULL UNIQUE REFERENCES events (id),
  CHECK (purge_event > event_id)
) @strict;

-- Events that have no leaf yet; filled by a guard of `events`.
CREATE TABLE pending_leaves (
  event_id @int NOT NULL PRIMARY KEY REFERENCES events (id)
) @strict;

CREATE TABLE leaves (
  leaf_index @int NOT NULL PRIMARY KEY CHECK (leaf_index >= 0),
  event_id @int NOT NULL UNIQUE REFERENCES events (id),
  hash @bytes NOT NULL CHECK (length(hash) = 32)
) @strict;

-- Roots of complete subtrees: level 1 covers two leaves, level 2 four.
CREATE TABLE tree_nodes (
  level @int NOT NULL CHECK (level BETWEEN 1 AND 62),
  position @int NOT NULL CHECK (position >= 0),
  hash @bytes NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, position)
) @strict;

CREATE TABLE checkpoints (
  size @int NOT NULL PRIMARY KEY CHECK (size > 0),
  root @bytes NOT NULL CHECK (length(root) = 32),
  note @text NOT NULL,
  at @int NOT NULL
) @strict;

-- Notes for the worker, written with the state that makes them necessary.
CREATE TABLE outbox (
  id @id,
  agency @text NOT NULL REFERENCES agencies (id),
  case_id @text,
  kind @text NOT NULL,
  payload @text NOT NULL,
  due_at @int NOT NULL,
  attempts @int NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  lease_holder @text,
  lease_until @int,
  done_at @int,
  failed_at @int,
  last_error @text,
  CHECK ((lease_holder IS NULL) = (lease_until IS NULL)),
  CHECK (done_at IS NULL OR failed_at IS NULL)
) @strict;
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE done_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_failed ON outbox (failed_at) WHERE failed_at IS NOT NULL;
CREATE INDEX outbox_by_case ON outbox (case_id) WHERE case_id IS NOT NULL;

-- Work that one process at a time may do.
CREATE TABLE leases (
  name @text NOT NULL PRIMARY KEY,
  holder @text NOT NULL,
  until @int NOT NULL
) @strict;

CREATE TABLE inquiries (
  id @text NOT NULL PRIMARY KEY,
  case_id @text NOT NULL REFERENCES cases (id),
  agency @text NOT NULL REFERENCES agencies (id),
  body @text NOT NULL,
  created_at @int NOT NULL,
  sent_at @int,
  answered_at @int,
  last_problem @text
) @strict;
CREATE INDEX inquiries_by_case ON inquiries (case_id, body, id);
CREATE INDEX inquiries_open ON inquiries (agency, created_at) WHERE answered_at IS NULL;

CREATE TABLE payments (
  id @text NOT NULL PRIMARY KEY,
  case_id @text NOT NULL REFERENCES cases (id),
  agency @text NOT NULL REFERENCES agencies (id),
  provider @text NOT NULL,
  txn_ref @text NOT NULL UNIQUE,
  amount @int NOT NULL CHECK (amount > 0),
  state @text NOT NULL,
  provider_txn_no @text,
  created_at @int NOT NULL,
  expires_at @int NOT NULL,
  settled_at @int,
  detail @text
) @strict;
CREATE INDEX payments_by_case ON payments (case_id, created_at);
CREATE UNIQUE INDEX payments_by_provider_number ON payments (provider, provider_txn_no)
  WHERE provider_txn_no IS NOT NULL;

CREATE TABLE ledger_accounts (
  agency @text NOT NULL REFERENCES agencies (id),
  code @text NOT NULL,
  PRIMARY KEY (agency, code)
) @strict;

CREATE TABLE ledger_batches (
  id @id,
  agency @text NOT NULL REFERENCES agencies (id),
  case_id @text REFERENCES cases (id),
  payment @text REFERENCES payments (id),
  at @int NOT NULL
) @strict;
CREATE INDEX ledger_batches_by_case ON ledger_batches (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX ledger_batches_by_payment ON ledger_batches (payment) WHERE payment IS NOT NULL;

CREATE TABLE ledger_entries (
  batch @int NOT NULL REFERENCES ledger_batches (id),
  line @int NOT NULL CHECK (line > 0),
  agency @text NOT NULL,
  account @text NOT NULL,
  debit @int NOT NULL CHECK (debit >= 0),
  credit @int NOT NULL CHECK (credit >= 0),
  PRIMARY KEY (batch, line),
  FOREIGN KEY (agency, account) REFERENCES ledger_accounts (agency, code),
  CHECK ((debit = 0) <> (credit = 0))
) @strict;
CREATE INDEX ledger_entries_by_account ON ledger_entries (agency, account);

CREATE TABLE fee_receipts (
  agency @text NOT NULL REFERENCES agencies (id),
  number @text NOT NULL,
  case_id @text NOT NULL REFERENCES cases (id),
  payment @text NOT NULL UNIQUE REFERENCES payments (id),
  amount @int NOT NULL CHECK (amount > 0),
  issued_at @int NOT NULL,
  cancelled_at @int,
  PRIMARY KEY (agency, number)
) @strict;
CREATE INDEX fee_receipts_by_case ON fee_receipts (case_id);

-- Bytes lie in a folder under their hash; the row says that they are there.
CREATE TABLE files (
  sha256 @text NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  size @int NOT NULL CHECK (size >= 0),
  kind @text NOT NULL,
  agency @text NOT NULL REFERENCES agencies (id),
  created_at @int NOT NULL
) @strict;

-- What the page behind the QR shows. The outcome is not in here.
CREATE TABLE certificates (
  id @text NOT NULL PRIMARY KEY,
  case_id @text NOT NULL UNIQUE REFERENCES cases (id),
  agency @text NOT NULL REFERENCES agencies (id),
  kind @text NOT NULL,
  number @text NOT NULL,
  number_scope @text NOT NULL,
  token_hash @text UNIQUE,
  state @text NOT NULL CHECK (state IN ('issuing', 'issued', 'revoked')),
  issued_on @text NOT NULL CHECK (length(issued_on) = 10),
  holder_mask @text NOT NULL,
  pdf_sha256 @text CHECK (length(pdf_sha256) = 64),
  level @text,
  revoked_at @int,
  UNIQUE (agency, number_scope, number),
  CHECK (state = 'issuing' OR pdf_sha256 IS NOT NULL)
) @strict;
CREATE UNIQUE INDEX certificates_by_document ON certificates (pdf_sha256)
  WHERE pdf_sha256 IS NOT NULL;

CREATE TABLE signing_steps (
  certificate @text NOT NULL REFERENCES certificates (id),
  step @text NOT NULL,
  prepared_sha256 @text NOT NULL REFERENCES files (sha256),
  completed_sha256 @text REFERENCES files (sha256),
  intended_at @int NOT NULL,
  completed_at @int,
  PRIMARY KEY (certificate, step),
  CHECK ((completed_sha256 IS NULL) = (completed_at IS NULL))
) @strict;

-- The answer that a request with this key was given, so that a repeated one gets the same.
CREATE TABLE request_keys (
  key @text NOT NULL PRIMARY KEY,
  result @text NOT NULL,
  at @int NOT NULL
) @strict;
CREATE INDEX request_keys_by_age ON request_keys (at);
