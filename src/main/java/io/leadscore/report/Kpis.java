package io.leadscore.report;

import io.leadscore.ledger.Conversion;
import io.leadscore.ledger.Conversions;
import io.leadscore.ledger.Holdouts;
import io.leadscore.ledger.Scores;
import io.leadscore.ledger.StandingHoldout;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Computes the KPIs from the ledger alone. Thread-safe. */
public final class Kpis {

    private final Scores scores;
    private final Conversions conversions;
    private final Holdouts holdouts;
    private final KpiSettings settings;
    private final InstantSource clock;

    Kpis(Scores scores, Conversions conversions, Holdouts holdouts, KpiSettings settings, InstantSource clock) {
        this.scores = scores;
        this.conversions = conversions;
        this.holdouts = holdouts;
        this.settings = settings;
        this.clock = clock;
    }

    /** How the account does now. */
    public KpiReport report(long portalId) {
        Instant now = clock.instant();
        return new KpiReport(
                portalId,
                now,
                settings.window().toMillis() / (double) Duration.ofDays(1).toMillis(),
                scores.spread(portalId),
                trial(portalId, now),
                beforeAfter(portalId, now));
    }

    private Trial trial(long portalId, Instant now) {
        StandingHoldout standing = holdouts.standing(portalId);
        if (standing == null || standing.holdout().share() == 0) {
            Tally all = new Tally(settings.window(), now);
            conversions.forEachFirstHigh(portalId, Instant.EPOCH, all::add);
            return Trial.of(settings, 0, null, all.group(), Group.of(0, 0));
        }
        Tally treated = new Tally(settings.window(), now);
        Tally heldOut = new Tally(settings.window(), now);
        conversions.forEachFirstHigh(
                portalId, standing.since(), lead -> (standing.holdout().contains(lead.contactId()) ? heldOut : treated)
                        .add(lead));
        return Trial.of(settings, standing.holdout().share(), standing.since(), treated.group(), heldOut.group());
    }

    private BeforeAfter beforeAfter(long portalId, Instant now) {
        Instant first = conversions.firstScoring(portalId);
        if (first == null) {
            return BeforeAfter.of(settings, null, null, null, 0);
        }
        Duration window = settings.window();
        Instant lastResolved = now.minus(window);
        Instant until = first.minus(window);
        Instant from = until.minus(longer(window, Duration.between(first, lastResolved)));
        List<Conversion> won = conversions.createdAndWon(portalId, from, now);
        return BeforeAfter.of(
                settings,
                first,
                cohort(portalId, from, until, won, now),
                lastResolved.isAfter(first) ? cohort(portalId, first, lastResolved, won, now) : null,
                cohort(portalId, later(first, lastResolved), now, won, now)
                        .leads()
                        .closeRate()
                        .leads());
    }

    private Cohort cohort(long portalId, Instant from, Instant until, List<Conversion> won, Instant now) {
        Tally tally = new Tally(settings.window(), now);
        long leads = conversions.created(portalId, from, until);
        for (Conversion one : won) {
            if (one.enteredAt().isBefore(from) || !one.enteredAt().isBefore(until)) {
                continue;
            }
            if (one.isOfCustomer()) {
                leads--;
            } else {
                tally.add(one);
            }
        }
        return new Cohort(from, until, tally.groupOf(leads, 0));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
