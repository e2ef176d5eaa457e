package io.leadscore.scoring;

import io.leadscore.lead.Lead;
import io.leadscore.settings.ScoringProfileFile;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** How many leads one thread scores, explanation and due time included. Run by {@code scripts/benchmark}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LeadScorerBenchmark {

    private static final int LEADS = 1_024;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    private final LeadScorer scorer = new LeadScorer(WeightSet.initial(
            1, ScoreAssertions.CREATED, "1.0", ScoringProfileFile.packaged(), GeneratedLeads.cohorts(random)));
    private final Lead[] mixed = new Lead[LEADS];
    private final Lead hot = RulesTests.hot().build();
    private int next;

    /** Makes the leads. */
    public LeadScorerBenchmark() {
        for (int i = 0; i < LEADS; i++) {
            mixed[i] = GeneratedLeads.next(random).build();
        }
    }

    /** Leads of all shapes, with 0 to 11 engagements. */
    @Benchmark
    public Score mixedLead() {
        next = (next + 1) % LEADS;
        return scorer.score(mixed[next]);
    }

    /** A lead with company and nine engagements. */
    @Benchmark
    public Score hotLead() {
        return scorer.score(hot);
    }

    /** Runs it with JMH's own options. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        new Runner(new CommandLineOptions(args)).run();
    }
}
