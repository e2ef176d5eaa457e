-- What the weekly job learns, how it was judged, and who promoted what.

-- The 95 % interval of the close probability; null on scores from before it was kept.
ALTER TABLE score ADD COLUMN probability_low DOUBLE PRECISION;
ALTER TABLE score ADD COLUMN probability_high DOUBLE PRECISION;

-- evaluation: how the set was judged, as JSON; null for defaults. shadow_until: scores beside the live set until then.
ALTER TABLE weight_set ADD COLUMN evaluation VARCHAR;
ALTER TABLE weight_set ADD COLUMN shadow_until BIGINT;

-- Append-only: what happened to weight sets. actor is a job's name or the user of the operating system.
CREATE TABLE weight_set_event (
    portal_id BIGINT NOT NULL,
    sequence BIGINT GENERATED ALWAYS AS IDENTITY,
    weight_set_id BIGINT NOT NULL,
    happened_at BIGINT NOT NULL,
    action VARCHAR NOT NULL,
    actor VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, sequence)
);

-- What a candidate would have said, beside what was said.
CREATE TABLE shadow_score (
    portal_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    weight_set_id BIGINT NOT NULL,
    scored_at BIGINT NOT NULL,
    points BIGINT NOT NULL,
    priority VARCHAR NOT NULL,
    probability DOUBLE PRECISION NOT NULL,
    live_points BIGINT NOT NULL,
    live_priority VARCHAR NOT NULL,
    PRIMARY KEY (portal_id, contact_id)
);
