-- Who holds a tablet that several people share: one row, or none while nobody has said so. is_proved: the PIN was entered.
CREATE TABLE duty (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    person    TEXT NOT NULL,
    since     TEXT NOT NULL,
    is_proved INTEGER NOT NULL
) STRICT;

-- Wrong PINs in a row, by person. A try is counted before its digits are looked at: killing the app costs it.
CREATE TABLE pin_try (
    person TEXT PRIMARY KEY,
    wrong  INTEGER NOT NULL,
    last   TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- A person's time with this tablet. `body` is the Shift as it was sent last, or will be; `seq` the last operation before it.
CREATE TABLE shift (
    id          TEXT PRIMARY KEY,
    person      TEXT NOT NULL,
    began_at    TEXT NOT NULL,
    ended_at    TEXT,
    seq         INTEGER NOT NULL,
    body        TEXT NOT NULL,
    compared_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX shift_by_person ON shift (person, began_at);

-- What the server is asked about, or was: each operation and photo of one shift. `standing`: 'asked', or its answer.
CREATE TABLE manifest (
    name     TEXT PRIMARY KEY,
    shift    TEXT NOT NULL,
    kind     TEXT NOT NULL CHECK (kind IN ('op', 'photo')),
    seq      INTEGER NOT NULL,
    standing TEXT NOT NULL,
    received INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX manifest_asked ON manifest (kind, seq) WHERE standing = 'asked';
