-- A lease's row stays when it is given back, so that its epoch never repeats. Every write of a run is conditional on it.

ALTER TABLE lease ADD COLUMN epoch BIGINT DEFAULT 1 NOT NULL;

-- Boot, process-id namespace and user of the holder: who shares them sees whether it lives. Null: not known.
ALTER TABLE lease ADD COLUMN place VARCHAR;

-- Null: nobody holds it.
ALTER TABLE lease ALTER COLUMN holder_id DROP NOT NULL;

-- With the epoch in a unique index, a take-over waits for whoever is committing under the old one; a renewal does not.
CREATE UNIQUE INDEX lease_epoch ON lease (portal_id, job, epoch);

-- Stack traces may quote records; from now on only the names of failures are kept.
UPDATE batch_step_execution SET exit_message = NULL;
UPDATE batch_job_execution SET exit_message = NULL;
