-- What a lead's change of priority sets off: each action at most once, and none lost.

-- Where a lead stands for the purposes of actions: it moves less easily than the score does. crossings numbers its moves,
-- noted_on is the local day, counted from 1970-01-01, of the last note about it.
CREATE TABLE action_standing (
    portal_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    priority VARCHAR NOT NULL,
    next_action VARCHAR NOT NULL,
    since BIGINT NOT NULL,
    crossings BIGINT NOT NULL,
    noted_on BIGINT,
    PRIMARY KEY (portal_id, contact_id)
);

-- Leads that are High when this is installed have not become High by it.
INSERT INTO action_standing (portal_id, contact_id, priority, next_action, since, crossings)
SELECT portal_id, contact_id, priority, action, scored_at, 0 FROM score;

-- When a rule last did something for a lead.
CREATE TABLE action_firing (
    portal_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    rule_name VARCHAR NOT NULL,
    fired_at BIGINT NOT NULL,
    PRIMARY KEY (portal_id, contact_id, rule_name)
);

-- A move that set something off, as it was then. reasons are sentences of our own, as JSON. owner_id is the contact's
-- owner, or the one it was given. released_on is the local day on which it took a place of its owner's; null: none.
CREATE TABLE action_crossing (
    portal_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    crossing BIGINT NOT NULL,
    crossed_at BIGINT NOT NULL,
    execution_id BIGINT NOT NULL,
    points_before BIGINT,
    priority_before VARCHAR,
    points BIGINT NOT NULL,
    priority VARCHAR NOT NULL,
    next_action VARCHAR NOT NULL,
    owner_id BIGINT,
    country VARCHAR,
    region VARCHAR,
    employees BIGINT,
    reasons VARCHAR NOT NULL,
    released_on BIGINT,
    PRIMARY KEY (portal_id, contact_id, crossing)
);

CREATE INDEX action_crossing_by_release ON action_crossing (portal_id, released_on);

-- One row for each thing to be done. claim is the token of the call that it was last sent with, owner_id whom it is to
-- be assigned to, told whether an administrator was told that it failed.
CREATE TABLE action_outbox (
    portal_id BIGINT NOT NULL,
    id BIGINT GENERATED ALWAYS AS IDENTITY,
    contact_id BIGINT NOT NULL,
    crossing BIGINT NOT NULL,
    rule_name VARCHAR NOT NULL,
    step BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    marker VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    attempts BIGINT NOT NULL,
    queued_at BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    tried_at BIGINT,
    sent_at BIGINT,
    settled_at BIGINT,
    claim VARCHAR,
    owner_id BIGINT,
    hubspot_id VARCHAR,
    code VARCHAR,
    sentence VARCHAR,
    told BOOLEAN NOT NULL,
    PRIMARY KEY (portal_id, id)
);

CREATE UNIQUE INDEX action_outbox_by_crossing ON action_outbox (portal_id, contact_id, crossing, rule_name, step);

CREATE INDEX action_outbox_by_state ON action_outbox (portal_id, state, kind, next_at, id);

-- How far an owner is behind (above 0) or ahead of its share of the leads given out in a pool, in leads.
CREATE TABLE assignment_credit (
    portal_id BIGINT NOT NULL,
    pool VARCHAR NOT NULL,
    owner_id BIGINT NOT NULL,
    credit DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (portal_id, pool, owner_id)
);
