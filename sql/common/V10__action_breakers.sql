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

-- What somebody last decided about an action that was given up or is unknown (RETRY or DISMISS), who, and when.
ALTER TABLE action_outbox ADD COLUMN decision VARCHAR;
ALTER TABLE action_outbox ADD COLUMN decided_by VARCHAR;
ALTER TABLE action_outbox ADD COLUMN decided_at BIGINT;
