-- What proves that nothing was missed.

-- From where on the next window looks: behind a scan that showed nothing, which may be a wrong answer, it looks once more
-- at what that scan covered. Null = reached_at.
ALTER TABLE watermark ADD COLUMN confirmed_at BIGINT;

-- In which way HubSpot was written to when it refused: in another way it may accept.
ALTER TABLE rejected_lead ADD COLUMN refused_by VARCHAR;

-- Contacts that were merged away, whether they were ever mirrored or not.
CREATE TABLE merged_contact (
    portal_id BIGINT NOT NULL,
    id BIGINT NOT NULL,
    survivor_id BIGINT NOT NULL,
    PRIMARY KEY (portal_id, id)
);

INSERT INTO merged_contact (portal_id, id, survivor_id)
SELECT portal_id, id, merged_into FROM contact WHERE merged_into IS NOT NULL;
