-- The register of cases (Mẫu số 06) is read in the order of lodging.
CREATE INDEX cases_by_lodging ON cases (agency, lodged_at, id);
