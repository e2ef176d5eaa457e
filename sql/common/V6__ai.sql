-- What the AI said, by fit profiles; no lead is known to it. A profile is enumerated facts only, and its name is their
-- SHA-256.

CREATE TABLE fit_profile (
    portal_id BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    facts VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, profile)
);

-- Kept for good: one answer for each profile, ideal client, version of the instructions, and model. judgements is JSON,
-- null where the AI refused or its answer was broken, which is asked again from retry_at on.
CREATE TABLE fit_answer (
    portal_id BIGINT NOT NULL,
    ideal_version VARCHAR NOT NULL,
    prompt_version VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    profile VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    answered_by VARCHAR,
    judgements VARCHAR,
    attempts BIGINT NOT NULL,
    answered_at BIGINT NOT NULL,
    retry_at BIGINT,
    PRIMARY KEY (portal_id, ideal_version, prompt_version, model, profile)
);

-- vector: little-endian floats of four bytes, in Base64.
CREATE TABLE fit_vector (
    portal_id BIGINT NOT NULL,
    model VARCHAR NOT NULL,
    profile VARCHAR NOT NULL,
    vector VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, model, profile)
);

-- Contacts that were scored without an answer, to be scored again when there is one.
CREATE TABLE fit_queue (
    portal_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, contact_id)
);

CREATE INDEX fit_queue_by_profile ON fit_queue (portal_id, profile, contact_id);

-- spent_on is a day in UTC, as days since 1970-01-01. Money that a request may cost at most is in it before it is sent.
CREATE TABLE ai_spending (
    portal_id BIGINT NOT NULL,
    spent_on BIGINT NOT NULL,
    requests BIGINT NOT NULL,
    prompt_tokens BIGINT NOT NULL,
    completion_tokens BIGINT NOT NULL,
    micro_dollars BIGINT NOT NULL,
    PRIMARY KEY (portal_id, spent_on)
);

-- Batches at the AI's Batch API. batch is the AI's id, null until it accepted the batch; file is its id of the questions.
CREATE TABLE ai_batch (
    portal_id BIGINT NOT NULL,
    file VARCHAR NOT NULL,
    batch VARCHAR,
    ideal_version VARCHAR NOT NULL,
    prompt_version VARCHAR NOT NULL,
    model VARCHAR NOT NULL,
    created_at BIGINT NOT NULL,
    reserved_micro_dollars BIGINT NOT NULL,
    ended_at BIGINT,
    failed BOOLEAN NOT NULL,
    PRIMARY KEY (portal_id, file)
);

-- Which profiles a batch asks about: the place in the line, both counted from 1. Deleted when the batch is done.
CREATE TABLE ai_batch_profile (
    portal_id BIGINT NOT NULL,
    file VARCHAR NOT NULL,
    line BIGINT NOT NULL,
    place BIGINT NOT NULL,
    profile VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, file, line, place)
);
