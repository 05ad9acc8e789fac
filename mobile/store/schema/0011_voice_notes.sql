-- A row whose role is 'voice' is a voice note: its file is screen/<sha256>.m4a, it has no small copy, no width and no height;
-- `seconds` is how long it is.
ALTER TABLE photo ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0;
