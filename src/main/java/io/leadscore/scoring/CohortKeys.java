package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import java.util.ArrayList;
import java.util.List;
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

    private CohortKeys() {}

    /** What deals are divided by: numbers and flags only where the weekly job has said how. */
    static List<String> dimensions(ScoringProfile profile, CohortScheme scheme) {
        List<String> dimensions = new ArrayList<>(BUILT_IN);
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
     * @param cuts of a custom dimension that was learnt: where a number's bands begin; null: it was not
     */
    static List<String> of(
            String dimension,
            @Nullable List<Double> cuts,
            ScoringProfile profile,
            @Nullable ContactFacts contact,
            @Nullable CompanyFacts company,
            @Nullable DealFacts deal) {
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
            default -> custom(dimension, cuts, profile, contact, company, deal);
        };
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
        int band = 0;
        while (band < cuts.size() && number >= cuts.get(band)) {
            band++;
        }
        return band(band);
    }

    static String band(int cutsReached) {
        return "band " + cutsReached;
    }

    private static List<String> one(@Nullable String value) {
        return value == null ? List.of() : List.of(value);
    }
}
