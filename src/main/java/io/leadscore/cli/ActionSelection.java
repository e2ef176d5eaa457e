package io.leadscore.cli;

import io.leadscore.ledger.ActionFilter;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Options that say which actions are meant: all that are given have to be so. */
final class ActionSelection {

    @Parameters(
            paramLabel = "<id>",
            arity = "0..*",
            description = "Only these, as scripts/leadscore actions list numbers them.")
    private List<Long> ids = new ArrayList<>();

    @Option(names = "--rule", paramLabel = "<name>", description = "Only what this rule set off.")
    private @Nullable String rule;

    @Option(
            names = "--kind",
            paramLabel = "<kind>",
            description = "Only this kind: assign, list, enrol, task, note, mail or webhook.")
    private @Nullable ActionKind kind;

    @Option(names = "--owner", paramLabel = "<id>", description = "Only about leads of this owner.")
    private @Nullable Long owner;

    @Option(names = "--contact", paramLabel = "<id>", description = "Only about this contact's lead.")
    private @Nullable Long contact;

    @Option(
            names = "--since",
            paramLabel = "<when>",
            description =
                    "Only what was set off then or later: 2026-11-30, 2026-11-30T10:00 (UTC), or 90m, 12h, 3d ago.")
    private @Nullable String since;

    @Option(names = "--before", paramLabel = "<when>", description = "Only what was set off before then.")
    private @Nullable String before;

    boolean namesIds() {
        return !ids.isEmpty();
    }

    /** Those that are meant, of those in these states. */
    ActionFilter in(Set<ActionState> states, Instant now) {
        return new ActionFilter(
                states,
                new HashSet<>(ids),
                rule,
                kind,
                owner,
                contact,
                PointInTime.parse("--since", since, now),
                PointInTime.parse("--before", before, now));
    }
}
