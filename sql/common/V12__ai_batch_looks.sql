-- How often in a row it could not be seen how far a batch is, and since when its profiles are asked about without it.
ALTER TABLE ai_batch ADD COLUMN failed_looks BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE ai_batch ADD COLUMN given_up_at BIGINT;
