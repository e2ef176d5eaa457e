package io.leadscore.cli;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.learning.DealSource;
import io.leadscore.learning.IdealDraft;
import io.leadscore.learning.Screened;
import io.leadscore.learning.Screening;
import io.leadscore.ledger.Mirror;
import io.leadscore.recalibration.RecalibrationSettings;
import io.leadscore.scoring.Component;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.Thresholds;
import io.leadscore.settings.ScoringProfileFile;
import io.leadscore.settings.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Drafts a scoring profile from an account's history. */
final class ProfileDraft {

    /** So many properties are screened at once; each takes a share of its component. */
    private static final int AT_ONCE = 20;

    private static final int MOST_SIGNALS = 8;

    /** The share of a component that each signal is proposed with. */
    private static final double WEIGHT = 10;

    private static final double PERCENT = 100;
    private static final double MOST_HIGH = 10;
    private static final double USUAL_MEDIUM = 25;
    private static final long LEAST_LEADS = 200;

    /** So much of a component the account's own signals have at the most, in percent. */
    private static final double ROOM = 90;

    private final RecalibrationSettings settings;
    private final DealSource deals;
    private final long leads;
    private final HubSpot hubSpot;
    private final Surroundings surroundings;
    private final Instant now;

    ProfileDraft(Settings settings, Mirror mirror, long portalId, HubSpot hubSpot, Surroundings surroundings) {
        this.settings = settings.recalibration();
        this.leads = mirror.count(portalId, ObjectType.CONTACTS);
        this.hubSpot = hubSpot;
        this.surroundings = surroundings;
        this.now = surroundings.clock().instant();
        this.deals = mirror.outcomes(
                portalId,
                this.settings.primaryContact(),
                this.settings.profile().outcome(),
                now);
    }

    /** The file; empty in a dry run, which only says what it costs. */
    String text(boolean dryRun) {
        DraftReading reading = DraftReading.of(hubSpot, deals, settings.profile());
        surroundings.err().println(reading.sentence());
        if (dryRun) {
            return "";
        }
        ScoringProfile before = settings.profile();
        IdealDraft ideal = new IdealDraft(before.idealClient());
        long[] wonLately = new long[1];
        deals.forEachClosed(closed -> {
            ideal.add(closed);
            Instant closedAt = closed.deal().closedAt();
            boolean lately = closedAt != null
                    && closedAt.isAfter(now.minus(before.outcome().horizon()));
            wonLately[0] += lately && closed.deal().outcome() == Outcome.WON ? 1 : 0;
        });
        List<Screened> screened = screened(before, reading);
        List<Screened> proposed = screened.stream()
                .filter(Screened::isWorthIt)
                .sorted(Comparator.comparingDouble((Screened one) -> one.adds().value())
                        .reversed())
                .limit(MOST_SIGNALS)
                .toList();
        ScoringProfile drafted = before.withIdealClient(ideal.drafted(), thresholds(before.thresholds(), wonLately[0]))
                .withCustomSignals(signals(before.customSignals(), proposed));
        String text = new DraftText(drafted, ideal, screened, leads, wonLately[0], now).text();
        if (!ScoringProfileFile.parse("the draft", text).equals(drafted)) {
            throw new IllegalStateException("The draft does not say what was drafted");
        }
        return text;
    }

    private List<Screened> screened(ScoringProfile before, DraftReading reading) {
        ReadDeals read = new ReadDeals(deals, reading.read(hubSpot));
        List<CustomSignal> candidates = reading.candidates();
        List<Screened> screened = new ArrayList<>();
        for (int from = 0; from < candidates.size(); from += AT_ONCE) {
            List<CustomSignal> some = candidates.subList(from, Math.min(candidates.size(), from + AT_ONCE));
            screened.addAll(new Screening(before.withCustomSignals(some), settings.options(), now).run(read));
        }
        return screened;
    }

    /** As many leads are to be High as are won within the horizon, as far as that is known. */
    private Thresholds thresholds(Thresholds before, long wonLately) {
        if (leads < LEAST_LEADS || wonLately == 0) {
            return before;
        }
        double high = Math.max(1, Math.min(MOST_HIGH, Math.rint(PERCENT * wonLately / leads)));
        return new Thresholds(before.high(), before.medium(), high, USUAL_MEDIUM);
    }

    private static List<CustomSignal> signals(List<CustomSignal> declared, List<Screened> proposed) {
        List<CustomSignal> all = new ArrayList<>(declared);
        for (Screened one : proposed) {
            Component component = one.signal().component();
            double taken = declared.stream()
                    .filter(signal -> signal.component() == component)
                    .mapToDouble(CustomSignal::weight)
                    .sum();
            long sharing = proposed.stream()
                    .filter(other -> other.signal().component() == component)
                    .count();
            double weight = Math.floor(Math.min(WEIGHT, (ROOM - taken) / sharing));
            if (weight >= 1) {
                all.add(one.signal().withWeight(weight));
            }
        }
        return all;
    }
}
