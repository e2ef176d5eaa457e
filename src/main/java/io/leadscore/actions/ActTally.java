package io.leadscore.actions;

import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.ledger.Settlement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what a run does about leads, and gathers what goes wrong. Confined to one thread. */
final class ActTally {

    private static final String FAILED_ADVICE =
            "scripts/leadscore actions list --failed lists them, actions retry --failed tries them again.";
    private static final String UNKNOWN_ADVICE =
            "Look in HubSpot; scripts/leadscore actions list --unknown lists them, actions retry <id> --unknown repeats one.";

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
            case FAILED -> failed(kind, String.valueOf(sentence));
            case UNKNOWN -> {
                count(actions + " unknown", 1);
                unknowns.merge(actions, 1L, Long::sum);
            }
            case PENDING -> count(actions + " to be tried again", code == null ? 0 : 1);
            case SENT -> count(actions + " without an answer", 1);
            case WAITING, CANCELLED -> {}
        }
    }

    void failed(ActionKind kind, String sentence) {
        count(Words.of(kind) + " failed", 1);
        failures.merge(Words.of(kind) + " failed: " + sentence, 1L, Long::sum);
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
                case DONE, FAILED, UNKNOWN, CANCELLED -> {}
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

    /** What an administrator is to be told. */
    static List<Trouble> dead(List<ActionCount> untold) {
        return untold.stream()
                .map(count -> count.state() == ActionState.FAILED
                        ? new Trouble(count.actions() + " " + Words.of(count.kind()) + " failed.", FAILED_ADVICE)
                        : new Trouble(
                                count.actions() + " " + Words.of(count.kind()) + " may be done or not.",
                                UNKNOWN_ADVICE))
                .toList();
    }
}
