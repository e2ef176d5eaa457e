package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.leadscore.scoring.Effects;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.Segmentation;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.SignalReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Signals and cohorts are learnt all at once. */
class JointFitTests {

    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final ScoringProfile PROFILE = World.profile();
    private static final List<SignalKey> SIGNALS = SignalReader.signals(PROFILE);
    private static final Map<String, String> DIMENSIONS = SignalReader.dimensions(PROFILE);

    private final LevelIndex index = new LevelIndex(PROFILE, SIGNALS);

    @Test
    void whatGoesAlongWithAnotherFactIsNotPaidForIt() {
        Random random = new Random(1);
        List<Map<String, String>> leads = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            boolean good = random.nextBoolean();
            boolean along = random.nextDouble() < 0.8 ? good : !good;
            leads.add(Map.of("plan", good ? "good" : "bad", "channel", along ? "along" : "apart"));
        }

        Map<String, Effects> effects =
                learn(leads, lead -> "good".equals(lead.get("plan")) ? 1 : -1).effects();

        // Alone, those along win .66 of deals and the others .34: 1.3 in log odds.
        assertThat(of(effects, "plan", "good") - of(effects, "plan", "bad")).isCloseTo(2, within(0.3));
        assertThat(of(effects, "channel", "along") - of(effects, "channel", "apart"))
                .isCloseTo(0, within(0.2));
    }

    @Test
    void factsThatSayNothingEndUpNearlyFlat() {
        Random random = new Random(2);
        List<Map<String, String>> leads = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            leads.add(Map.of("channel", "c" + random.nextInt(12), "plan", "p" + random.nextInt(4)));
        }

        Map<String, Effects> effects = learn(leads, lead -> 0).effects();

        // 83 deals each win .5 by chance, give or take .22 in log odds, the furthest of twelve .4.
        assertThat(effects(effects, "channel").reach()).isLessThan(0.25);
        assertThat(effects(effects, "plan").reach()).isLessThan(0.1);
    }

    @Test
    void severalOptionsCountTheirPart() {
        Random random = new Random(3);
        List<Map<String, String>> leads = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            leads.add(Map.of("plan", random.nextBoolean() ? "a" : random.nextBoolean() ? "b" : "a;b"));
        }

        JointFit.Found found =
                learn(leads, lead -> "a".equals(lead.get("plan")) ? 1 : "b".equals(lead.get("plan")) ? -1 : 0);

        Map<String, Double> plan = effects(found.effects(), "plan").logOdds();
        assertThat(plan).containsOnlyKeys("a", "b");
        assertThat(plan.getOrDefault("a", Double.NaN) - plan.getOrDefault("b", Double.NaN))
                .isCloseTo(2, within(0.3));
        double[] both = new EffectTable(index, found.effects())
                .values(new double[SIGNALS.size()], index.of(reading(Map.of("plan", "a;b"))));
        assertThat(both[signal("plan")])
                .isCloseTo(
                        Effects.value((plan.getOrDefault("a", Double.NaN) + plan.getOrDefault("b", Double.NaN)) / 2),
                        within(1e-6));
    }

    @Test
    void manyLooksAtADealAreOneDeal() {
        Random random = new Random(4);
        List<Map<String, String>> leads = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            leads.add(Map.of("plan", "p" + random.nextInt(3)));
        }
        List<Snapshot> once = looks(leads, lead -> "p0".equals(lead.get("plan")) ? 1 : 0);
        List<Snapshot> thrice = new ArrayList<>();
        once.forEach(look -> thrice.addAll(Collections.nCopies(3, look)));

        Map<String, Double> plan = effects(fit(once).effects(), "plan").logOdds();
        effects(fit(thrice).effects(), "plan").logOdds().forEach((cohort, logOdds) -> assertThat(logOdds)
                .isCloseTo(plan.getOrDefault(cohort, Double.NaN), within(1e-6)));
    }

    @Test
    void whatIsExpectedOfCohortsStaysWhereFewLooksSayOtherwise() {
        Map<String, Effects> like = Map.of("custom:plan", new Effects(Map.of("good", 1.0, "bad", -1.0), 0));
        List<Map<String, String>> leads = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            leads.add(Map.of("plan", i % 2 == 0 ? "good" : "bad"));
        }
        List<Snapshot> opposite = looks(leads, lead -> "good".equals(lead.get("plan")) ? -1 : 1);

        Map<String, Double> few =
                effects(fit(opposite.subList(0, 6), like).effects(), "plan").logOdds();
        Map<String, Double> many =
                effects(fit(opposite, like).effects(), "plan").logOdds();

        assertThat(few.get("good")).isGreaterThan(few.get("bad"));
        assertThat(many.getOrDefault("good", 0.0)).isLessThan(many.getOrDefault("bad", 0.0) - 1);
    }

    private JointFit.Found learn(List<Map<String, String>> leads, ToDoubleFunction<Map<String, String>> logOdds) {
        return fit(looks(leads, logOdds));
    }

    private JointFit.Found fit(List<Snapshot> looks) {
        return fit(looks, Map.of());
    }

    private JointFit.Found fit(List<Snapshot> looks, Map<String, Effects> like) {
        int[] members = DIMENSIONS.keySet().stream()
                .mapToInt(JointFitTests::signal)
                .sorted()
                .toArray();
        return new JointFit(index, members, new double[members.length], like, Map.of(), looks).learn(null);
    }

    private List<Snapshot> looks(List<Map<String, String>> leads, ToDoubleFunction<Map<String, String>> logOdds) {
        Random random = new Random(9);
        List<Snapshot> looks = new ArrayList<>();
        for (int i = 0; i < leads.size(); i++) {
            boolean won = random.nextDouble() < LogisticFit.probability(logOdds.applyAsDouble(leads.get(i)));
            looks.add(new Snapshot(
                    START.plus(Duration.ofHours(i)).toEpochMilli(),
                    i,
                    0,
                    0,
                    true,
                    true,
                    won,
                    new float[SIGNALS.size()],
                    index.of(reading(leads.get(i))),
                    Segmentation.NONE));
        }
        return looks;
    }

    /** A lead of which these of the account's own facts are known. */
    private static SignalReader.Reading reading(Map<String, String> facts) {
        Map<String, List<String>> cohorts = new LinkedHashMap<>();
        facts.forEach((fact, value) -> cohorts.put("custom:" + fact, Arrays.asList(value.split(";"))));
        double[] declared = new double[DIMENSIONS.size()];
        Arrays.fill(declared, 0.5);
        return new SignalReader.Reading(
                new double[SIGNALS.size()],
                declared,
                DIMENSIONS.values().stream()
                        .map(dimension -> cohorts.getOrDefault(dimension, List.of()))
                        .toList());
    }

    private static int signal(String name) {
        return SIGNALS.stream().map(SignalKey::name).toList().indexOf(name);
    }

    private static Effects effects(Map<String, Effects> effects, String fact) {
        return Objects.requireNonNull(effects.get("custom:" + fact), fact);
    }

    private static double of(Map<String, Effects> effects, String fact, String cohort) {
        return effects(effects, fact).logOdds().getOrDefault(cohort, Double.NaN);
    }
}
