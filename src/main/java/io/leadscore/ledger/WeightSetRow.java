package io.leadscore.ledger;

import io.leadscore.learning.Assessment;
import io.leadscore.scoring.WeightSet;
import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A weight set as it lies in its table. */
@Entity
@Table(name = "weight_set")
class WeightSetRow {

    @EmbeddedId
    @SuppressWarnings("UnusedVariable") // Hibernate reads it
    private WeightSetKey key;

    @Column(name = "created_at")
    private long createdAt;

    @Column(name = "model_version")
    private String modelVersion;

    private boolean live;

    @Column(name = "promoted_at")
    private @Nullable Long promotedAt;

    private String content;

    private @Nullable String evaluation;

    @Column(name = "shadow_until")
    private @Nullable Long shadowUntil;

    @SuppressWarnings("NullAway.Init") // Hibernate fills the fields
    WeightSetRow() {}

    WeightSetRow(long portalId, WeightSet weights, @Nullable Assessment assessment) {
        this.key = new WeightSetKey(portalId, weights.id());
        this.createdAt = weights.createdAt().toEpochMilli();
        this.modelVersion = weights.modelVersion();
        this.content = JsonText.of(weights);
        this.evaluation = assessment == null ? null : JsonText.of(assessment);
    }

    void promote(Instant at) {
        live = true;
        promotedAt = at.toEpochMilli();
        shadowUntil = null;
    }

    void shadow(@Nullable Instant until) {
        shadowUntil = until == null ? null : until.toEpochMilli();
    }

    void retire() {
        live = false;
    }

    StoredWeightSet toStored() {
        return new StoredWeightSet(
                JsonText.read(content, WeightSet.class),
                live,
                promotedAt == null ? null : Instant.ofEpochMilli(promotedAt),
                shadowUntil == null ? null : Instant.ofEpochMilli(shadowUntil),
                evaluation == null ? null : JsonText.read(evaluation, Assessment.class));
    }
}
