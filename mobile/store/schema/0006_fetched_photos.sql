-- Others' photos that were fetched to be looked at: no time says that this tablet sent them. They leave with their hazard.
CREATE INDEX blob_fetched ON blob (state, acked_at) WHERE state = 'stored' AND acked_at IS NULL;
