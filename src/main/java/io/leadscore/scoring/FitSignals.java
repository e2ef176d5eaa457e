package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.Pseudonym;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who the lead is, against the profile's ideal client. */
final class FitSignals {

    private final ScoringProfile profile;
    private final IdealClient ideal;

    FitSignals(ScoringProfile profile) {
        this.profile = profile;
        this.ideal = profile.idealClient();
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
        return Signal.timeless(
                profile,
                signal,
                (evidence, now) -> {
                    String known = fact.of(evidence);
                    return known == null ? Signal.MISSING : preferences.of(known);
                },
                (evidence, now, value) -> {
                    String known = fact.of(evidence);
                    if (known == null) {
                        return noun + " unknown: neutral";
                    }
                    if (Pseudonym.is(known)) {
                        return noun + " is " + Pseudonym.shown(known) + ", " + fits(value);
                    }
                    return noun + " " + known + (preferences.lists(known) ? " " : ", not listed, ") + fits(value);
                });
    }

    private Signal companySize() {
        return Signal.timeless(
                profile,
                BuiltIn.COMPANY_SIZE,
                (evidence, now) -> {
                    Long employees = employees(evidence);
                    SizeBand band = employees == null ? null : ideal.band(employees);
                    return band == null ? Signal.MISSING : band.value();
                },
                (evidence, now, value) -> {
                    String band = CohortKeys.sizeBand(profile, evidence.company);
                    return band == null
                            ? "company size unknown: neutral"
                            : "company size " + band + " employees " + fits(value);
                });
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
