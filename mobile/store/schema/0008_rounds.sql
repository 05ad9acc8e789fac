-- Drafts that were handed over to somebody else: only read here, until they are taken back. `name`: to whom.
CREATE TABLE given (
    record   TEXT PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
    handover TEXT NOT NULL,
    name     TEXT NOT NULL,
    at       TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who is in a machine room now, and who was on a day; offers of rounds that nobody has answered; excuses by their window.
CREATE INDEX replica_access_inside ON replica (id)
    WHERE kind = 'access' AND json_extract(body, '$.leaving') IS NULL AND json_extract(body, '$.refusal') IS NULL;
CREATE INDEX replica_access_at ON replica (json_extract(body, '$.at.wall')) WHERE kind = 'access';
CREATE INDEX replica_handover_open ON replica (id) WHERE kind = 'handover' AND json_extract(body, '$.state') IS NULL;
CREATE INDEX replica_handover_record ON replica (json_extract(body, '$.record.id')) WHERE kind = 'handover';
CREATE INDEX replica_excuse ON replica (json_extract(body, '$.window_on')) WHERE kind = 'excuse';
