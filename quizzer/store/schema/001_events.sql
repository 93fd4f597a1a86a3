-- What happened, one row a fact, only ever added to. Everything else is folded from it.
CREATE TABLE events (
    row      INTEGER PRIMARY KEY,   -- the order of arrival in this file
    id       TEXT    NOT NULL UNIQUE,
    device   TEXT    NOT NULL,
    at       INTEGER NOT NULL,      -- UTC milliseconds since 1970
    "offset" INTEGER NOT NULL,      -- seconds east of UTC at that moment
    zone     TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    card     TEXT    NOT NULL,      -- empty where the fact is about none
    data     TEXT    NOT NULL,      -- JSON
    "check"  BLOB    NOT NULL       -- over every column from id to data
) STRICT;

CREATE INDEX events_of_card ON events (card);
CREATE INDEX events_of_device ON events (device, at, id);

CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
BEGIN
    SELECT raise(ABORT, 'events are only ever added');
END;

CREATE TRIGGER events_are_not_deleted BEFORE DELETE ON events
BEGIN
    SELECT raise(ABORT, 'events are only ever added');
END;

-- Who wrote this file: the ids of the database and of the device.
CREATE TABLE identity (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
