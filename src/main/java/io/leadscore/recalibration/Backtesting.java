package io.leadscore.recalibration;

import io.leadscore.learning.Backtest;
import io.leadscore.learning.BacktestSpan;
import io.leadscore.learning.Backtested;
import io.leadscore.learning.Contender;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.ledger.Mirror;
import io.leadscore.ledger.WeightSets;
import io.leadscore.scoring.CarriedOver;
import io.leadscore.scoring.CohortRates;
import io.leadscore.scoring.ScoringProfile;
import io.leadscore.scoring.WeightSet;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Tries a draft profile, or a stored weight set, on history and on the leads of today, beside the live weight set. Reads
 * only, so that it may be run at any time. Thread-safe.
 */
public final class Backtesting {

    private static final long UNKNOWN = -1;

    private final Mirror mirror;
    private final FitAnswers answers;
    private final WeightSets weightSets;
    private final RecalibrationSettings settings;
    private final InstantSource clock;

    Backtesting(
            Mirror mirror,
            FitAnswers answers,
            WeightSets weightSets,
            RecalibrationSettings settings,
            InstantSource clock) {
        this.mirror = mirror;
        this.answers = answers;
        this.weightSets = weightSets;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Tries it and waits for its end.
     *
     * @throws NothingToBacktestException when leads were never scored, there is no such weight set, or no deal of the span
     *     was closed
     */
    public BacktestOutcome run(long portalId, BacktestRequest request) {
        WeightSet live = weightSets.live(portalId);
        if (live == null) {
            throw new NothingToBacktestException(
                    "The leads of account " + portalId + " were never scored.",
                    "Run the delta job first: scripts/leadscore run delta-scoring.");
        }
        Long id = request.weightSetId();
        WeightSet stored = id == null ? live : existing(portalId, id);
        ScoringProfile profile = request.draft();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        MirroredSignals mirrored = new MirroredSignals(live.profile());
        Contender draft =
                profile == null ? Contender.of(stored) : Contender.of(mirrored.readable(profile), stored, now);
        Backtested tried = new Backtest(
                        request.span(),
                        settings.options(),
                        Contender.of(live),
                        draft,
                        now,
                        (phase, seen) -> request.progress().update(phase, seen, UNKNOWN))
                .run(mirror.outcomes(
                        portalId, settings.primaryContact(), stored.profile().outcome(), now));
        if (tried == null) {
            throw nothingClosed(request.span());
        }
        CohortRates counted = tried.draftNow().cohorts();
        WeightSet inPlace = profile == null ? stored : inherited(mirrored.readable(profile), stored, counted, now);
        LeadSurvey leads = new LeadSurvey(
                mirror, answers, portalId, now, seen -> request.progress().update("look at leads", seen, UNKNOWN));
        List<String> notes = new ArrayList<>(
                profile == null
                        ? storedNotes(stored, mirrored.missing(stored.profile()))
                        : draftNotes(inherited(profile, stored, counted, now), mirrored.missing(profile)));
        if (!inPlace.profile().segmentsInOrder().isEmpty()) {
            notes.add(leads.segments(inPlace).sentence());
        }
        return new BacktestOutcome(
                live.label(),
                profile == null ? stored.label() : "the draft profile",
                tried.result(),
                // Both would be put in place with the deals that were counted when their weights were made.
                leads.impact(live, inPlace),
                notes);
    }

    private static WeightSet inherited(ScoringProfile draft, WeightSet from, CohortRates counted, Instant now) {
        return WeightSet.initial(0, now, from.modelVersion(), draft, counted)
                .inheriting(from)
                .withAi(from.ai());
    }

    private WeightSet existing(long portalId, long id) {
        WeightSet stored = weightSets.find(portalId, id);
        if (stored == null) {
            List<String> known = weightSets.list(portalId).stream()
                    .map(one -> String.valueOf(one.weights().id()))
                    .toList();
            throw new NothingToBacktestException(
                    "There is no weight set " + id + " of account " + portalId + ".",
                    "There are: " + String.join(", ", known) + ".");
        }
        return stored;
    }

    private static NothingToBacktestException nothingClosed(BacktestSpan span) {
        return new NothingToBacktestException(
                "No deal was closed that was made from " + day(span.from()) + " on and before " + day(span.to())
                        + " and has a contact.",
                "Choose a longer span with --from and --to.");
    }

    private static List<String> storedNotes(WeightSet stored, List<String> missing) {
        return missing.isEmpty()
                ? List.of()
                : List.of("Not mirrored any more, and so neither for nor against anybody in weight set " + stored.id()
                        + ": " + String.join(", ", missing) + ".");
    }

    private static List<String> draftNotes(WeightSet draft, List<String> missing) {
        List<String> notes = new ArrayList<>();
        CarriedOver carried = draft.provenance().carriedOver();
        if (carried != null) {
            notes.addAll(carried.sentences());
            if (carried.asksForLearning()) {
                notes.add("The weekly job would learn anew as soon as the draft is in place.");
            }
        }
        if (!missing.isEmpty()) {
            notes.add("Scored without what is not mirrored yet: " + String.join(", ", missing)
                    + ". Their share went to the other signals of their component; once the profile is in place, the"
                    + " delta job pulls them.");
        }
        return notes;
    }

    private static String day(Instant instant) {
        return instant.toString().substring(0, "2026-01-01".length());
    }
}
