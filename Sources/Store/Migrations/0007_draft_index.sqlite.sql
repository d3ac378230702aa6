-- A draft is saved far more often than its owner's list is read, and a list has few lines: an
-- index without the moment of saving is left alone by a save.
DROP INDEX drafts_by_citizen;
CREATE INDEX drafts_open_by_citizen ON drafts (citizen, lodged_case);
