package io.leadscore.ledger;

import io.leadscore.lead.Engagement.FirstSeen;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a mirrored row to tell what an offered one changes.
 *
 * @param id the record's id
 * @param modifiedAt in milliseconds
 * @param hash hash of its facts
 * @param gone of a contact: whether it was deleted or merged away
 * @param lifecycleStage of a contact
 * @param firstSeen of an e-mail
 * @param settled of a deal
 */
record Existing(
        long id,
        long modifiedAt,
        long hash,
        boolean gone,
        @Nullable String lifecycleStage,
        @Nullable FirstSeen firstSeen,
        @Nullable Settled settled) {}
