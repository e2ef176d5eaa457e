package io.leadscore.learning;

import io.leadscore.scoring.BuiltIn;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.CohortScheme;
import io.leadscore.scoring.CustomSignal;
import io.leadscore.scoring.FitInsights;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.SignalKey;
import io.leadscore.scoring.SignalReader;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what properties would add as signals, each by itself, as the weekly job would read and doubt them: rates of the
 * deals that were closed before, a fit on the older deals, a look at the newest ones. Not thread-safe.
 */
public final class Screening {

    /** Coefficients of built-in signals are believed to be small; of what is added to them next to nothing is believed. */
    private static final double BELIEF = 1;

    private static final double LITTLE_BELIEF = 0.01;

    private final RecalibrationOptions options;
    private final ScoringProfile profile;
    private final Instant now;
    private final List<SignalKey> signals;

    /**
     * @param profile whose custom signals are the properties to be screened
     * @param now until when facts are known
     */
    public Screening(ScoringProfile profile, RecalibrationOptions options, Instant now) {
        this.profile = profile;
        this.options = options;
        this.now = now;
        this.signals = SignalReader.signals(profile);
    }

    /** What each would add, in the profile's order; nothing where there are too few deals to tell. */
    public List<Screened> run(DealSource source) {
        DealSource deals = new KeptDeals(source);
        Survey survey = Survey.of(deals, profile, options, now);
        if (!survey.isEnough()) {
            return List.of();
        }
        List<Instant> instants = new ArrayList<>(survey.blocks().starts());
        instants.add(now);
        CohortRates none = new CohortRates.Builder(profile, CohortScheme.DEFAULT, now).build();
        WeightSet like = WeightSet.initial(0, now, "", profile, none);
        Structure structure = new Structure(like, survey.scheme(), true, instants, FitInsights.NONE);
        Structure.count(deals, structure);
        Collector collector = new Collector(survey, structure, structure);
        Filling filling = new Filling(profile, now);
        long[] known = new long[profile.customSignals().size() + 1];
        deals.forEachHistory(history -> {
            collector.addExample(history);
            filling.add(history);
            if (history.deal().isClosed()) {
                known[known.length - 1]++;
                for (int i = 0; i < known.length - 1; i++) {
                    CustomSignal signal = profile.customSignals().get(i);
                    boolean has = signal.isKnown(
                            history.lead().contact(), history.lead().company(), history.deal());
                    known[i] += has ? 1 : 0;
                }
            }
        });
        return screened(collector.examples(), filling, known);
    }

    private List<Screened> screened(List<Example> examples, Filling filling, long[] known) {
        List<Example> fitted = examples.stream().filter(one -> !one.judged()).toList();
        List<Example> judged = examples.stream().filter(Example::judged).toList();
        Doubts doubts = new Doubts();
        doubts.lookAtEach(signals, fitted);
        filling.tell(doubts);
        LogisticFit base = LogisticFit.of(
                fitted.stream().map(this::builtIn).toArray(double[][]::new),
                AiWorth.won(fitted),
                Prior.around(new double[signals.size() - profile.customSignals().size()], BELIEF));
        PairedBootstrap bootstrap = new PairedBootstrap(
                AiWorth.won(judged),
                judged.stream().mapToLong(Example::group).toArray(),
                options.promotion().draws(),
                options.seed());
        double[] without = values(judged, one -> base.logOdds(builtIn(one)));
        List<Screened> screened = new ArrayList<>();
        for (int i = 0; i < profile.customSignals().size(); i++) {
            CustomSignal signal = profile.customSignals().get(i);
            int at = index(signal.name());
            LogisticFit added = LogisticFit.of(
                    fitted.stream().map(one -> with(base, one, at)).toArray(double[][]::new),
                    AiWorth.won(fitted),
                    Prior.around(new double[] {1, 0}, LITTLE_BELIEF));
            screened.add(new Screened(
                    signal,
                    (double) known[i] / Math.max(1, known[known.length - 1]),
                    bootstrap.rocAuc(values(judged, one -> one.candidate()[at])),
                    bootstrap.rocAuc(values(judged, one -> added.logOdds(with(base, one, at))), without),
                    doubt(doubts, signal.name())));
        }
        return screened;
    }

    private static @Nullable String doubt(Doubts doubts, String signal) {
        return !doubts.signals().contains(signal)
                ? null
                : doubts.notes().stream()
                        .filter(note -> note.startsWith("Signal " + signal + " "))
                        .findFirst()
                        .orElse("As if it were written by the outcome.");
    }

    private int index(String name) {
        for (int i = 0; i < signals.size(); i++) {
            if (signals.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("There is no signal " + name);
    }

    private double[] builtIn(Example example) {
        double[] values = new double[signals.size() - profile.customSignals().size()];
        int size = 0;
        for (int i = 0; i < signals.size(); i++) {
            if (BuiltIn.keys().contains(signals.get(i).name())) {
                values[size++] = example.candidate()[i];
            }
        }
        return values;
    }

    private double[] with(LogisticFit base, Example example, int signal) {
        return new double[] {base.logOdds(builtIn(example)), example.candidate()[signal]};
    }

    private static double[] values(List<Example> examples, ToDoubleFunction<Example> value) {
        return examples.stream().mapToDouble(value).toArray();
    }
}
