-- What proves that nothing was missed.

-- From where on the next window looks: behind a scan that showed nothing, which may be a wrong answer, it looks once more
-- at what that scan covered. Null = reached_at.
ALTER TABLE watermark ADD COLUMN confirmed_at BIGINT;
