-- Records of one person become one, and are taken apart again: documents move between records. What
-- `record_documents.record` says is where a document was filed, and stays; where it is now, the last
-- of its moves says. One officer proposes a move and another confirms it.

CREATE TABLE record_moves (
  id @int NOT NULL PRIMARY KEY CHECK (id > 0),
  agency @text NOT NULL REFERENCES agencies (id),
  kind @text NOT NULL CHECK (kind IN ('merge', 'split')),
  source @int NOT NULL REFERENCES records (id),
  -- Null where a split begins a new record.
  target @int REFERENCES records (id) CHECK (target <> source),
  -- Of a split: ids of documents, in order, parted by commas. A merge moves all there are.
  documents @text NOT NULL,
  proposed_by @text NOT NULL REFERENCES officers (id),
  proposed_at @int NOT NULL,
  event_id @int NOT NULL UNIQUE REFERENCES events (id),
  CHECK ((kind = 'merge') = (documents = '')),
  CHECK (kind = 'split' OR target IS NOT NULL),
  UNIQUE (id, proposed_by)
) @strict;
CREATE INDEX record_moves_by_agency ON record_moves (agency, id);
CREATE INDEX record_moves_by_source ON record_moves (source, id);
CREATE INDEX record_moves_by_target ON record_moves (target, id);

-- Who proposed, repeated here, does not confirm; declining takes one's own proposal back too.
CREATE TABLE record_move_decisions (
  move @int NOT NULL PRIMARY KEY,
  proposed_by @text NOT NULL,
  verdict @text NOT NULL CHECK (verdict IN ('confirmed', 'declined')),
  decided_by @text NOT NULL REFERENCES officers (id),
  decided_at @int NOT NULL,
  event_id @int NOT NULL UNIQUE REFERENCES events (id),
  CHECK (verdict = 'declined' OR decided_by <> proposed_by),
  FOREIGN KEY (move, proposed_by) REFERENCES record_moves (id, proposed_by)
) @strict;

-- What each confirmed move moved.
CREATE TABLE record_moved (
  document @int NOT NULL REFERENCES record_documents (id),
  move @int NOT NULL REFERENCES record_move_decisions (move),
  source @int NOT NULL REFERENCES records (id),
  target @int NOT NULL REFERENCES records (id),
  at @int NOT NULL,
  PRIMARY KEY (document, move),
  CHECK (source <> target)
) @strict;
CREATE INDEX record_moved_by_source ON record_moved (source, document);
CREATE INDEX record_moved_by_target ON record_moved (target, document);
CREATE INDEX record_moved_by_move ON record_moved (move, document);

-- Pairs of records that may be one person's, found by the nightly walk. `low_document` and
-- `high_document` are the last documents that were compared: a pair that an officer declined is
-- proposed again only where there are newer ones.
CREATE TABLE record_pairs (
  low @int NOT NULL REFERENCES records (id),
  high @int NOT NULL REFERENCES records (id),
  agency @text NOT NULL REFERENCES agencies (id),
  weight @int NOT NULL,
  low_document @int NOT NULL,
  high_document @int NOT NULL,
  found_at @int NOT NULL,
  declined_at @int,
  PRIMARY KEY (low, high),
  CHECK (low < high)
) @strict;
CREATE INDEX record_pairs_open ON record_pairs (agency, weight, low, high)
  WHERE declined_at IS NULL;
CREATE INDEX record_pairs_by_high ON record_pairs (high);

-- How far the walk for pairs has come.
CREATE TABLE record_pair_runs (
  agency @text NOT NULL PRIMARY KEY REFERENCES agencies (id),
  last_document @int NOT NULL CHECK (last_document >= 0),
  finished_on @text CHECK (length(finished_on) = 10)
) @strict;

-- An answer belongs to the record that holds its document.
CREATE INDEX record_answers_by_document ON record_answers (document, question);

-- A number that courts gave to two persons stands in the records of both, once they are parted.
ALTER TABLE record_numbers DROP CONSTRAINT record_numbers_pkey;
ALTER TABLE record_numbers ADD PRIMARY KEY (number, agency, record);

CREATE TRIGGER record_moves_no_change BEFORE UPDATE OR DELETE ON record_moves
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_moves_no_truncate BEFORE TRUNCATE ON record_moves
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_move_decisions_no_change BEFORE UPDATE OR DELETE ON record_move_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_move_decisions_no_truncate BEFORE TRUNCATE ON record_move_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_moved_no_change BEFORE UPDATE OR DELETE ON record_moved
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER record_moved_no_truncate BEFORE TRUNCATE ON record_moved
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
