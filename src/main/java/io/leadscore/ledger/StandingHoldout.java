package io.leadscore.ledger;

import io.leadscore.scoring.Holdout;
import java.time.Instant;

/**
 * A holdout that is being obeyed.
 *
 * @param holdout who is held out
 * @param since from when on with this share; what happened earlier proves nothing
 */
public record StandingHoldout(Holdout holdout, Instant since) {}
