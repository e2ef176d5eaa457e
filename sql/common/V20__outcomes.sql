-- When a contact became a customer by its lifecycle stage.
ALTER TABLE contact ADD COLUMN customer_at BIGINT;
