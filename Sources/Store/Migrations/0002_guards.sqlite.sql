-- What is written stays: these tables take new rows and nothing else.

CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'events is append-only');
END;
CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'events is append-only');
END;
CREATE TRIGGER leaves_no_update BEFORE UPDATE ON leaves
BEGIN
  SELECT RAISE(ABORT, 'leaves is append-only');
END;
CREATE TRIGGER leaves_no_delete BEFORE DELETE ON leaves
BEGIN
  SELECT RAISE(ABORT, 'leaves is append-only');
END;
CREATE TRIGGER tree_nodes_no_update BEFORE UPDATE ON tree_nodes
BEGIN
  SELECT RAISE(ABORT, 'tree_nodes is append-only');
END;
CREATE TRIGGER tree_nodes_no_delete BEFORE DELETE ON tree_nodes
BEGIN
  SELECT RAISE(ABORT, 'tree_nodes is append-only');
END;
CREATE TRIGGER checkpoints_no_update BEFORE UPDATE ON checkpoints
BEGIN
  SELECT RAISE(ABORT, 'checkpoints is append-only');
END;
CREATE TRIGGER checkpoints_no_delete BEFORE DELETE ON checkpoints
BEGIN
  SELECT RAISE(ABORT, 'checkpoints is append-only');
END;
CREATE TRIGGER purges_no_update BEFORE UPDATE ON purges
BEGIN
  SELECT RAISE(ABORT, 'purges is append-only');
END;
CREATE TRIGGER purges_no_delete BEFORE DELETE ON purges
BEGIN
  SELECT RAISE(ABORT, 'purges is append-only');
END;
CREATE TRIGGER ledger_batches_no_update BEFORE UPDATE ON ledger_batches
BEGIN
  SELECT RAISE(ABORT, 'ledger_batches is append-only');
END;
CREATE TRIGGER ledger_batches_no_delete BEFORE DELETE ON ledger_batches
BEGIN
  SELECT RAISE(ABORT, 'ledger_batches is append-only');
END;
CREATE TRIGGER ledger_entries_no_update BEFORE UPDATE ON ledger_entries
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries is append-only');
END;
CREATE TRIGGER ledger_entries_no_delete BEFORE DELETE ON ledger_entries
BEGIN
  SELECT RAISE(ABORT, 'ledger_entries is append-only');
END;
CREATE TRIGGER installation_no_update BEFORE UPDATE ON installation
BEGIN
  SELECT RAISE(ABORT, 'installation is append-only');
END;
CREATE TRIGGER installation_no_delete BEFORE DELETE ON installation
BEGIN
  SELECT RAISE(ABORT, 'installation is append-only');
END;

-- A payload is deleted only after its purge has been written down, and never changed.
CREATE TRIGGER payloads_no_update BEFORE UPDATE ON payloads
BEGIN
  SELECT RAISE(ABORT, 'payloads is append-only');
END;
CREATE TRIGGER payloads_purge BEFORE DELETE ON payloads
WHEN NOT EXISTS (SELECT 1 FROM purges WHERE event_id = OLD.event_id)
BEGIN
  SELECT RAISE(ABORT, 'a payload is deleted only by a purge');
END;

-- No event without its place in the queue for the tree.
CREATE TRIGGER events_pending AFTER INSERT ON events
BEGIN
  INSERT INTO pending_leaves (event_id) VALUES (NEW.id);
END;

-- A sequence never goes back: a number once given is not given again.
CREATE TRIGGER sequences_forward BEFORE UPDATE ON sequences
WHEN NEW.latest <= OLD.latest
BEGIN
  SELECT RAISE(ABORT, 'a sequence only goes forward');
END;
CREATE TRIGGER sequences_no_delete BEFORE DELETE ON sequences
BEGIN
  SELECT RAISE(ABORT, 'a sequence only goes forward');
END;
