-- Nothing that is asked while somebody taps, or in a session, may read what the years have piled up (docs/growth.md).
-- The last rounds of a form at a place, newest first, made here or elsewhere.
CREATE INDEX record_by_place
    ON record (json_extract(document, '$.template'), json_extract(document, '$.point'), begun_at) WHERE document IS NOT NULL;
DROP INDEX replica_inspection;
CREATE INDEX replica_inspection
    ON replica (json_extract(body, '$.template'), json_extract(body, '$.point'), json_extract(body, '$.started_at.wall'))
    WHERE kind = 'inspection';
-- Few at any time: drafts, open hazards, photos set aside for a while.
CREATE INDEX record_draft ON record (begun_at) WHERE status = 'draft';
CREATE INDEX replica_hazard_open ON replica (id)
    WHERE kind = 'hazard'
      AND coalesce(json_extract(body, '$.state'), 'draft') NOT IN ('closed', 'corrected_on_spot', 'voided');
CREATE INDEX blob_set_aside ON blob (not_before) WHERE not_before IS NOT NULL;
-- How many photos of this tablet the server has: counted in this index alone.
CREATE INDEX blob_sent ON blob (state, is_photo, acked_at) WHERE state = 'stored' AND acked_at IS NOT NULL;
-- What the retention lets go, oldest first.
CREATE INDEX outbox_acked ON outbox (acked_at) WHERE state = 'acked';
CREATE INDEX photo_dropped ON photo (state) WHERE state = 'dropped';
