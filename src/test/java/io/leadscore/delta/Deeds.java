package io.leadscore.delta;

import io.leadscore.ledger.ActionCount;
import io.leadscore.ledger.ActionKind;
import io.leadscore.ledger.ActionState;
import io.leadscore.sandbox.Crm;
import io.leadscore.sandbox.RecordType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was done where it was to be done, held against what the ledger says of it. */
final class Deeds {

    private static final Pattern MARKER = Pattern.compile("ls-[0-9a-f]{16}");
    private static final Pattern LEAD = Pattern.compile("/record/0-1/(\\d+)");

    /** What can be looked for is never left unknown. */
    private static final Set<ActionKind> UNKNOWABLE = EnumSet.of(ActionKind.ENROL, ActionKind.MAIL, ActionKind.WEBHOOK);

    private final int wanted;
    private long actions;
    private long twice;
    private long lost;
    private long unknown;
    private long unknownWithoutNeed;

    /** @param wanted how many actions of each kind */
    Deeds(int wanted) {
        this.wanted = wanted;
    }

    /** @param made one text for each deed, the same for the same action */
    void count(ActionKind kind, List<String> made, List<ActionCount> counts) {
        long distinct = new HashSet<>(made).size();
        long done = of(counts, kind, ActionState.DONE);
        long notKnown = of(counts, kind, ActionState.UNKNOWN);
        actions += wanted;
        twice += made.size() - distinct;
        // Neither told nor there; or told to be there, and not.
        lost += Math.max(0, wanted - done - notKnown) + Math.max(0, done - distinct);
        unknown += notKnown;
        unknownWithoutNeed += UNKNOWABLE.contains(kind) ? 0 : notKnown;
    }

    void add(Deeds others) {
        actions += others.actions;
        twice += others.twice;
        lost += others.lost;
        unknown += others.unknown;
        unknownWithoutNeed += others.unknownWithoutNeed;
    }

    boolean allIsWell() {
        return actions > 0 && twice == 0 && lost == 0 && unknownWithoutNeed == 0;
    }

    static List<String> markers(Crm crm, RecordType type, String body) {
        List<String> markers = new ArrayList<>();
        crm.forEach(
                type,
                object -> markers.add(
                        marker(Objects.requireNonNull(object.property(body), "every one of ours has a body"))));
        return markers;
    }

    /** What tells an action's text from every other's. */
    static String marker(String text) {
        Matcher marker = MARKER.matcher(text);
        if (!marker.find()) {
            throw new IllegalArgumentException("no marker in " + text);
        }
        return marker.group();
    }

    /** Whom messages are about; those for the administrator are about nobody. */
    static List<String> leads(List<String> messages) {
        return messages.stream()
                .map(LEAD::matcher)
                .filter(Matcher::find)
                .map(link -> link.group(1))
                .toList();
    }

    private static long of(List<ActionCount> counts, ActionKind kind, ActionState state) {
        return counts.stream()
                .filter(count -> count.kind() == kind && count.state() == state)
                .mapToLong(ActionCount::actions)
                .sum();
    }

    @Override
    public String toString() {
        return "of %d actions %d twice, %d lost, %d unknown and listed".formatted(actions, twice, lost, unknown);
    }
}
