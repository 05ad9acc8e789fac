-- The tablet's one database. This file is never edited once shipped: a change is 0002_*.sql.
-- docs/database.md draws it. JSON columns hold the wire form (shared.wire) unless they say "raw".

-- What a person does ------------------------------------------------------------------------------------------------

-- One inspection made here. `header` is the Inspection without answers, photos and signatures while it is a draft;
-- `document` is the whole of it once it is finished, and then answers and taps are no longer kept apart.
CREATE TABLE record (
    id         TEXT PRIMARY KEY,
    status     TEXT NOT NULL CHECK (status IN ('draft', 'final')),
    header     TEXT NOT NULL,
    document   TEXT,
    amends     TEXT,
    begun_at   TEXT NOT NULL
) STRICT;
CREATE INDEX record_by_begin ON record (begun_at);
CREATE INDEX record_by_amended ON record (amends) WHERE amends IS NOT NULL;

-- `per` is '' where an item is answered once, else the asset's id.
CREATE TABLE answer (
    record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    item   TEXT NOT NULL,
    per    TEXT NOT NULL,
    body   TEXT NOT NULL,
    PRIMARY KEY (record, item, per)
) STRICT, WITHOUT ROWID;

-- The last taps of a draft: what stood there before each (body NULL: nothing).
CREATE TABLE tap (
    seq    INTEGER PRIMARY KEY AUTOINCREMENT,
    record TEXT NOT NULL REFERENCES record (id) ON DELETE CASCADE,
    item   TEXT NOT NULL,
    per    TEXT NOT NULL,
    body   TEXT
) STRICT;
CREATE INDEX tap_by_record ON tap (record, seq);

CREATE TABLE signature (
    record TEXT NOT NULL,
    signer TEXT NOT NULL,
    body   TEXT NOT NULL,
    PRIMARY KEY (record, signer)
) STRICT, WITHOUT ROWID;

-- A form that is being filled in: kind is 'recheck' (about a hazard), 'hazard' or 'note' (about any record). Gone once it
-- is finished, when it stands in the outbox under the same id.
CREATE TABLE sheet (
    id    TEXT PRIMARY KEY,
    kind  TEXT NOT NULL,
    about TEXT NOT NULL,
    body  TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sheet_by_about ON sheet (kind, about);

-- One picture. The row exists before the camera opens; sha256 is there once its bytes are.
CREATE TABLE photo (
    id         TEXT PRIMARY KEY,
    record     TEXT NOT NULL,
    item       TEXT NOT NULL,
    per        TEXT NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('pending', 'ready', 'dropped')),
    begun_at   TEXT NOT NULL,
    source     TEXT NOT NULL,
    sha256     TEXT,
    size_bytes INTEGER NOT NULL,
    width      INTEGER NOT NULL,
    height     INTEGER NOT NULL,
    CHECK (state <> 'ready' OR sha256 IS NOT NULL)
) STRICT;
CREATE INDEX photo_by_record ON photo (record, id);
CREATE INDEX photo_by_blob ON photo (sha256);
CREATE INDEX photo_pending ON photo (state) WHERE state = 'pending';

CREATE TABLE phrase (
    text    TEXT PRIMARY KEY,
    used    INTEGER NOT NULL,
    used_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row: where the person was.
CREATE TABLE position (
    one    INTEGER PRIMARY KEY CHECK (one = 1),
    screen TEXT NOT NULL,
    record TEXT NOT NULL,
    item   TEXT NOT NULL,
    per    TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What travels ------------------------------------------------------------------------------------------------------

-- The operations, in the order in which they were made. `about` is a second record that it concerns (a recheck's hazard).
-- acked_epoch: the server's generation that settled it (NULL: none, also when only this tablet parked it); acked_at is
-- the server's time; result is its OpResult, or what this tablet parked it with.
CREATE TABLE outbox (
    seq         INTEGER PRIMARY KEY AUTOINCREMENT,
    op_id       TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL,
    entity_id   TEXT NOT NULL,
    about       TEXT NOT NULL,
    author      TEXT NOT NULL,
    made_at     TEXT NOT NULL,
    at          TEXT NOT NULL,
    body        TEXT NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('pending', 'acked', 'parked')),
    result      TEXT,
    acked_epoch TEXT,
    acked_at    TEXT,
    tries       INTEGER NOT NULL DEFAULT 0,
    not_before  TEXT
) STRICT;
CREATE INDEX outbox_unsettled ON outbox (seq) WHERE state = 'pending';
CREATE INDEX outbox_parked ON outbox (seq) WHERE state = 'parked';
CREATE INDEX outbox_by_entity ON outbox (entity_id, seq);
CREATE INDEX outbox_by_about ON outbox (about, kind);

-- The bytes of photos that finished records refer to; a draft's are not queued yet (state 'local').
-- acked_epoch, acked_at: as in outbox. received: bytes that the server is known to have.
CREATE TABLE blob (
    sha256      TEXT PRIMARY KEY,
    seq         INTEGER NOT NULL,
    size_bytes  INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('local', 'pending', 'stored', 'damaged')),
    received    INTEGER NOT NULL DEFAULT 0,
    acked_epoch TEXT,
    acked_at    TEXT,
    tries       INTEGER NOT NULL DEFAULT 0,
    not_before  TEXT,
    has_file    INTEGER NOT NULL DEFAULT 1
) STRICT, WITHOUT ROWID;
CREATE INDEX blob_pending ON blob (seq) WHERE state = 'pending';

-- What the server says. body is raw JSON as received, unknown members included. is_stale: to be confirmed or swept.
CREATE TABLE replica (
    kind     TEXT NOT NULL,
    id       TEXT NOT NULL,
    scope    TEXT NOT NULL,
    rev      INTEGER NOT NULL,
    body     TEXT NOT NULL,
    is_stale INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (kind, id, scope)
) STRICT;
CREATE INDEX replica_by_scope ON replica (scope, is_stale);
CREATE INDEX replica_inspection ON replica (json_extract(body, '$.template'), json_extract(body, '$.point'))
    WHERE kind = 'inspection';
CREATE INDEX replica_inspection_begin ON replica (json_extract(body, '$.started_at.wall')) WHERE kind = 'inspection';
CREATE INDEX replica_amended ON replica (json_extract(body, '$.amends')) WHERE kind = 'inspection';
CREATE INDEX replica_reply ON replica (json_extract(body, '$.hazard')) WHERE kind = 'reply';
CREATE INDEX replica_extension ON replica (json_extract(body, '$.hazard')) WHERE kind = 'extension';
CREATE INDEX replica_recheck ON replica (json_extract(body, '$.hazard')) WHERE kind = 'recheck';
CREATE INDEX replica_returned ON replica (json_extract(body, '$.inspection'))
    WHERE kind = 'review' AND json_extract(body, '$.state') = 'returned';
CREATE INDEX replica_review ON replica (json_extract(body, '$.inspection')) WHERE kind = 'review';
CREATE INDEX replica_asset ON replica (json_extract(body, '$.point')) WHERE kind = 'asset';
CREATE INDEX replica_note ON replica (json_extract(body, '$.about_id')) WHERE kind = 'note';

-- n: the last sequence number seen. is_ready: the scope was once seen whole. verified_at: this tablet's wall clock.
-- gone: deletions since it was last seen whole; held: how many of them a person must allow first (-1: allowed).
CREATE TABLE cursor (
    scope       TEXT PRIMARY KEY,
    n           INTEGER NOT NULL,
    is_ready    INTEGER NOT NULL DEFAULT 0,
    verified_at TEXT,
    gone        INTEGER NOT NULL DEFAULT 0,
    held        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- device, token, epoch, limits, sizes, times: one row per fact, value as JSON.
CREATE TABLE meta (
    k TEXT PRIMARY KEY,
    v TEXT NOT NULL
) STRICT, WITHOUT ROWID;
