-- The schedule asks which records belong to a rule's windows, for long periods far back.
CREATE INDEX record_by_task ON record (json_extract(header, '$.task.rule'), json_extract(header, '$.task.window_on'));
CREATE INDEX replica_inspection_task
    ON replica (json_extract(body, '$.task.rule'), json_extract(body, '$.task.window_on')) WHERE kind = 'inspection';
