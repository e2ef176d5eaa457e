package io.leadscore.ledger;

import io.leadscore.lead.Facts;

/**
 * A record that was offered to the mirror.
 *
 * @param facts what the mirror now holds of it, were the offered facts not older; of an e-mail: with its earliest first
 *     sight
 * @param change what became of it
 */
public record Upserted(Facts facts, Change change) {}
