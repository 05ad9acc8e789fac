-- What a photo shows of its item: '' how it was found, 'after' what was put right on the spot.
ALTER TABLE photo ADD COLUMN role TEXT NOT NULL DEFAULT '';
