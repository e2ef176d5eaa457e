-- Since when the account's own properties of records have had a value: instants by property, as JSON, and no values.
-- asked names the properties that were asked for; a profile that declares others asks again.
CREATE TABLE first_filled (
    portal_id BIGINT NOT NULL,
    type VARCHAR NOT NULL,
    id BIGINT NOT NULL,
    asked VARCHAR NOT NULL,
    instants VARCHAR,
    PRIMARY KEY (portal_id, type, id)
);
