package io.leadscore.ai;

import io.leadscore.ledger.AiSpending;
import io.leadscore.ledger.AiUse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The day's money: what a request may cost at most is spent before it is sent, and what it did not cost is given back
 * after. If the process dies between, or it is not known whether the server did what it was asked, nothing is given back:
 * a day costs less than it says, never more. Thread-safe.
 */
final class Purse {

    private final AiSpending spending;
    private final AiMoney money;
    private final InstantSource time;

    Purse(AiSpending spending, AiMoney money, InstantSource time) {
        this.spending = spending;
        this.money = money;
        this.time = time;
    }

    AiMoney money() {
        return money;
    }

    /**
     * Money set aside.
     *
     * @param day whose money it is
     * @param microDollars how much
     */
    record Reservation(LocalDate day, long microDollars) {}

    /** Sets money aside; null when the day has not so much left. */
    @Nullable
    Reservation reserve(Run run, long microDollars) {
        return reserve(run, microDollars, time.instant());
    }

    /** Sets money of the day of an instant aside; null when it has not so much left. */
    @Nullable
    Reservation reserve(Run run, long microDollars, Instant at) {
        LocalDate day = dayOf(at);
        return run.atLedger(() -> spending.reserve(run.portalId(), day, microDollars, money.budgetMicros()))
                ? new Reservation(day, microDollars)
                : null;
    }

    /** What is left of the day's money. */
    long left(Run run) {
        LocalDate day = dayOf(time.instant());
        return Math.max(0, money.budgetMicros() - run.atLedger(() -> spending.spent(run.portalId(), day)));
    }

    /** Pays what requests did cost, and gives back the rest. */
    void settle(Run run, Reservation reservation, AiUse use) {
        AiUse correction = new AiUse(
                use.requests(),
                use.promptTokens(),
                use.completionTokens(),
                use.microDollars() - reservation.microDollars());
        run.atLedger(() -> {
            spending.add(run.portalId(), reservation.day(), correction);
            return use;
        });
        run.tally().add(Tally.PROMPT_TOKENS, use.promptTokens());
        run.tally().add(Tally.COMPLETION_TOKENS, use.completionTokens());
        run.tally().add(Tally.MICRO_DOLLARS, use.microDollars());
    }

    static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
