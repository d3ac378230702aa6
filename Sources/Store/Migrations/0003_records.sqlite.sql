-- The judicial records: suppliers' documents, and the indexes by which a record is found.
--
-- `record_documents` is the truth. `records`, `record_names` and `record_numbers` are what its fold
-- says now; `lylich check` compares them.

CREATE TABLE records (
  id @int NOT NULL PRIMARY KEY CHECK (id > 0),
  agency @text NOT NULL REFERENCES agencies (id),
  name @text NOT NULL,
  born @text
) @strict;

-- Every name of a standing document, without marks, for searching.
CREATE TABLE record_names (
  search_name @text NOT NULL,
  birth_year @int NOT NULL,
  record @int NOT NULL REFERENCES records (id),
  PRIMARY KEY (search_name, birth_year, record)
) STRICT, WITHOUT ROWID;

-- Every identity number of a standing document. One number is one person's.
CREATE TABLE record_numbers (
  number @text NOT NULL,
  agency @text NOT NULL REFERENCES agencies (id),
  record @int NOT NULL REFERENCES records (id),
  PRIMARY KEY (number, agency)
) STRICT, WITHOUT ROWID;

-- Documents that were filed together, and the event that says so. The event holds `digest`: the
-- hash over `salt` and the documents, in order (see RecordDigest).
CREATE TABLE record_batches (
  id @int NOT NULL PRIMARY KEY CHECK (id > 0),
  agency @text NOT NULL REFERENCES agencies (id),
  event_id @int NOT NULL UNIQUE REFERENCES events (id),
  source @text NOT NULL CHECK (source IN ('hand', 'file', 'message', 'planted')),
  -- The officer of `hand`, the file's SHA-256 of `file`, the supplier of `message`.
  origin @text NOT NULL,
  at @int NOT NULL,
  documents @int NOT NULL CHECK (documents > 0),
  salt @bytes NOT NULL CHECK (length(salt) = 16),
  digest @bytes NOT NULL CHECK (length(digest) = 32),
  CHECK ((source = 'planted') = (origin = ''))
) @strict;

-- One document, as its bytes came. `fingerprint` is a hash of kind, issuer, number and day;
-- `edition` counts documents of one record that share it and say different things.
CREATE TABLE record_documents (
  id @int NOT NULL PRIMARY KEY CHECK (id > 0),
  record @int NOT NULL REFERENCES records (id),
  batch @int NOT NULL REFERENCES record_batches (id),
  -- In an imported file, from 1; else 0.
  line @int NOT NULL CHECK (line >= 0),
  fingerprint @int NOT NULL,
  edition @int NOT NULL CHECK (edition >= 0),
  supersedes @int REFERENCES record_documents (id) CHECK (supersedes < id),
  body @bytes NOT NULL CHECK (length(body) BETWEEN 2 AND 65536),
  UNIQUE (record, fingerprint, edition)
) @strict;
CREATE UNIQUE INDEX record_documents_corrected ON record_documents (supersedes)
  WHERE supersedes IS NOT NULL;

-- Documents that came later than the law allows (SupplierDeadline).
CREATE TABLE record_late (
  document @int NOT NULL PRIMARY KEY REFERENCES record_documents (id),
  agency @text NOT NULL REFERENCES agencies (id),
  supplier @text NOT NULL,
  issuer @text NOT NULL,
  days_late @int NOT NULL CHECK (days_late > 0),
  received_on @text NOT NULL CHECK (length(received_on) = 10)
) @strict;
CREATE INDEX record_late_by_issuer ON record_late (agency, issuer, days_late);

-- What documents say against each other (Contradiction), for an officer to answer.
CREATE TABLE record_questions (
  id @int NOT NULL PRIMARY KEY CHECK (id > 0),
  record @int NOT NULL REFERENCES records (id),
  agency @text NOT NULL REFERENCES agencies (id),
  subject @text NOT NULL,
  -- Ids of documents, in order, parted by commas.
  documents @text NOT NULL,
  asked_at @int NOT NULL,
  -- Set once: by an answer, or by a document that ended the contradiction.
  closed_at @int
) @strict;
CREATE UNIQUE INDEX record_questions_once ON record_questions (record, subject, documents)
  WHERE closed_at IS NULL;
CREATE INDEX record_questions_by_record ON record_questions (record, id);
CREATE INDEX record_questions_open ON record_questions (agency, id) WHERE closed_at IS NULL;

-- The officer's reason is the payload of the event.
CREATE TABLE record_answers (
  question @int NOT NULL PRIMARY KEY REFERENCES record_questions (id),
  verdict @text NOT NULL CHECK (verdict IN ('stands', 'setAside')),
  document @int NOT NULL REFERENCES record_documents (id),
  officer @text NOT NULL REFERENCES officers (id),
  at @int NOT NULL,
  event_id @int NOT NULL UNIQUE REFERENCES events (id)
) @strict;

-- How far the import of a file has come.
CREATE TABLE record_imports (
  agency @text NOT NULL REFERENCES agencies (id),
  file_sha256 @text NOT NULL CHECK (length(file_sha256) = 64),
  lines_done @int NOT NULL CHECK (lines_done >= 0),
  at @int NOT NULL,
  PRIMARY KEY (agency, file_sha256)
) @strict;

CREATE TRIGGER record_documents_no_update BEFORE UPDATE ON record_documents
BEGIN
  SELECT RAISE(ABORT, 'record_documents is append-only');
END;
CREATE TRIGGER record_documents_no_delete BEFORE DELETE ON record_documents
BEGIN
  SELECT RAISE(ABORT, 'record_documents is append-only');
END;
CREATE TRIGGER record_batches_no_update BEFORE UPDATE ON record_batches
BEGIN
  SELECT RAISE(ABORT, 'record_batches is append-only');
END;
CREATE TRIGGER record_batches_no_delete BEFORE DELETE ON record_batches
BEGIN
  SELECT RAISE(ABORT, 'record_batches is append-only');
END;
CREATE TRIGGER record_answers_no_update BEFORE UPDATE ON record_answers
BEGIN
  SELECT RAISE(ABORT, 'record_answers is append-only');
END;
CREATE TRIGGER record_answers_no_delete BEFORE DELETE ON record_answers
BEGIN
  SELECT RAISE(ABORT, 'record_answers is append-only');
END;
CREATE TRIGGER record_late_no_update BEFORE UPDATE ON record_late
BEGIN
  SELECT RAISE(ABORT, 'record_late is append-only');
END;
CREATE TRIGGER record_late_no_delete BEFORE DELETE ON record_late
BEGIN
  SELECT RAISE(ABORT, 'record_late is append-only');
END;
CREATE TRIGGER records_no_delete BEFORE DELETE ON records
BEGIN
  SELECT RAISE(ABORT, 'a record is never deleted');
END;
CREATE TRIGGER record_questions_no_delete BEFORE DELETE ON record_questions
BEGIN
  SELECT RAISE(ABORT, 'a question is closed, never deleted');
END;
CREATE TRIGGER record_questions_closed_once BEFORE UPDATE ON record_questions
WHEN OLD.closed_at IS NOT NULL OR NEW.record <> OLD.record OR NEW.subject <> OLD.subject
  OR NEW.documents <> OLD.documents
BEGIN
  SELECT RAISE(ABORT, 'a question is closed once');
END;
