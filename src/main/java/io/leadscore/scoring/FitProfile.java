package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.Country;
import io.leadscore.lead.Lead;
import io.leadscore.lead.StandardValues;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that may leave the machine about a lead: enumerated or banded facts, each of a closed list ({@link StandardValues},
 * the scoring profile's own values, ISO countries, our own enumerations). Whatever is not in its list is left out, as if it
 * were not known: a value that somebody made up in HubSpot is text, and text stays here. Leads that share these facts
 * share a profile. Immutable.
 *
 * @param facts the facts that are known, by name, in fixed order
 */
public record FitProfile(Map<String, String> facts) {

    static final String INDUSTRY = CohortKeys.INDUSTRY;
    static final String COMPANY_SIZE = CohortKeys.COMPANY_SIZE;
    static final String REVENUE = "revenue";
    static final String COUNTRY = CohortKeys.COUNTRY;
    static final String SOURCE = CohortKeys.SOURCE;
    static final String LIFECYCLE_STAGE = "lifecycle_stage";
    static final String JOB_LEVEL = CohortKeys.JOB_LEVEL;
    static final String DEPARTMENT = "department";

    public FitProfile {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** The profile of a lead. */
    public static FitProfile of(ScoringProfile profile, Lead lead) {
        return of(profile, lead.contact(), lead.company());
    }

    /** The profile of a contact of a company. */
    public static FitProfile of(ScoringProfile profile, ContactFacts contact, @Nullable CompanyFacts company) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(profile, facts, INDUSTRY, company == null ? null : company.industry());
        put(profile, facts, COMPANY_SIZE, CohortKeys.sizeBand(profile, company));
        put(profile, facts, REVENUE, company == null ? null : StandardValues.revenueBand(company.annualRevenue()));
        put(profile, facts, COUNTRY, CohortKeys.country(contact, company));
        put(profile, facts, SOURCE, contact.source());
        put(profile, facts, LIFECYCLE_STAGE, contact.lifecycleStage());
        put(profile, facts, JOB_LEVEL, name(contact.jobLevel()));
        put(profile, facts, DEPARTMENT, name(contact.department()));
        return new FitProfile(facts);
    }

    /** Whether a value of a fact is one that may leave the machine. */
    static boolean allows(ScoringProfile profile, String fact, String value) {
        IdealClient ideal = profile.idealClient();
        return switch (fact) {
            case INDUSTRY ->
                StandardValues.INDUSTRIES.contains(value) || ideal.industries().lists(value);
            case SOURCE ->
                StandardValues.SOURCES.contains(value) || ideal.sources().lists(value);
            case LIFECYCLE_STAGE ->
                StandardValues.LIFECYCLE_STAGES.contains(value)
                        || ideal.lifecycleStages().lists(value);
            case COUNTRY -> Country.isCode(value);
            // Of lists of our own, or of the scoring profile's bands.
            default -> true;
        };
    }

    /** Whether enough is known to judge by a criterion. */
    boolean knows(Criterion criterion) {
        return switch (criterion) {
            case INDUSTRY -> facts.containsKey(INDUSTRY);
            case SIZE -> facts.containsKey(COMPANY_SIZE);
            case GEOGRAPHY -> facts.containsKey(COUNTRY);
            case SOURCE -> facts.containsKey(SOURCE);
            case LIFECYCLE -> facts.containsKey(LIFECYCLE_STAGE);
            case ROLE -> facts.containsKey(JOB_LEVEL);
        };
    }

    /** A line for each fact, {@code industry: COMPUTER_SOFTWARE}: what is turned into a vector. */
    public String text() {
        return facts.entrySet().stream()
                .map(fact -> fact.getKey() + ": " + fact.getValue())
                .collect(Collectors.joining("\n"));
    }

    /** The SHA-256 of the facts, in hexadecimal: equal for equal profiles only. */
    public String key() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, though every Java has it", e);
        }
    }

    private static void put(ScoringProfile profile, Map<String, String> facts, String fact, @Nullable String value) {
        if (value != null && allows(profile, fact, value)) {
            facts.put(fact, value);
        }
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }
}
