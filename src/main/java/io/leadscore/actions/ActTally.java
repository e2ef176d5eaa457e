package io.leadscore.actions;

import io.leadscore.ledger.ActionBreaker;
import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.GivenUp;
import io.leadscore.ledger.Settlement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what a run does about leads, and gathers what goes wrong. Confined to one thread. */
final class ActTally {

    private static final String FAILED_ADVICE =
            "scripts/leadscore actions list --failed lists them, actions retry --failed tries them again, actions dismiss --failed settles them.";
    private static final String UNKNOWN_ADVICE =
            "Look in HubSpot; scripts/leadscore actions list --unknown lists them, actions retry --unknown repeats them, actions dismiss --unknown settles them.";

    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, Long> failures = new TreeMap<>();
    private final Map<String, Long> unknowns = new TreeMap<>();
    private final Set<Trouble> troubles = new LinkedHashSet<>();

    void count(String name, long many) {
        if (many > 0) {
            counts.merge(name, many, Long::sum);
        }
    }

    void settled(ActionKind kind, List<Settlement> settlements) {
        for (Settlement settlement : settlements) {
            settled(kind, settlement.state(), settlement.code(), settlement.sentence());
        }
    }

    private void settled(ActionKind kind, ActionState state, @Nullable String code, @Nullable String sentence) {
        String actions = Words.of(kind);
        switch (state) {
            case DONE -> {
                count(actions + " done", 1);
                if (kind == ActionKind.ENROL) {
                    troubles.add(EnrolmentTargets.END_OF_SUPPORT);
                }
            }
            case FAILED -> failed(kind, String.valueOf(sentence), 1);
            case UNKNOWN -> {
                count(actions + " unknown", 1);
                unknowns.merge(actions, 1L, Long::sum);
            }
            case PENDING -> count(actions + " to be tried again", code == null ? 0 : 1);
            case SENT -> count(actions + " without an answer", 1);
            case WAITING, CANCELLED, DISMISSED, HELD -> {}
        }
    }

    void failed(ActionKind kind, String sentence, long many) {
        if (many > 0) {
            count(Words.of(kind) + " failed", many);
            failures.merge(Words.of(kind) + " failed: " + sentence, many, Long::sum);
        }
    }

    /** Something is not tried in this run, for it failed too often. */
    void resting(ActionBreaker breaker) {
        trouble(
                capitalised(Words.of(breaker.kind())) + " rest until " + breaker.restsUntil() + ", after "
                        + breaker.failures() + " runs in which this was so: " + breaker.sentence(),
                breaker.advice());
    }

    void trouble(String sentence, String advice) {
        troubles.add(new Trouble(sentence, advice));
    }

    /** What is left in the outbox. */
    void left(List<ActionCount> left) {
        for (ActionCount count : left) {
            switch (count.state()) {
                case WAITING -> count("actions left in line", count.actions());
                case PENDING -> count("actions left pending", count.actions());
                case SENT -> count("actions left to be looked for", count.actions());
                case DONE, FAILED, UNKNOWN, CANCELLED, DISMISSED, HELD -> {}
            }
        }
    }

    ActReport report() {
        List<Trouble> all = new ArrayList<>(troubles);
        failures.forEach((failure, many) -> all.add(new Trouble(many + " " + failure, FAILED_ADVICE)));
        unknowns.forEach((actions, many) ->
                all.add(new Trouble(many + " " + actions + " may be done or not: no answer came.", UNKNOWN_ADVICE)));
        return new ActReport(counts, all);
    }

    /** What an administrator is to be told of actions. */
    static Trouble given(GivenUp givenUp) {
        String actions = givenUp.actions() + " " + Words.of(givenUp.kind());
        return givenUp.state() == ActionState.FAILED
                ? new Trouble(actions + " failed: " + givenUp.sentence(), FAILED_ADVICE)
                : new Trouble(actions + " may be done or not: " + givenUp.sentence(), UNKNOWN_ADVICE);
    }

    /** What an administrator is to be told of something that keeps failing. */
    static Trouble failing(ActionBreaker breaker) {
        return new Trouble(
                capitalised(Words.of(breaker.kind())) + " do not work since " + breaker.since() + ": "
                        + breaker.sentence(),
                breaker.advice());
    }

    private static String capitalised(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
