-- The last try to fetch a day's settlement by night that came to nothing. It goes when the day's file
-- is taken.
CREATE TABLE settlement_misses (
  agency @text NOT NULL REFERENCES agencies (id),
  day @text NOT NULL CHECK (length(day) = 10),
  failure @text NOT NULL
    CHECK (failure IN ('noAnswer', 'noFile', 'notGenuine', 'fileStands')),
  tries @int NOT NULL CHECK (tries > 0),
  tried_at @int NOT NULL,
  -- Null where trying again would change nothing.
  next_at @int,
  PRIMARY KEY (agency, day),
  CHECK ((failure = 'fileStands') = (next_at IS NULL))
) @strict;
