package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.Pseudonym;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the lead is, against the profile's ideal client; of facts whose deals the weekly job has looked at, the profile's word
 * counts as much as some deals do, and the deals for the rest.
 */
final class FitSignals {

    /** The built-in facts by which closed deals are divided, by signal. */
    static final Map<BuiltIn, String> DIMENSIONS = Map.of(
            BuiltIn.INDUSTRY, CohortKeys.INDUSTRY,
            BuiltIn.COMPANY_SIZE, CohortKeys.COMPANY_SIZE,
            BuiltIn.LOCATION, CohortKeys.COUNTRY,
            BuiltIn.SOURCE, CohortKeys.SOURCE,
            BuiltIn.SENIORITY, CohortKeys.JOB_LEVEL);

    /** A declared value is believed to stand for no rate further from the account's than that of this one, or of 1 less it. */
    private static final double SUREST = 0.9;

    private final ScoringProfile profile;
    private final IdealClient ideal;
    private final boolean asDeclared;

    /** @param asDeclared whether the profile's word stands whatever deals say */
    FitSignals(ScoringProfile profile, boolean asDeclared) {
        this.profile = profile;
        this.ideal = profile.idealClient();
        this.asDeclared = asDeclared;
    }

    List<Signal> inOrder() {
        return List.of(
                listed(BuiltIn.INDUSTRY, "industry", ideal.industries(), FitSignals::industry),
                companySize(),
                listed(BuiltIn.LOCATION, "country", ideal.countries(), FitSignals::country),
                listed(BuiltIn.SOURCE, "source", ideal.sources(), evidence -> evidence.contact.source()),
                listed(
                        BuiltIn.LIFECYCLE_STAGE,
                        "lifecycle stage",
                        ideal.lifecycleStages(),
                        evidence -> evidence.contact.lifecycleStage()),
                listed(BuiltIn.SENIORITY, "seniority", ideal.seniority(), FitSignals::seniority));
    }

    /** A fact of which the profile lists how well each value fits. */
    private Signal listed(BuiltIn signal, String noun, Preferences preferences, Fact fact) {
        Signal.Value declared = (evidence, now) -> {
            String known = fact.of(evidence);
            return known == null ? Signal.MISSING : preferences.of(known);
        };
        Signal listed = Signal.timeless(
                profile,
                signal,
                (evidence, now) -> learnt(signal, evidence, declared.of(evidence, now)),
                (evidence, now, value) -> {
                    String known = fact.of(evidence);
                    if (known == null) {
                        return noun + " unknown: neutral";
                    }
                    if (isLearnt(signal, evidence)) {
                        String shown = Pseudonym.is(known) ? "is " + Pseudonym.shown(known) : known;
                        return noun + " " + shown + ": " + alike(signal, evidence);
                    }
                    if (Pseudonym.is(known)) {
                        return noun + " is " + Pseudonym.shown(known) + ", " + fits(value);
                    }
                    return noun + " " + known + (preferences.lists(known) ? " " : ", not listed, ") + fits(value);
                });
        return divided(signal, listed, declared);
    }

    private Signal divided(BuiltIn fact, Signal signal, Signal.Value declared) {
        String dimension = DIMENSIONS.get(fact);
        return asDeclared || dimension == null
                ? signal
                : signal.divided(new Signal.Cohorts(
                        dimension, (evidence, now) -> evidence.outcomes.values(dimension), declared));
    }

    private Signal companySize() {
        Signal.Value declared = (evidence, now) -> {
            Long employees = employees(evidence);
            SizeBand band = employees == null ? null : ideal.band(employees);
            return band == null ? Signal.MISSING : band.value();
        };
        Signal size = Signal.timeless(
                profile,
                BuiltIn.COMPANY_SIZE,
                (evidence, now) -> learnt(BuiltIn.COMPANY_SIZE, evidence, declared.of(evidence, now)),
                (evidence, now, value) -> {
                    String band = CohortKeys.sizeBand(profile, evidence.company);
                    if (band == null) {
                        return "company size unknown: neutral";
                    }
                    String said = "company size " + band + " employees";
                    return isLearnt(BuiltIn.COMPANY_SIZE, evidence)
                            ? said + ": " + alike(BuiltIn.COMPANY_SIZE, evidence)
                            : said + " " + fits(value);
                });
        return divided(BuiltIn.COMPANY_SIZE, size, declared);
    }

    private boolean isLearnt(BuiltIn signal, Evidence evidence) {
        String dimension = DIMENSIONS.get(signal);
        return !asDeclared && dimension != null && evidence.outcomes.isLearnt(dimension);
    }

    /** What a declared value is worth by the deals of its cohort: the declared one while nothing is learnt. */
    private double learnt(BuiltIn signal, Evidence evidence, double declared) {
        String dimension = DIMENSIONS.get(signal);
        if (dimension == null || Double.isNaN(declared) || !isLearnt(signal, evidence)) {
            return declared;
        }
        // The inverse of OutcomeSignals.relative: which multiple of the account's rate has this value.
        double inside = Math.max(1 - SUREST, Math.min(SUREST, declared));
        double rate = evidence.outcomes.believed(dimension, Math.sqrt(inside / (1 - inside)));
        double learnt = OutcomeSignals.relative(evidence.outcomes, rate, evidence.outcomes.accountWinRate());
        return Double.isNaN(learnt) ? declared : learnt;
    }

    private static String alike(BuiltIn signal, Evidence evidence) {
        return evidence.outcomes
                .counts(Check.present(DIMENSIONS.get(signal), "dimension"))
                .alike();
    }

    private static String fits(double value) {
        if (value >= 0.9) {
            return "fits fully";
        }
        if (value >= 0.65) {
            return "fits well";
        }
        if (value >= 0.4) {
            return "fits partly";
        }
        return value > 0 ? "fits poorly" : "does not fit";
    }

    private static @Nullable String industry(Evidence evidence) {
        CompanyFacts company = evidence.company;
        return company == null ? null : company.industry();
    }

    private static @Nullable Long employees(Evidence evidence) {
        CompanyFacts company = evidence.company;
        return company == null ? null : company.employees();
    }

    private static @Nullable String country(Evidence evidence) {
        return CohortKeys.country(evidence.contact, evidence.company);
    }

    private static @Nullable String seniority(Evidence evidence) {
        JobLevel level = evidence.contact.jobLevel();
        return level == null ? null : level.name();
    }

    @FunctionalInterface
    private interface Fact {
        @Nullable
        String of(Evidence evidence);
    }
}
