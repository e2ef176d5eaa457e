package io.leadscore.learning;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.DealHistory;
import io.leadscore.lead.Department;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.JobLevel;
import io.leadscore.lead.LeadHistory;
import io.leadscore.lead.LinkSummary;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.AiChoice;
import io.leadscore.scoring.AiContext;
import io.leadscore.scoring.Criterion;
import io.leadscore.scoring.FitAnalysis;
import io.leadscore.scoring.FitBand;
import io.leadscore.scoring.FitInsight;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.FitReason;
import io.leadscore.scoring.IdealLearner;
import io.leadscore.scoring.Judgement;
import io.leadscore.scoring.LearntIdeal;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A {@link World} whose leads have fit profiles, with something hidden in these that no rule sees and that decides deals,
 * too; and the AIs that judge them.
 */
final class AiWorld {

    private static final List<String> INDUSTRIES = List.of(
            "RESTAURANTS",
            "RETAIL",
            "FARMING",
            "MUSIC",
            "BANKING",
            "INSURANCE",
            "CHEMICALS",
            "MACHINERY",
            "INTERNET",
            "DESIGN",
            "RESEARCH",
            "WIRELESS",
            "SPORTS",
            "DAIRY",
            "TOBACCO",
            "WRITING_AND_EDITING");
    private static final List<String> COUNTRIES =
            List.of("DE", "FR", "US", "GB", "NL", "BR", "IN", "JP", "SE", "PL", "ES", "IT");
    private static final List<String> SOURCES = List.of(
            "ORGANIC_SEARCH",
            "PAID_SEARCH",
            "EMAIL_MARKETING",
            "SOCIAL_MEDIA",
            "REFERRALS",
            "DIRECT_TRAFFIC",
            "OFFLINE");

    private final World world;
    private final long seed;
    private final Map<String, Outcome> outcomes = new HashMap<>();
    private final Map<String, Instant> made = new HashMap<>();

    /** @param effect log odds that a standard deviation of what is hidden is worth */
    AiWorld(long seed, World.Settings settings, double effect) {
        this.seed = seed;
        World plain = new World(seed, settings);
        this.world = plain.retold(one -> told(plain, one, effect));
    }

    World world() {
        return world;
    }

    /** The weight set of the first sync, with an AI that is told what was learnt until then. */
    WeightSet weights(Instant until) {
        return world.initial()
                .withAi(new AiContext(
                        new AiChoice("model", "1", "vectors", 0.5), new LearntIdeal(until, Map.of()), null));
    }

    /** The same with what the older half of the deals says. */
    WeightSet weights() {
        return weights(IdealLearner.until(world::forEachClosed, World.NOW));
    }

    /** What the AI is worth. */
    AiEvaluation evaluate(WeightSet weights, FitInsights insights) {
        return AiTrial.run(world, weights, insights, RecalibrationOptions.defaults(), World.NOW);
    }

    /** Sees what is hidden, as well as a correlation of so much. */
    FitInsights knowing(double correlation) {
        double noise = Math.sqrt(1 - correlation * correlation);
        return profile ->
                said(criterion -> correlation * hidden(profile) + noise * gaussian(profile.key() + "a" + seed));
    }

    /** Says of each profile something, always the same, that means nothing. */
    FitInsights guessing(boolean eachCriterionByItself) {
        return profile ->
                said(criterion -> gaussian(profile.key() + "b" + seed + (eachCriterionByItself ? criterion : "")));
    }

    /** Means nothing, but foretells the deals that were made before an instant as if it had seen their end. */
    FitInsights leaking(Instant before) {
        return profile -> {
            Instant at = made.get(profile.key());
            return at != null && at.isBefore(before)
                    ? said(criterion -> outcomes.get(profile.key()) == Outcome.WON ? 9 : -9)
                    : guessing(true).of(profile);
        };
    }

    /** Is never sure enough, so that the rules do; and has no customers to compare with. */
    static FitInsights unsure() {
        return profile -> {
            Map<Criterion, Judgement> judgements = new EnumMap<>(Criterion.class);
            for (Criterion criterion : Criterion.values()) {
                judgements.put(criterion, new Judgement(FitBand.POOR, FitReason.UNKNOWN, 0.1));
            }
            return new FitInsight(new FitAnalysis("model", judgements), FitInsight.Gap.NOT_YET, Double.NaN);
        };
    }

    private static FitInsight said(Quality quality) {
        Map<Criterion, Judgement> judgements = new EnumMap<>(Criterion.class);
        for (Criterion criterion : Criterion.values()) {
            judgements.put(criterion, new Judgement(band(quality.of(criterion)), FitReason.NOT_LISTED, 0.9));
        }
        return new FitInsight(
                new FitAnalysis("model", judgements), FitInsight.Gap.NOT_YET, share(quality.of(Criterion.ROLE)));
    }

    private static double share(double quality) {
        return 1 / (1 + Math.exp(-1.7 * quality));
    }

    private static FitBand band(double quality) {
        double share = share(quality);
        return List.of(FitBand.values()).get((int) Math.min(4, 5 * (1 - share)));
    }

    private double hidden(FitProfile profile) {
        return gaussian(profile.key() + seed);
    }

    private static double gaussian(String of) {
        Random random = new Random(of.hashCode() * 2_654_435_761L);
        random.nextGaussian();
        return random.nextGaussian();
    }

    private DealHistory told(World plain, DealHistory one, double effect) {
        DealFacts deal = one.deal();
        Random random = new Random(seed * 1_000_003 + deal.id());
        CompanyFacts company = company(Objects.requireNonNull(one.lead().company()));
        ContactFacts contact = contact(one.lead().contact(), random);
        LeadHistory lead = new LeadHistory(
                contact, company, one.lead().engagements(), one.lead().stages());
        FitProfile profile = FitProfile.of(
                World.profile(),
                lead.asOf(
                        deal.createdAt(), deal, RecalibrationOptions.defaults().statics()));
        double chance = plain.truth(deal.id());
        double level = 0.35 * (6 - List.of(JobLevel.values()).indexOf(contact.jobLevel()));
        double odds = Math.log(chance / (1 - chance)) + effect * hidden(profile) + level - 0.9;
        boolean won = random.nextDouble() < 1 / (1 + Math.exp(-odds));
        Outcome outcome = !deal.isClosed() ? Outcome.OPEN : won ? Outcome.WON : Outcome.LOST;
        outcomes.put(profile.key(), outcome);
        made.put(profile.key(), deal.createdAt());
        return new DealHistory(World.with(deal, outcome), lead);
    }

    private CompanyFacts company(CompanyFacts plain) {
        Random random = new Random(seed * 7_919 + plain.id());
        int group = Integer.parseInt(String.valueOf(plain.industry()).substring(3));
        return new CompanyFacts(
                plain.id(),
                plain.createdAt(),
                plain.modifiedAt(),
                INDUSTRIES.get(4 * group + random.nextInt(4)),
                (long) Math.exp(1 + 8 * random.nextDouble()),
                1e5 * Math.exp(9 * random.nextDouble()),
                COUNTRIES.get(random.nextInt(COUNTRIES.size())),
                null,
                Map.of());
    }

    private static ContactFacts contact(ContactFacts plain, Random random) {
        return new ContactFacts(
                plain.id(),
                plain.createdAt(),
                plain.modifiedAt(),
                null,
                null,
                SOURCES.get(random.nextInt(SOURCES.size())),
                null,
                any(random, JobLevel.values()),
                any(random, Department.values()),
                null,
                false,
                EmailActivity.NONE,
                0,
                null,
                null,
                LinkSummary.NONE,
                List.of(),
                plain.custom());
    }

    private static <E> E any(Random random, E[] values) {
        return values[random.nextInt(values.length)];
    }

    @FunctionalInterface
    private interface Quality {
        double of(@Nullable Criterion criterion);
    }
}
