package io.leadscore.ledger;

import io.leadscore.scoring.NextBestAction;
import io.leadscore.scoring.Priority;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a lead stands for the purposes of actions: its priority there moves less easily than that of its score.
 *
 * @param since when it came to its priority
 * @param crossings how often it moved; the number of its last move
 * @param notedOn the local day of the last note about it; null when there is none
 */
public record ActionStanding(
        long contactId,
        Priority priority,
        NextBestAction action,
        Instant since,
        long crossings,
        @Nullable LocalDate notedOn) {}
