-- The list of hazards counts all that there ever were, and a person's own, in this index alone.
CREATE INDEX replica_hazard_found ON replica (json_extract(body, '$.found_by'), id, scope, kind) WHERE kind = 'hazard';
-- What was found in a record, and in those that it amends.
CREATE INDEX replica_hazard_source ON replica (json_extract(body, '$.source')) WHERE kind = 'hazard';
