-- What officers proposed and decided of each other is never changed or taken away.
CREATE TRIGGER officer_changes_no_change BEFORE UPDATE OR DELETE ON officer_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER officer_changes_no_truncate BEFORE TRUNCATE ON officer_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER officer_change_decisions_no_change BEFORE UPDATE OR DELETE ON officer_change_decisions
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER officer_change_decisions_no_truncate BEFORE TRUNCATE ON officer_change_decisions
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
