package io.leadscore.learning;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.Outcome;
import io.leadscore.lead.Pseudonym;
import io.leadscore.scoring.ClosedDeal;
import io.leadscore.scoring.IdealClient;
import io.leadscore.scoring.Preferences;
import io.leadscore.scoring.SizeBand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says whom to sell to, by whom was sold to: an option is worth 0.5 where its deals were won as often as all, and more by
 * the odds. Options of few deals are not listed. Not thread-safe.
 */
public final class IdealDraft {

    /** Fewer deals say nothing of an option. */
    private static final int LEAST_DEALS = 10;

    /** So many deals of the account's average are added to those of each option. */
    private static final double STRENGTH = 20;

    private static final double STEPS = 20;
    private static final double AVERAGE = 0.5;

    private final IdealClient before;
    private final Map<String, Map<String, int[]>> counts = new TreeMap<>();
    private int won;
    private int lost;

    /** @param before what holds where deals say nothing */
    public IdealDraft(IdealClient before) {
        this.before = before;
    }

    /** Counts a closed deal. */
    public void add(ClosedDeal closed) {
        boolean isWon = closed.deal().outcome() == Outcome.WON;
        won += isWon ? 1 : 0;
        lost += isWon ? 0 : 1;
        ContactFacts contact = closed.contact();
        CompanyFacts company = closed.company();
        count("industries", company == null ? null : company.industry(), isWon);
        count("company-sizes", company == null ? null : band(company.employees()), isWon);
        String country = company == null ? null : company.country();
        count("countries", country == null && contact != null ? contact.country() : country, isWon);
        if (contact != null) {
            count("sources", contact.source(), isWon);
            count(
                    "seniority",
                    contact.jobLevel() == null ? null : contact.jobLevel().name(),
                    isWon);
        }
    }

    private @Nullable String band(@Nullable Long employees) {
        String name = null;
        for (SizeBand band : before.companySizes()) {
            name = employees != null && employees >= band.from() ? band.name() : name;
        }
        return name;
    }

    private void count(String what, @Nullable String value, boolean isWon) {
        if (value != null && !Pseudonym.is(value)) {
            counts.computeIfAbsent(what, unused -> new TreeMap<>())
                    .computeIfAbsent(value, unused -> new int[2])[isWon ? 1 : 0]++;
        }
    }

    /** How many deals were won. */
    public int won() {
        return won;
    }

    /** How many deals were lost. */
    public int lost() {
        return lost;
    }

    /** The ideal client; lifecycle stages have no history that is long enough, and stay. */
    public IdealClient drafted() {
        return new IdealClient(
                preferences("industries", before.industries()),
                before.companySizes().stream()
                        .map(band -> new SizeBand(
                                band.name(), band.from(), worth("company-sizes", band.name(), band.value())))
                        .toList(),
                preferences("countries", before.countries()),
                preferences("sources", before.sources()),
                before.lifecycleStages(),
                preferences("seniority", before.seniority()));
    }

    /** Of the options of one kind, how many deals each had and won, the ones won most often first. */
    public List<String> lines(String what) {
        return counts.getOrDefault(what, Map.of()).entrySet().stream()
                .filter(option -> deals(option.getValue()) >= LEAST_DEALS)
                .sorted((one, other) -> Double.compare(share(other.getValue()), share(one.getValue())))
                .map(option ->
                        option.getKey() + ": " + option.getValue()[1] + " of " + deals(option.getValue()) + " won")
                .toList();
    }

    private Preferences preferences(String what, Preferences otherwise) {
        Map<String, Double> values = new LinkedHashMap<>();
        counts.getOrDefault(what, Map.of()).forEach((option, count) -> {
            if (deals(count) >= LEAST_DEALS) {
                values.put(option, worth(what, option, AVERAGE));
            }
        });
        return values.isEmpty() ? otherwise : new Preferences(values, AVERAGE);
    }

    private double worth(String what, String option, double otherwise) {
        int[] count = counts.getOrDefault(what, Map.of()).get(option);
        if (count == null || deals(count) < LEAST_DEALS || won == 0 || lost == 0) {
            return otherwise;
        }
        double rate = (double) won / (won + lost);
        double odds = (count[1] + STRENGTH * rate) / (count[0] + STRENGTH * (1 - rate)) * lost / won;
        return Math.round(STEPS * odds / (1 + odds)) / STEPS;
    }

    private static int deals(int[] count) {
        return count[0] + count[1];
    }

    private static double share(int[] count) {
        return (double) count[1] / deals(count);
    }
}
