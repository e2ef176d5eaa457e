package io.leadscore.cli;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.Link;
import io.leadscore.lead.LinkSummary;
import io.leadscore.lead.ObjectType;
import io.leadscore.learning.Assessment;
import io.leadscore.learning.Comparison;
import io.leadscore.learning.Difference;
import io.leadscore.learning.Evaluation;
import io.leadscore.learning.ModelMetrics;
import io.leadscore.learning.Recalibration;
import io.leadscore.learning.ReliabilityBin;
import io.leadscore.learning.SegmentMetrics;
import io.leadscore.learning.Verdict;
import io.leadscore.ledger.Links;
import io.leadscore.ledger.Mirror;
import io.leadscore.scoring.AgeOffset;
import io.leadscore.scoring.Calibration;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.ComponentWeights;
import io.leadscore.scoring.Counts;
import io.leadscore.scoring.Dimension;
import io.leadscore.scoring.Matured;
import io.leadscore.scoring.ProbabilityCurve;
import io.leadscore.scoring.Provenance;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads, and weight sets as the weekly job makes them. */
final class ModelsFixture {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    static final int LEADS = 40;

    /** As an account might call an industry that wants to be a column, a link and a script. */
    static final String EVIL = "TOYS|<script>alert(1)</script> [x](https://evil.example)";

    private ModelsFixture() {}

    static void putLeads(long portal, Mirror mirror, Links links) {
        List<ContactFacts> contacts = new ArrayList<>();
        List<CompanyFacts> companies = new ArrayList<>();
        Map<Long, List<Link>> companyOf = new LinkedHashMap<>();
        for (long id = 1; id <= LEADS; id++) {
            contacts.add(contact(id));
            companies.add(new CompanyFacts(
                    1_000 + id,
                    NOW.minus(Duration.ofDays(300)),
                    NOW.minus(Duration.ofDays(id)),
                    id % 2 == 0 ? "COMPUTER_SOFTWARE" : "RESTAURANTS",
                    20 * id,
                    null,
                    id % 3 == 0 ? "DE" : "BR",
                    null,
                    Map.of("seats", String.valueOf(3 * id))));
            companyOf.put(id, List.of(new Link(1_000 + id, true)));
        }
        mirror.upsert(portal, contacts);
        mirror.upsert(portal, companies);
        links.replaceOfContacts(portal, ObjectType.COMPANIES, companyOf);
    }

    private static ContactFacts contact(long id) {
        return new ContactFacts(
                id,
                NOW.minus(Duration.ofDays(200)),
                NOW.minus(Duration.ofDays(id)),
                id % 4 == 0 ? "salesqualifiedlead" : "lead",
                "OPEN",
                id % 2 == 0 ? "REFERRALS" : "OFFLINE",
                "DE",
                id % 2 == 0 ? JobLevel.C_LEVEL : JobLevel.TRAINEE,
                null,
                7L,
                false,
                EmailActivity.NONE,
                id % 5 == 0 ? 1 : 0,
                id % 5 == 0 ? NOW.minus(Duration.ofHours(7 * id)) : null,
                null,
                LinkSummary.NONE,
                List.of(),
                Map.of());
    }

    static WeightSet defaults(ScoringProfile profile, String modelVersion) {
        return WeightSet.initial(0, NOW.minus(Duration.ofDays(30)), modelVersion, profile, CohortRates.NONE);
    }

    static WeightSet learnt(ScoringProfile profile, String origin, ComponentWeights weights) {
        return new WeightSet(
                0,
                NOW.minus(Duration.ofDays(2)),
                "1.0",
                profile,
                weights,
                WeightSet.defaultWeights(profile),
                cohorts(),
                new Calibration(0.217, 400, 90, true, 90, curve()),
                Provenance.here(
                        origin,
                        NOW.minus(Duration.ofDays(1_097)),
                        NOW.minus(Duration.ofDays(2)),
                        counts(),
                        profile.fingerprint(),
                        20_260_101L,
                        Map.of("static-facts", "country, custom, industry", "draws", "500")),
                profile.thresholds(),
                Map.of(),
                null,
                null);
    }

    private static CohortRates cohorts() {
        Map<String, Counts> seats = new LinkedHashMap<>();
        seats.put("band 0", counts(10, 110));
        seats.put("band 1", counts(30, 100));
        seats.put("band 2", counts(40, 70));
        seats.put("(unknown)", counts(10, 30));
        return new CohortRates(
                counts(90, 310),
                new Matured(350, 76),
                Map.of(
                        "custom:seats",
                        new Dimension(
                                25, seats, List.of(10.0, 50.5), Map.of("band 0", 0.5, "band 1", 1.0, "band 2", 1.4))));
    }

    private static Counts counts(int won, int lost) {
        return new Counts(won, lost, 1_000.0 * won, won, 33.3 * won, won);
    }

    private static ProbabilityCurve curve() {
        return new ProbabilityCurve(
                ProbabilityCurve.Shape.LOGISTIC,
                -3.1,
                List.of(4.2),
                List.of(),
                List.of(new AgeOffset(0, 0), new AgeOffset(30, -0.7)),
                -1.5,
                -0.9,
                List.of(),
                List.of(0.04, -0.03, 0.0, -0.03, 0.09, 0.0, 0.0, 0.0, 0.02));
    }

    private static Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("won", 90L);
        counts.put("lost", 310L);
        counts.put("open", 55L);
        counts.put("left out: no close date", 12L);
        counts.put("taken: amount zero, not counted as a size", 4L);
        return counts;
    }

    static Assessment assessment(Verdict.Decision decision) {
        Difference gain = new Difference(0.021, -0.004, 0.047, 0.94);
        return new Assessment(
                new Verdict(decision, List.of("It ranks better than the incumbent.")),
                new Evaluation(
                        NOW.minus(Duration.ofDays(120)),
                        100,
                        22,
                        true,
                        List.of(
                                metrics(Evaluation.CANDIDATE, 0.742),
                                metrics(Evaluation.INCUMBENT, 0.721),
                                metrics(Evaluation.DEFAULTS, 0.719),
                                metrics(Evaluation.BASE_RATE, 0.5)),
                        List.of(
                                new Comparison(Evaluation.INCUMBENT, gain, gain),
                                new Comparison(Evaluation.DEFAULTS, gain, gain),
                                new Comparison(Evaluation.BASE_RATE, gain, gain)),
                        List.of(new SegmentMetrics("industry", EVIL, 55, 11, 0.23, 0.7, Double.NaN))),
                counts(),
                List.of("Taken to have been then what they are today: country, custom, industry."),
                null,
                null);
    }

    static Assessment promising() {
        return assessment(Verdict.Decision.PROMOTE);
    }

    private static ModelMetrics metrics(String model, double rocAuc) {
        return new ModelMetrics(
                model,
                new Difference(rocAuc, rocAuc - 0.05, rocAuc + 0.05, Double.NaN),
                0.41,
                0.47,
                0.15,
                0.031,
                0.5,
                0.4,
                2.3,
                1.8,
                Double.NaN,
                List.of(new ReliabilityBin(50, 0.12, 0.1), new ReliabilityBin(50, 0.31, 0.34)));
    }

    static WeightSet candidate(ScoringProfile profile) {
        return learnt(profile, Recalibration.LEARNT, new ComponentWeights(60, 10, 20, 10));
    }

    static WeightSet renewed(ScoringProfile profile) {
        return learnt(profile, Recalibration.RENEWED, new ComponentWeights(60, 10, 20, 10));
    }
}
