package io.leadscore.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** What tells one weight set from another. */
@Embeddable
record WeightSetKey(
        @Column(name = "portal_id") long portalId,
        @Column(name = "id") long id) {}
