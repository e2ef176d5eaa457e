package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.TrackRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cohort of each dimension somebody belongs to: the same when deals are counted and when leads are scored. */
final class CohortKeys {

    static final String INDUSTRY = "industry";
    static final String SOURCE = "source";
    static final String COMPANY_SIZE = "company_size";
    static final String COUNTRY = "country";
    static final String JOB_LEVEL = "job_level";

    /** Those of whom a custom property is not known, once it is learnt what that means. */
    static final String UNKNOWN = "(unknown)";

    static final List<String> BUILT_IN = List.of(INDUSTRY, SOURCE, COMPANY_SIZE, COUNTRY, JOB_LEVEL);

    static final String OWN_DEALS = "own_deals";
    static final String LAST_DEAL = "last_deal";

    /** By their own earlier deals. */
    static final List<String> OWN = List.of(OWN_DEALS, LAST_DEAL);

    /**
     * Where bands begin once they are learnt: of the share of own deals that were won, with half a won and half a lost one
     * added, so that one deal says less than several; of the days since the last of them was closed.
     */
    static final Map<String, List<Double>> OWN_CUTS =
            Map.of(OWN_DEALS, List.of(0.2, 0.4, 0.6, 0.8), LAST_DEAL, List.of(30.0, 90.0, 180.0, 365.0));

    private CohortKeys() {}

    /** What deals are divided by: numbers and flags only where the weekly job has said how. */
    static List<String> dimensions(ScoringProfile profile, CohortScheme scheme) {
        List<String> dimensions = new ArrayList<>(BUILT_IN);
        OWN.stream().filter(dimension -> scheme.cuts(dimension) != null).forEach(dimensions::add);
        profile.customSignals().stream()
                .filter(CustomSignal::isLearnt)
                .filter(signal -> signal.kind() == CustomSignal.Kind.CATEGORY || scheme.cuts(dimension(signal)) != null)
                // A custom signal may be called like a dimension of ours, so it gets a prefix that no built-in has.
                .map(CohortKeys::dimension)
                .forEach(dimensions::add);
        return dimensions;
    }

    static String dimension(CustomSignal signal) {
        return "custom:" + signal.name();
    }

    /**
     * The cohorts in a dimension: none when the value is unknown, several when a property holds several options.
     *
     * @param cuts of a dimension that was learnt: where a number's bands begin; null: it was not
     */
    static List<String> of(String dimension, @Nullable List<Double> cuts, ScoringProfile profile, Subject subject) {
        ContactFacts contact = subject.contact();
        CompanyFacts company = subject.company();
        return switch (dimension) {
            case INDUSTRY -> one(company == null ? null : company.industry());
            case SOURCE -> one(contact == null ? null : contact.source());
            case COMPANY_SIZE -> one(sizeBand(profile, company));
            case COUNTRY -> one(country(contact, company));
            case JOB_LEVEL ->
                one(
                        contact == null || contact.jobLevel() == null
                                ? null
                                : contact.jobLevel().name());
            case OWN_DEALS, LAST_DEAL -> cuts == null ? List.of() : List.of(own(dimension, cuts, subject));
            default -> custom(dimension, cuts, profile, contact, company, subject.deal());
        };
    }

    private static String own(String dimension, List<Double> cuts, Subject subject) {
        TrackRecord record = subject.record();
        if (record.deals() == 0) {
            return UNKNOWN;
        }
        double number = dimension.equals(OWN_DEALS)
                ? (record.won() + 0.5) / (record.deals() + 1)
                : record.daysSince(subject.at());
        return band(cutsReached(cuts, number));
    }

    static @Nullable String sizeBand(ScoringProfile profile, @Nullable CompanyFacts company) {
        Long employees = company == null ? null : company.employees();
        SizeBand band = employees == null ? null : profile.idealClient().band(employees);
        return band == null ? null : band.name();
    }

    /** The company's country; if it has none, the contact's. */
    static @Nullable String country(@Nullable ContactFacts contact, @Nullable CompanyFacts company) {
        if (company != null && company.country() != null) {
            return company.country();
        }
        return contact == null ? null : contact.country();
    }

    private static List<String> custom(
            String dimension,
            @Nullable List<Double> cuts,
            ScoringProfile profile,
            @Nullable ContactFacts contact,
            @Nullable CompanyFacts company,
            @Nullable DealFacts deal) {
        for (CustomSignal signal : profile.customSignals()) {
            if (dimension(signal).equals(dimension)) {
                List<String> known = known(signal, cuts, CustomValue.of(signal, contact, company, deal));
                return known.isEmpty() && cuts != null ? List.of(UNKNOWN) : known;
            }
        }
        return List.of();
    }

    private static List<String> known(CustomSignal signal, @Nullable List<Double> cuts, @Nullable String value) {
        if (value == null) {
            return List.of();
        }
        return switch (signal.kind()) {
            case CATEGORY -> CustomValue.options(signal, value);
            case FLAG -> value.equals("true") || value.equals("false") ? List.of(value) : List.of();
            case NUMBER -> one(band(cuts, CustomValue.number(value)));
            case DATE -> List.of();
        };
    }

    private static @Nullable String band(@Nullable List<Double> cuts, double number) {
        if (cuts == null || Double.isNaN(number)) {
            return null;
        }
        return band(cutsReached(cuts, number));
    }

    static int cutsReached(List<Double> cuts, double number) {
        int reached = 0;
        while (reached < cuts.size() && number >= cuts.get(reached)) {
            reached++;
        }
        return reached;
    }

    static String band(int cutsReached) {
        return "band " + cutsReached;
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
