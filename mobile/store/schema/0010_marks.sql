-- What a person drew on a photo (shared.model.mark), from the lowest up, as a JSON list; never part of the picture's bytes.
ALTER TABLE photo ADD COLUMN marks TEXT NOT NULL DEFAULT '[]';
