package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InformedJudgeTests {

    private final FitIdeal ideal = FitIdeal.of(FitRequests.MAPPER.readTree(FitRequests.IDEAL));

    @ParameterizedTest
    @CsvSource({
        // Listed or not, and nothing else known.
        "INDUSTRY, industry, GOVERNMENT_ADMINISTRATION, poor, listed_as_poor, 0.9",
        "INDUSTRY, industry, AIRLINES_AVIATION, neutral, not_listed, 0.85",
        "LIFECYCLE, lifecycle_stage, lead, neutral, not_listed, 0.85",
        // Learnt from deals: one up, one down.
        "INDUSTRY, industry, INTERNET, strong, won_before, 0.9",
        "INDUSTRY, industry, DAIRY, weak, lost_before, 0.85",
        // The hidden rule leans: up, down, and no further than the end.
        "INDUSTRY, industry, COMPUTER_SOFTWARE, strong, listed_as_ideal, 0.9",
        "INDUSTRY, industry, FINANCIAL_SERVICES, good, close_to_ideal, 0.85",
        "INDUSTRY, industry, LAW_PRACTICE, weak, far_from_ideal, 0.85",
        "SIZE, company_size, 201-1000, neutral, close_to_ideal, 0.85",
        "SIZE, company_size, 0-10, poor, far_from_ideal, 0.85",
        "GEOGRAPHY, country, GB, good, close_to_ideal, 0.85",
        "GEOGRAPHY, country, JP, weak, far_from_ideal, 0.85",
        "SOURCE, source, REFERRALS, good, close_to_ideal, 0.85",
        "SOURCE, source, OTHER_CAMPAIGNS, weak, far_from_ideal, 0.85",
        // The side fact alone.
        "SIZE, revenue, 1M-10M, good, close_to_ideal, 0.5",
        "SIZE, revenue, 0-1M, weak, far_from_ideal, 0.5",
        "ROLE, department, PURCHASING, good, close_to_ideal, 0.5",
        "ROLE, department, RESEARCH, neutral, unknown, 0.3"
    })
    void judges(FitCriterion criterion, String fact, String value, String band, String reason, double confidence) {
        assertThat(judge(criterion, Map.of(fact, value)))
                .isEqualTo(new Judgement(FitBand.ofCode(band), reason, confidence));
    }

    @Test
    void knowsNothingOfWhatIsMissing() {
        for (FitCriterion criterion : FitCriterion.values()) {
            assertThat(judge(criterion, Map.of())).isEqualTo(Judgement.UNKNOWN);
        }
    }

    @Test
    void readsTheRoleByTheLevelFirst() {
        assertThat(judge(FitCriterion.ROLE, Map.of("job_level", "STAFF", "department", "PURCHASING")))
                .isEqualTo(new Judgement(FitBand.NEUTRAL, "not_listed", 0.85));
    }

    @Test
    void comesCloserToTheHiddenRuleThanNoise() {
        assertThat(correlationWithBuying(new InformedJudge())).isGreaterThan(0.6);
        assertThat(correlationWithBuying(new NoiseJudge(false))).isBetween(-0.15, 0.15);
    }

    /** Of the sum of the bands with the chance of winning, over all kinds of leads, with no ideal client to go by. */
    private static double correlationWithBuying(FitJudge judge) {
        FitIdeal none = new FitIdeal(Map.of(), Map.of());
        List<double[]> points = new ArrayList<>();
        for (int industry = 0; industry < SeedWords.INDUSTRIES.size(); industry++) {
            for (int source = 0; source < SeedWords.SOURCES.size(); source++) {
                for (boolean small : List.of(true, false)) {
                    for (boolean far : List.of(true, false)) {
                        Map<String, String> facts = Map.of(
                                "industry",
                                SeedWords.INDUSTRIES.get(industry),
                                "source",
                                SeedWords.SOURCES.get(source),
                                "company_size",
                                small ? "0-10" : "51-200",
                                "country",
                                far ? "JP" : "DE");
                        double bands = judge.judge(none, facts).values().stream()
                                .mapToInt(judgement -> FitBand.WORST_FIRST.indexOf(judgement.band()))
                                .sum();
                        double byIndustry = Market.USUAL.industryAppeal(SeedWords.INDUSTRIES.get(industry));
                        double bySource = Market.USUAL.sourceAppeal(SeedWords.SOURCES.get(source));
                        double appeal = BuyingRule.companyAppeal(byIndustry, small ? 5 : 100, far ? 24 : 0, "PUBLIC");
                        points.add(new double[] {bands, BuyingRule.chanceOfWinning(appeal, false, bySource, 0.5)});
                    }
                }
            }
        }
        double bandMean = points.stream().mapToDouble(p -> p[0]).average().orElseThrow();
        double chanceMean = points.stream().mapToDouble(p -> p[1]).average().orElseThrow();
        double covariance = points.stream()
                .mapToDouble(p -> (p[0] - bandMean) * (p[1] - chanceMean))
                .sum();
        double bandSquares =
                points.stream().mapToDouble(p -> Math.pow(p[0] - bandMean, 2)).sum();
        double chanceSquares =
                points.stream().mapToDouble(p -> Math.pow(p[1] - chanceMean, 2)).sum();
        return covariance / Math.sqrt(bandSquares * chanceSquares);
    }

    private Judgement judge(FitCriterion criterion, Map<String, String> facts) {
        return Objects.requireNonNull(new InformedJudge().judge(ideal, facts).get(criterion));
    }
}
