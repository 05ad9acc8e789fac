-- Where the camera was opened (shared.model.fix.Fix as JSON), NULL where the tablet did not know.
ALTER TABLE photo ADD COLUMN place TEXT;
