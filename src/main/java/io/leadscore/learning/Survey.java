package io.leadscore.learning;

import io.leadscore.lead.DealFacts;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.Band;
import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.Counts;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.Matured;
import io.leadscore.scoring.ScoringProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What there is to learn from, seen from afar: how many deals, which are left out, when they were made. */
final class Survey {

    private final RecalibrationOptions options;
    private final ScoringProfile profile;
    private final Instant now;
    private final Eligibility eligibility;
    private final Pace pace;
    private final List<CustomSignal> numbers;
    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Long> created = new ArrayList<>();
    private final Map<CustomSignal, List<Double>> values = new LinkedHashMap<>();
    private Counts closed = Counts.NONE;
    private final List<Boolean> wonInTime = new ArrayList<>();
    private final List<Instant> made = new ArrayList<>();
    private int won;
    private int open;

    private Survey(ScoringProfile profile, RecalibrationOptions options, Instant now) {
        this.options = options;
        this.profile = profile;
        this.now = now;
        this.eligibility = new Eligibility(now.minus(options.history()), now);
        this.pace = new Pace(now, profile.outcome().horizon());
        this.numbers = profile.customSignals().stream()
                .filter(signal -> signal.kind() == CustomSignal.Kind.NUMBER && isLearnt(signal))
                .toList();
        numbers.forEach(signal -> values.put(signal, new ArrayList<>()));
    }

    static Survey of(DealSource source, ScoringProfile profile, RecalibrationOptions options, Instant now) {
        Survey survey = new Survey(profile, options, now);
        source.forEachClosed(survey::add);
        source.forEachOpen(survey::addOpen);
        return survey;
    }

    private void add(ClosedDeal closed) {
        DealFacts deal = closed.deal();
        count("closed deals");
        if (deal.closedAt() != null) {
            look(deal);
        }
        String excluded = eligibility.excluded(deal, closed.contact());
        if (excluded != null || closed.contact() == null) {
            count(String.valueOf(excluded));
            return;
        }
        String peculiarity = Eligibility.peculiarity(deal, closed.contact());
        if (peculiarity != null) {
            count(peculiarity);
        }
        created.add(deal.createdAt().toEpochMilli());
        won += deal.outcome() == Outcome.WON ? 1 : 0;
        values.forEach((signal, known) -> known.add(signal.number(closed.contact(), closed.company(), deal)));
    }

    private void addOpen(DealFacts deal) {
        open++;
        look(deal);
    }

    private void look(DealFacts deal) {
        Instant closedAt = deal.closedAt();
        pace.add(deal.createdAt(), deal.isClosed());
        made.add(deal.createdAt());
        wonInTime.add(deal.outcome() == Outcome.WON
                && closedAt != null
                && !closedAt.isAfter(deal.createdAt().plus(profile.outcome().horizon())));
        closed = closed.plus(Counts.of(deal));
    }

    private void count(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    /** Whether there are enough deals to learn from. */
    boolean isEnough() {
        return Calibration.isEnough(won, created.size() - won);
    }

    int won() {
        return won;
    }

    int lost() {
        return created.size() - won;
    }

    /** Deals that are looked at, closed or open. */
    int deals() {
        return created.size() + open;
    }

    Duration resolvedAge() {
        return pace.resolvedAge();
    }

    /** The deals that are old enough for a base rate. */
    Matured matured() {
        Instant until = now.minus(resolvedAge());
        int deals = 0;
        int wins = 0;
        for (int i = 0; i < made.size(); i++) {
            if (!made.get(i).isAfter(until)) {
                deals++;
                wins += wonInTime.get(i) ? 1 : 0;
            }
        }
        return new Matured(deals, wins);
    }

    /** All closed deals whose close date is known. */
    Counts closed() {
        return closed;
    }

    Blocks blocks() {
        return Blocks.of(instants(), options.promotion().judgedShare());
    }

    /** How many deals there are of each kind. */
    Map<String, Long> counts() {
        Map<String, Long> all = new LinkedHashMap<>();
        all.put("won", (long) won);
        all.put("lost", (long) lost());
        all.put("open", (long) open);
        all.putAll(counts);
        return all;
    }

    /** How the candidate divides deals by the account's own properties: numbers by the deals before the newest slice. */
    CohortScheme scheme() {
        Map<String, List<Double>> cuts = new LinkedHashMap<>();
        long split = blocks().split().toEpochMilli();
        for (CustomSignal signal : profile.customSignals()) {
            List<Double> found = isLearnt(signal) ? cuts(signal, split) : null;
            // Too few numbers for two bands: what the profile declares stays.
            if (found != null && (signal.kind() != CustomSignal.Kind.NUMBER || !found.isEmpty())) {
                cuts.put(CohortScheme.dimension(signal), found);
            }
        }
        // Of a built-in fact the declared values are blended with what deals say.
        CohortScheme.builtIn().values().forEach(dimension -> cuts.put(dimension, List.of()));
        cuts.putAll(CohortScheme.ownDeals());
        return CohortScheme.dividing(cuts);
    }

    private List<Double> cuts(CustomSignal signal, long split) {
        List<Double> known = values.get(signal);
        if (known == null) {
            return List.of();
        }
        List<Band> bands = signal.bands();
        if (bands != null && !bands.isEmpty()) {
            return bands.stream().map(Band::from).toList();
        }
        double[] early = new double[known.size()];
        int size = 0;
        for (int i = 0; i < early.length; i++) {
            if (created.get(i) < split && !Double.isNaN(known.get(i))) {
                early[size++] = known.get(i);
            }
        }
        return NumberCuts.of(Arrays.copyOf(early, size));
    }

    private boolean isLearnt(CustomSignal signal) {
        return signal.isLearnt() && options.statics().listsCustom(signal.property());
    }

    private long[] instants() {
        return created.stream().mapToLong(Long::longValue).toArray();
    }

    RecalibrationOptions options() {
        return options;
    }

    ScoringProfile profile() {
        return profile;
    }

    Instant now() {
        return now;
    }

    Eligibility eligibility() {
        return eligibility;
    }
}
