package io.leadscore.ai;

import io.leadscore.ledger.AnswerKey;
import io.leadscore.ledger.Answered;
import io.leadscore.ledger.Answered.Outcome;
import io.leadscore.ledger.FitAnswers;
import io.leadscore.scoring.FitProfile;
import io.leadscore.scoring.IdealProfile;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks about groups of profiles, and records each answer. A group whose answer cannot be used is asked about once more, in
 * halves. Thread-safe.
 */
final class Analysis {

    private final AiSettings settings;
    private final Server server;
    private final Negotiation negotiation;
    private final Purse purse;
    private final FitAnswers answers;
    private final InstantSource time;

    Analysis(
            AiSettings settings,
            Server server,
            Negotiation negotiation,
            Purse purse,
            FitAnswers answers,
            InstantSource time) {
        this.settings = settings;
        this.server = server;
        this.negotiation = negotiation;
        this.purse = purse;
        this.answers = answers;
        this.time = time;
    }

    /**
     * What is asked.
     *
     * @param ideal the ideal client
     * @param key what its answers depend on
     */
    record Subject(IdealProfile ideal, AnswerKey key) {}

    /** Asks about a group. */
    void ask(Run run, Subject subject, List<FitProfile> group) throws InterruptedException {
        ask(run, subject, group, group.size() > 1);
    }

    private void ask(Run run, Subject subject, List<FitProfile> group, boolean divisible) throws InterruptedException {
        Completion completion = completion(run, subject, group);
        List<Answered> found = completion == null ? null : AnswerReader.read(completion, group);
        if (found == null && divisible) {
            ask(run, subject, group.subList(0, group.size() / 2), false);
            ask(run, subject, group.subList(group.size() / 2, group.size()), false);
            return;
        }
        if (found == null) {
            found = unusable(completion, group);
        }
        record(run, subject.key(), found);
    }

    /** What is remembered of profiles whose answer cannot be used. */
    static List<Answered> unusable(@Nullable Completion completion, List<FitProfile> group) {
        Outcome outcome = completion != null && completion.refused() ? Outcome.REFUSED : Outcome.BROKEN;
        return group.stream()
                .map(profile -> new Answered(profile, null, outcome))
                .toList();
    }

    /** Records answers, and counts them. */
    void record(Run run, AnswerKey key, List<Answered> found) {
        run.atLedger(() -> {
            answers.record(run.portalId(), key, found, time.instant());
            return found;
        });
        run.tally().add(Tally.ANSWERS, count(found, Outcome.ANSWERED));
        run.tally().add(Tally.REFUSED, count(found, Outcome.REFUSED));
        run.tally().add(Tally.BROKEN, count(found, Outcome.BROKEN));
    }

    /** The request about a group, in a dialect. */
    Question question(Subject subject, Dialect dialect, List<FitProfile> group) {
        return Question.about(subject.ideal(), subject.key().model(), settings.requests(), dialect, group);
    }

    /** What the model says; null when it cannot answer so long a question. */
    private @Nullable Completion completion(Run run, Subject subject, List<FitProfile> group)
            throws InterruptedException {
        try {
            return negotiation.answer(run, dialect -> request(question(subject, dialect, group), group.size()));
        } catch (FailedCall failure) {
            if (failure.kind() == FailedCall.Kind.TOO_LONG) {
                return null;
            }
            throw failure;
        }
    }

    private Attempts.Request<Completion> request(Question question, int profiles) {
        AiMoney money = purse.money();
        return new Attempts.Request<>(
                question.usualTokens(profiles),
                money.analysis(question.mostPromptTokens(), question.mostAnswerTokens()),
                timeout -> server.complete(question, timeout),
                money::analysis);
    }

    private static long count(List<Answered> found, Outcome outcome) {
        return found.stream().filter(answer -> answer.outcome() == outcome).count();
    }
}
