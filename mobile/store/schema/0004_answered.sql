-- What the office made of an operation that the server had refused comes with the next answer about it (result.problem.office).
-- seen: which word of it the person has taken note of: the time of the office's act, or 'refused' for the refusal itself.
ALTER TABLE outbox ADD COLUMN seen TEXT;
CREATE INDEX outbox_answered ON outbox (seq) WHERE json_extract(result, '$.problem.office') IS NOT NULL;
CREATE INDEX blob_damaged ON blob (seq) WHERE state = 'damaged';
