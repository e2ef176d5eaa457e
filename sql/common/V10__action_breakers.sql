-- What keeps failing: a kind of action, or one step of one rule, from the first run in which it failed to the first in
-- which it works again. rule_name is empty and step -1 for the whole kind. failures counts runs; before rests_until it is
-- not tried; told says whether an administrator knows.
CREATE TABLE action_breaker (
    portal_id BIGINT NOT NULL,
    kind VARCHAR NOT NULL,
    rule_name VARCHAR NOT NULL,
    step BIGINT NOT NULL,
    since BIGINT NOT NULL,
    failures BIGINT NOT NULL,
    rests_until BIGINT NOT NULL,
    sentence VARCHAR NOT NULL,
    advice VARCHAR NOT NULL,
    told BOOLEAN NOT NULL,
    PRIMARY KEY (portal_id, kind, rule_name, step)
);

-- What people decided about actions that were given up or are unknown: who, when, and what it was before.
CREATE TABLE action_decision (
    portal_id BIGINT NOT NULL,
    action_id BIGINT NOT NULL,
    decided_at BIGINT NOT NULL,
    decided_by VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    state_before VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, action_id, decided_at)
);
