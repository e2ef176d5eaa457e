package io.leadscore.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.lead.Lead;
import io.leadscore.lead.ObjectType;
import io.leadscore.lead.Outcome;
import io.leadscore.scoring.CustomSignal.Kind;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.LeadScorer;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of contacts, companies and deals that somebody writes when a deal is closed. */
class LeakTests {

    private static final List<ObjectType> OBJECTS =
            List.of(ObjectType.CONTACTS, ObjectType.COMPANIES, ObjectType.DEALS);
    private static final List<Kind> KINDS = List.of(Kind.NUMBER, Kind.FLAG, Kind.CATEGORY);
    private static final World HONEST = new World(8, World.Settings.usual(1_500));
    private static final Set<Outcome> WON = EnumSet.of(Outcome.WON);
    private static final Set<Outcome> CLOSED = EnumSet.of(Outcome.WON, Outcome.LOST);

    private static double without;

    @BeforeAll
    static void scoreWithoutALeak() {
        without = scores(next(recalibrate(HONEST, World.profile())), HONEST).rocAuc();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatIsFilledInForSomeWonDealsIsDoubted(int dealsACompany) {
        World world = new World(8, World.Settings.usual(1_500).withDealsACompany(dealsACompany));

        assertThat(undoubted(world, WON, null, KINDS, 0.3, 0.6, 0.9)).isEmpty();
    }

    @Test
    void whatIsFilledInAfterEveryCloseIsDoubted() {
        assertThat(undoubted(new World(8, World.Settings.usual(1_500)), CLOSED, null, KINDS, 0.3, 0.6, 0.9))
                .isEmpty();
    }

    @Test
    void whatSaysNoUntilADealIsWonIsDoubted() {
        World world = new World(8, World.Settings.usual(3_000));

        assertThat(undoubted(world, WON, "false", List.of(Kind.FLAG), 0.3, 0.6, 0.9))
                .isEmpty();
        assertThat(undoubted(world, WON, "0", List.of(Kind.NUMBER), 0.3, 0.6, 0.9))
                .isEmpty();
    }

    private static List<String> undoubted(
            World world, Set<Outcome> when, @Nullable String otherwise, List<Kind> kinds, double... shares) {
        List<String> undoubted = new ArrayList<>();
        for (ObjectType object : OBJECTS) {
            for (Kind kind : kinds) {
                for (double share : shares) {
                    Leak leak = new Leak(object, kind, share, when, otherwise);
                    String doubt = Leak.doubt(leak.in(world), leak.profile());
                    if (doubt == null || !doubt.contains("Signal " + Leak.NAME + " ")) {
                        undoubted.add(leak.toString());
                    }
                }
            }
        }
        return undoubted;
    }

    @ParameterizedTest
    @EnumSource(
            value = ObjectType.class,
            names = {"CONTACTS", "COMPANIES", "DEALS"})
    void scoresAreAsWithoutTheLeak(ObjectType object) {
        Leak leak = new Leak(object, Kind.NUMBER, 0.6, WON, null);
        World leaking = leak.in(HONEST);

        Recalibration result = recalibrate(leaking, leak.profile());

        WeightSet weights = next(result);
        assertThat(result.assessment().notes()).anyMatch(note -> note.startsWith("Signal tell is known of"));
        assertThat(weights.signalWeights()).containsEntry(Leak.NAME, 0.0);
        assertThat(scores(weights, leaking).rocAuc()).isGreaterThan(without - 0.01);
    }

    /** No look sees it before, so that there is nothing to doubt. */
    @Test
    void whatIsKnownToBeFilledInWithTheCloseIsHarmless() {
        Leak leak = new Leak(ObjectType.DEALS, Kind.NUMBER, 0.6, WON, null);
        World leaking = leak.in(HONEST).retold(Leak::filledInWithTheClose);

        Recalibration result = recalibrate(leaking, leak.profile());

        assertThat(result.assessment().notes()).noneMatch(note -> note.contains(" " + Leak.NAME + " "));
        assertThat(scores(next(result), leaking).rocAuc()).isGreaterThan(without - 0.01);
    }

    /** It is filled in of every deal, and says another thing of those that are won. */
    @Test
    void whatIsRewrittenWhenADealIsWonIsSetAside() {
        Leak leak = new Leak(ObjectType.DEALS, Kind.CATEGORY, 0.9, WON, "open");
        World leaking = leak.in(HONEST);

        Recalibration result = recalibrate(leaking, leak.profile());

        WeightSet weights = next(result);
        assertThat(result.assessment().notes())
                .anyMatch(note -> note.startsWith("Open deals would") && note.endsWith("signal tell: set aside."));
        assertThat(weights.signalWeights()).containsEntry(Leak.NAME, 0.0);
        assertThat(scores(weights, leaking).rocAuc()).isGreaterThan(without - 0.01);
    }

    /** What buyers tell more often before they buy, which is known of open deals as well. */
    @ParameterizedTest
    @CsvSource({"0.25, 0.4", "0.45, 0.6", "0.5, 0.4", "0.02, 0.3"})
    void whatBuyersTellBeforeTheyBuyIsNotDoubted(double others, double buyers) {
        List<String> doubted = new ArrayList<>();
        for (int seed = 1; seed <= 2; seed++) {
            World world = new World(seed, World.Settings.usual(8_000));
            Random random = new Random(seed);
            World telling = world.retold(one -> {
                boolean buys = one.deal().isClosed()
                        ? one.deal().outcome() == Outcome.WON
                        : world.willBeWon(one.deal().id());
                return random.nextDouble() < (buys ? buyers : others)
                        ? Leak.with(one, ObjectType.CONTACTS, String.valueOf(1 + random.nextInt(9)))
                        : one;
            });
            String doubt = Leak.doubt(telling, Leak.profile(ObjectType.CONTACTS, Kind.NUMBER));
            if (doubt != null) {
                doubted.add(seed + ": " + doubt);
            }
        }
        assertThat(doubted).isEmpty();
    }

    /** What the world's rule is made of says more or less of those that are won, before they are. */
    @Test
    void noHonestPropertyIsDoubted() {
        List<String> doubted = new ArrayList<>();
        for (int seed = 1; seed <= 5; seed++) {
            for (int companies : new int[] {1, 3}) {
                World world = new World(
                        seed,
                        World.Settings.usual(2_000).withEffect(1.0 + seed % 3).withDealsACompany(companies));
                String doubt = Leak.doubt(world, World.profile());
                if (doubt != null) {
                    doubted.add(seed + ": " + doubt);
                }
            }
        }
        assertThat(doubted).isEmpty();
    }

    private static Recalibration recalibrate(World world, ScoringProfile profile) {
        return new Recalibrator(
                        RecalibrationOptions.defaults(),
                        Leak.initial(world, profile),
                        FitInsights.NONE,
                        World.NOW,
                        phase -> {})
                .run(world);
    }

    private static WeightSet next(Recalibration result) {
        return Objects.requireNonNull(
                result.verdict().decision() == Verdict.Decision.PROMOTE ? result.candidate() : result.renewed());
    }

    /** The scores of the leads of today, against what will become of them. */
    private static Predictions scores(WeightSet weights, World world) {
        LeadScorer scorer = new LeadScorer(weights);
        List<Lead> leads = world.openLeads();
        double[] scores = new double[leads.size()];
        boolean[] won = new boolean[scores.length];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = scorer.score(leads.get(i)).points() / 100.0;
            won[i] = world.willBeWon(leads.get(i));
        }
        return new Predictions(scores, won);
    }
}
