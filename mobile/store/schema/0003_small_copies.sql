-- A photo's small copy travels before the photo itself, as a blob of its own: `thumb` is its hash (NULL: made by an app that
-- did not send any), its file is thumb/<sha256 of the photo>.jpg. `camera` is the hash of the camera's own file, by which the
-- same file used twice is known again. `trouble` is why a photo is not there yet or never came to be: '' nothing,
-- 'no-space' (tried again), 'unreadable' (dropped, the camera's file is kept).
ALTER TABLE photo ADD COLUMN thumb TEXT;
ALTER TABLE photo ADD COLUMN camera TEXT;
ALTER TABLE photo ADD COLUMN trouble TEXT NOT NULL DEFAULT '';
CREATE INDEX photo_by_thumb ON photo (thumb) WHERE thumb IS NOT NULL;
CREATE INDEX photo_by_camera ON photo (camera) WHERE camera IS NOT NULL;
CREATE INDEX photo_troubled ON photo (trouble) WHERE trouble <> '';

-- All small copies go before the first photo: the queue is read by (is_photo, seq).
ALTER TABLE blob ADD COLUMN is_photo INTEGER NOT NULL DEFAULT 1;
DROP INDEX blob_pending;
CREATE INDEX blob_pending ON blob (is_photo, seq) WHERE state = 'pending';
-- Whose bytes may leave first when the disk is low.
CREATE INDEX blob_releasable ON blob (acked_at) WHERE state = 'stored' AND has_file = 1 AND is_photo = 1;
