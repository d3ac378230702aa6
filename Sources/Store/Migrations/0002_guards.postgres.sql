-- What is written stays: these tables take new rows and nothing else.

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'LL001', TABLE = TG_TABLE_NAME;
END
$$;

CREATE TRIGGER events_no_change BEFORE UPDATE OR DELETE ON events
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER events_no_truncate BEFORE TRUNCATE ON events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER leaves_no_change BEFORE UPDATE OR DELETE ON leaves
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER leaves_no_truncate BEFORE TRUNCATE ON leaves
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tree_nodes_no_change BEFORE UPDATE OR DELETE ON tree_nodes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER tree_nodes_no_truncate BEFORE TRUNCATE ON tree_nodes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoints_no_change BEFORE UPDATE OR DELETE ON checkpoints
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER checkpoints_no_truncate BEFORE TRUNCATE ON checkpoints
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER purges_no_change BEFORE UPDATE OR DELETE ON purges
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER purges_no_truncate BEFORE TRUNCATE ON purges
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_batches_no_change BEFORE UPDATE OR DELETE ON ledger_batches
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_batches_no_truncate BEFORE TRUNCATE ON ledger_batches
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entries_no_change BEFORE UPDATE OR DELETE ON ledger_entries
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_entries_no_truncate BEFORE TRUNCATE ON ledger_entries
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER installation_no_change BEFORE UPDATE OR DELETE ON installation
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER installation_no_truncate BEFORE TRUNCATE ON installation
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payloads_no_change BEFORE UPDATE ON payloads
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payloads_no_truncate BEFORE TRUNCATE ON payloads
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A payload is deleted only after its purge has been written down.
CREATE FUNCTION refuse_unless_purged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM purges WHERE event_id = OLD.event_id) THEN
    RAISE EXCEPTION 'a payload is deleted only by a purge'
      USING ERRCODE = 'LL001', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER payloads_purge BEFORE DELETE ON payloads
  FOR EACH ROW EXECUTE FUNCTION refuse_unless_purged();

-- No event without its place in the queue for the tree.
CREATE FUNCTION queue_leaf() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO pending_leaves (event_id) VALUES (NEW.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER events_pending AFTER INSERT ON events
  FOR EACH ROW EXECUTE FUNCTION queue_leaf();

-- A sequence never goes back: a number once given is not given again.
CREATE FUNCTION refuse_going_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.latest <= OLD.latest THEN
    RAISE EXCEPTION 'a sequence only goes forward'
      USING ERRCODE = 'LL001', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER sequences_forward BEFORE UPDATE OR DELETE ON sequences
  FOR EACH ROW EXECUTE FUNCTION refuse_going_back();
