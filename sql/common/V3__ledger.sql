-- What Leadscore itself remembers; the same statements on H2 and PostgreSQL.
--
-- Instants are milliseconds since 1970-01-01T00:00:00Z, HubSpot's own resolution. portal_id (the HubSpot account) is in
-- every primary key. No column may hold a name, an e-mail address, a phone number, a title or any other free text.

-- The mirror of facts. facts_hash is a hash of every mirrored value but modified_at.

CREATE TABLE contact (
    portal_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    facts_hash BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    lifecycle_stage VARCHAR,
    lead_status VARCHAR,
    source VARCHAR,
    country VARCHAR,
    job_level VARCHAR,
    department VARCHAR,
    owner_id BIGINT,
    opted_out BOOLEAN NOT NULL,
    email_opens BIGINT NOT NULL,
    email_clicks BIGINT NOT NULL,
    email_replies BIGINT NOT NULL,
    email_last_sent_at BIGINT,
    email_last_opened_at BIGINT,
    email_last_clicked_at BIGINT,
    email_last_replied_at BIGINT,
    conversions BIGINT NOT NULL,
    last_conversion_at BIGINT,
    last_sales_activity_at BIGINT,
    linked_company_id BIGINT,
    linked_deals BIGINT NOT NULL,
    linked_activities BIGINT NOT NULL,
    last_activity_at BIGINT,
    merged_ids VARCHAR,
    custom VARCHAR,
    gone_at BIGINT,
    merged_into BIGINT,
    PRIMARY KEY (portal_id, id)
);

CREATE TABLE company (
    portal_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    facts_hash BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    industry VARCHAR,
    employees BIGINT,
    annual_revenue DOUBLE PRECISION,
    country VARCHAR,
    lifecycle_stage VARCHAR,
    custom VARCHAR,
    PRIMARY KEY (portal_id, id)
);

CREATE TABLE deal (
    portal_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    facts_hash BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    amount DOUBLE PRECISION,
    closed_at BIGINT,
    pipeline VARCHAR,
    stage VARCHAR,
    stage_probability DOUBLE PRECISION,
    outcome VARCHAR NOT NULL,
    owner_id BIGINT,
    custom VARCHAR,
    PRIMARY KEY (portal_id, id)
);

-- One row per e-mail, call, meeting, note, task or communication; columns that a type does not have are null.
CREATE TABLE engagement (
    portal_id BIGINT NOT NULL,
    type VARCHAR NOT NULL,
    id BIGINT NOT NULL,
    modified_at BIGINT NOT NULL,
    facts_hash BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    occurred_at BIGINT NOT NULL,
    direction VARCHAR,
    status VARCHAR,
    opens BIGINT,
    clicks BIGINT,
    replies BIGINT,
    first_seen_after_ms BIGINT,
    first_seen_opens BIGINT,
    first_seen_clicks BIGINT,
    disposition VARCHAR,
    duration_ms BIGINT,
    starts_at BIGINT,
    ends_at BIGINT,
    outcome VARCHAR,
    channel VARCHAR,
    PRIMARY KEY (portal_id, type, id)
);

-- The lifecycle stage at first sight, and after each change.
CREATE TABLE lifecycle_history (
    portal_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    stage VARCHAR,
    PRIMARY KEY (portal_id, contact_id, changed_at)
);

CREATE TABLE link (
    portal_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    type VARCHAR NOT NULL,
    object_id BIGINT NOT NULL,
    is_primary BOOLEAN NOT NULL,
    PRIMARY KEY (portal_id, contact_id, type, object_id)
);

CREATE INDEX link_by_object ON link (portal_id, type, object_id, contact_id);

-- What the delta job has still to do.

CREATE TABLE link_queue (
    portal_id BIGINT NOT NULL,
    type VARCHAR NOT NULL,
    id BIGINT NOT NULL,
    PRIMARY KEY (portal_id, type, id)
);

-- Append-only, so that threads that touch the same contact never wait for one another.
CREATE TABLE touched (
    portal_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    sequence BIGINT GENERATED ALWAYS AS IDENTITY,
    cause VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, contact_id, sequence)
);

CREATE TABLE watermark (
    portal_id BIGINT NOT NULL,
    type VARCHAR NOT NULL,
    reached_at BIGINT NOT NULL,
    PRIMARY KEY (portal_id, type)
);

CREATE TABLE account_state (
    portal_id BIGINT NOT NULL,
    name VARCHAR NOT NULL,
    content VARCHAR NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (portal_id, name)
);

-- Which account a token belongs to, by the token's fingerprint.
CREATE TABLE account_token (
    portal_id BIGINT NOT NULL,
    fingerprint VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, fingerprint)
);

CREATE INDEX account_token_by_fingerprint ON account_token (fingerprint);

CREATE TABLE lease (
    portal_id BIGINT NOT NULL,
    job VARCHAR NOT NULL,
    holder_id VARCHAR NOT NULL,
    host VARCHAR NOT NULL,
    pid BIGINT NOT NULL,
    process_start BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (portal_id, job)
);

-- Scores: what is true now, and how it came about.

CREATE TABLE score (
    portal_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    as_of BIGINT NOT NULL,
    scored_at BIGINT NOT NULL,
    points BIGINT NOT NULL,
    priority VARCHAR NOT NULL,
    fit VARCHAR NOT NULL,
    probability DOUBLE PRECISION NOT NULL,
    probability_known BOOLEAN NOT NULL,
    resolved_deals BIGINT NOT NULL,
    action VARCHAR NOT NULL,
    explanation VARCHAR NOT NULL,
    due_at BIGINT,
    model_version VARCHAR NOT NULL,
    weight_set_id BIGINT NOT NULL,
    execution_id BIGINT NOT NULL,
    properties VARCHAR NOT NULL,
    hubspot_updated_at BIGINT,
    taken_back BIGINT NOT NULL,
    PRIMARY KEY (portal_id, contact_id)
);

CREATE INDEX score_by_due ON score (portal_id, due_at);

CREATE INDEX score_by_points ON score (portal_id, points DESC, contact_id);

-- Append-only. signals holds each signal's value: with its weight set it gives the score again.
CREATE TABLE score_history (
    portal_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    sequence BIGINT GENERATED ALWAYS AS IDENTITY,
    scored_at BIGINT NOT NULL,
    execution_id BIGINT NOT NULL,
    points BIGINT NOT NULL,
    priority VARCHAR NOT NULL,
    fit VARCHAR NOT NULL,
    probability DOUBLE PRECISION NOT NULL,
    probability_known BOOLEAN NOT NULL,
    resolved_deals BIGINT NOT NULL,
    action VARCHAR NOT NULL,
    causes VARCHAR NOT NULL,
    model_version VARCHAR NOT NULL,
    weight_set_id BIGINT NOT NULL,
    signals VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, contact_id, sequence)
);

-- Immutable, but for live and promoted_at.
CREATE TABLE weight_set (
    portal_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    model_version VARCHAR NOT NULL,
    live BOOLEAN NOT NULL,
    promoted_at BIGINT,
    content VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, id)
);

CREATE TABLE run_report (
    portal_id BIGINT NOT NULL,
    execution_id BIGINT NOT NULL,
    job VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    counts VARCHAR NOT NULL,
    details VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, execution_id)
);

CREATE TABLE rejected_lead (
    portal_id BIGINT NOT NULL,
    execution_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    code VARCHAR NOT NULL,
    properties VARCHAR NOT NULL,
    advice VARCHAR NOT NULL,
    rejected_at BIGINT NOT NULL,
    resolved BOOLEAN NOT NULL,
    PRIMARY KEY (portal_id, execution_id, contact_id)
);

CREATE INDEX rejected_lead_by_contact ON rejected_lead (portal_id, contact_id);
