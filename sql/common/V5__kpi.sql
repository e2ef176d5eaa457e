-- For the KPI report, which must answer at once: what it counts can be read from these, not from the wide rows.

CREATE INDEX score_history_by_priority ON score_history (portal_id, priority, contact_id, scored_at);

CREATE INDEX score_by_level ON score (portal_id, priority, points, probability_known, contact_id);

CREATE INDEX contact_by_creation ON contact (portal_id, created_at, gone_at, merged_into, id);

CREATE INDEX deal_by_outcome ON deal (portal_id, outcome, closed_at, id);
