package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.LeadHistory;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often each of the account's own properties is filled in, and says what it says, by how deals stand. A property that
 * people fill in when they close a deal is known of closed deals more often than of open ones of the same age; it foretells
 * the outcome because the outcome wrote it. What buyers tell before they buy is known of open deals as well, as often as
 * some of these will be won. Each contact, company or deal counts once, however many deals it has; one with a won deal as
 * won, one with open deals only as open. What is known to be filled in with the close or later does not count: no look sees
 * it. Not thread-safe.
 */
final class Filling {

    /** People close a deal and fill in the rest of it within a day. */
    private static final Duration WITH_THE_CLOSE = Duration.ofDays(1);

    private final Instant now;
    private final List<CustomSignal> signals;
    private final Map<ObjectType, Map<Long, Case>> cases = new EnumMap<>(ObjectType.class);

    Filling(ScoringProfile profile, Instant now) {
        this.now = now;
        this.signals = profile.customSignals();
        signals.forEach(signal -> cases.put(signal.objectType(), new HashMap<>()));
    }

    void add(DealHistory history) {
        Instant ended = history.deal().endedAt();
        DealHistory then = ended == null ? history : history.filledBy(ended.minus(WITH_THE_CLOSE));
        cases.forEach((type, records) -> {
            Long id = id(type, history);
            if (id != null) {
                records.compute(
                        id,
                        (same, before) -> before != null && !before.saysLessThan(history.deal())
                                ? before
                                : new Case(history.deal(), facts(type, then.lead(), then.deal())));
            }
        });
    }

    /** Sets aside what the outcome wrote. */
    void tell(Doubts doubts) {
        for (int i = 0; i < signals.size(); i++) {
            CustomSignal signal = signals.get(i);
            FilledShares known = new FilledShares();
            FilledShares telling = new FilledShares();
            for (Case one : cases.getOrDefault(signal.objectType(), Map.of()).values()) {
                DealFacts deal = one.deal();
                Instant ended = deal.endedAt();
                int days = days(deal.createdAt(), now);
                int lasted = ended == null ? days : days(deal.createdAt(), ended);
                known.add(deal.outcome(), days, lasted, one.facts().get(2 * i));
                telling.add(deal.outcome(), days, lasted, one.facts().get(2 * i + 1));
            }
            String why = known.unevenly();
            if (why != null) {
                doubts.add(signal.name(), sentence(signal.name(), " is known of ", why, "filled in"));
            } else if (signal.kind() == CustomSignal.Kind.FLAG || signal.kind() == CustomSignal.Kind.NUMBER) {
                String unlike = telling.unlikeOpen();
                if (unlike != null) {
                    String says = signal.kind() == CustomSignal.Kind.FLAG ? " is true of " : " is not 0 of ";
                    doubts.add(signal.name(), sentence(signal.name(), says, unlike, "written"));
                }
            }
        }
    }

    private static String sentence(String signal, String says, String shares, String how) {
        return "Signal " + signal + says + shares + " of the same age, as if it were " + how
                + " with the outcome: set aside.";
    }

    private static @Nullable Long id(ObjectType type, DealHistory history) {
        return switch (type) {
            case CONTACTS -> history.lead().contact().id();
            case COMPANIES ->
                history.lead().company() == null
                        ? null
                        : Long.valueOf(history.lead().company().id());
            default -> history.deal().id();
        };
    }

    /** By signal, whether it is known, and whether it says more than no or nothing. */
    private BitSet facts(ObjectType type, LeadHistory lead, DealFacts deal) {
        BitSet facts = new BitSet();
        for (int i = 0; i < signals.size(); i++) {
            CustomSignal signal = signals.get(i);
            if (signal.objectType() == type && signal.isKnown(lead.contact(), lead.company(), deal)) {
                facts.set(2 * i);
                facts.set(2 * i + 1, signal.isTelling(lead.contact(), lead.company(), deal));
            }
        }
        return facts;
    }

    private static int days(Instant from, Instant until) {
        return (int) Math.max(0, Duration.between(from, until).toDays());
    }

    /**
     * A contact, company or deal.
     *
     * @param deal the one by which it counts
     * @param facts what it holds, as far as that was known
     */
    private record Case(DealFacts deal, BitSet facts) {

        /** What was won says more than what was lost, that more than what is open; of several the first. */
        boolean saysLessThan(DealFacts other) {
            int more = rank(other.outcome()) - rank(deal.outcome());
            return more > 0 || (more == 0 && other.createdAt().isBefore(deal.createdAt()));
        }

        private static int rank(Outcome outcome) {
            return switch (outcome) {
                case OPEN -> 0;
                case LOST -> 1;
                case WON -> 2;
            };
        }
    }
}
