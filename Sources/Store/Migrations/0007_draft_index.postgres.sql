-- A draft is saved far more often than its owner's list is read, and a list has few lines: an
-- index without the moment of saving is left alone by a save. The room left on each page lets the
-- new version of a row stand beside the old one, so that no index is touched.
DROP INDEX drafts_by_citizen;
CREATE INDEX drafts_open_by_citizen ON drafts (citizen, lodged_case);
ALTER TABLE drafts SET (fillfactor = 50);
