-- What officers proposed and decided of each other is never changed or taken away.
CREATE TRIGGER officer_changes_no_update BEFORE UPDATE ON officer_changes
BEGIN
  SELECT RAISE(ABORT, 'officer_changes is append-only');
END;
CREATE TRIGGER officer_changes_no_delete BEFORE DELETE ON officer_changes
BEGIN
  SELECT RAISE(ABORT, 'officer_changes is append-only');
END;
CREATE TRIGGER officer_change_decisions_no_update BEFORE UPDATE ON officer_change_decisions
BEGIN
  SELECT RAISE(ABORT, 'officer_change_decisions is append-only');
END;
CREATE TRIGGER officer_change_decisions_no_delete BEFORE DELETE ON officer_change_decisions
BEGIN
  SELECT RAISE(ABORT, 'officer_change_decisions is append-only');
END;
