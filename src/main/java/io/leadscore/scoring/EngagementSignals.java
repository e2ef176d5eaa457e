package io.leadscore.scoring;

import java.util.List;
import java.util.function.Function;

/**
 * What the lead did, and how the team reached it: each event counts 1 when new and half after each half-life; the cap's
 * number of new events gives the full value. That nothing happened is a fact, and gives 0.
 */
final class EngagementSignals {

    private final ScoringProfile profile;
    private final TimeSteps steps;

    EngagementSignals(ScoringProfile profile, TimeSteps steps) {
        this.profile = profile;
        this.steps = steps;
    }

    List<Signal> inOrder() {
        return List.of(emailOpens(), emailReplies(), meetings(), calls(), totalEngagement(), unanswered());
    }

    private Signal emailOpens() {
        return counted(BuiltIn.EMAIL_OPENS, evidence -> evidence.opens, (evidence, now, value) -> {
            String machines = evidence.machineOpens == 0
                    ? ""
                    : " (" + Numbers.count(evidence.machineOpens, "machine open") + " not counted)";
            int count = evidence.opens.count(now);
            return (count == 0
                            ? "no open or click recorded"
                            : "opened or clicked " + lately("e-mail", evidence.opens, now))
                    + machines;
        });
    }

    private Signal emailReplies() {
        return counted(
                BuiltIn.EMAIL_REPLIES,
                evidence -> evidence.replies,
                (evidence, now, value) -> evidence.replies.count(now) == 0
                        ? "no e-mail answered"
                        : "replied to " + lately("e-mail", evidence.replies, now));
    }

    private Signal meetings() {
        return counted(BuiltIn.MEETINGS, evidence -> evidence.meetings, (evidence, now, value) -> {
            String missed = evidence.noShows == 0 ? "" : ", " + Numbers.count(evidence.noShows, "no-show");
            return (evidence.meetings.count(now) == 0
                            ? "no meeting attended"
                            : "attended " + lately("meeting", evidence.meetings, now))
                    + missed
                    + unlisted(evidence.unlistedMeetings, "meeting", "meeting-outcomes");
        });
    }

    private Signal calls() {
        return counted(
                BuiltIn.CALLS,
                evidence -> evidence.calls,
                (evidence, now, value) -> (evidence.calls.count(now) == 0
                                ? "no call completed"
                                : "completed " + lately("call", evidence.calls, now))
                        + unlisted(evidence.unlistedCalls, "call", "call-outcomes"));
    }

    private Signal totalEngagement() {
        return counted(
                BuiltIn.TOTAL_ENGAGEMENT,
                evidence -> evidence.engagements,
                (evidence, now, value) -> evidence.engagements.count(now) == 0
                        ? "no engagement in all"
                        : "in all " + lately("engagement", evidence.engagements, now));
    }

    /** What the team tried in vain since the lead last did something: none is 1, as many as the cap are 0. */
    private Signal unanswered() {
        SignalSettings settings = profile.signal(BuiltIn.UNANSWERED);
        Decay decay = new Decay(Check.present(settings.halfLife(), "half-life"), steps);
        double cap = Check.present(settings.cap(), "cap");
        return Signal.ageing(
                profile,
                BuiltIn.UNANSWERED,
                (evidence, now) ->
                        1 - Math.min(1, evidence.attempts.decayedAfter(evidence.actions.last(now), decay, now) / cap),
                (evidence, now, value) -> {
                    int count = evidence.attempts.countAfter(evidence.actions.last(now), now);
                    return count == 0
                            ? "no attempt of the team's is unanswered"
                            : Numbers.count(count, "attempt") + " of the team's unanswered, the last on "
                                    + Numbers.date(evidence.attempts.last(now));
                });
    }

    private Signal counted(BuiltIn signal, Function<Evidence, Events> events, Signal.Sentence sentence) {
        SignalSettings settings = profile.signal(signal);
        Decay decay = new Decay(Check.present(settings.halfLife(), "half-life"), steps);
        double cap = Check.present(settings.cap(), "cap");
        return Signal.ageing(
                profile,
                signal,
                (evidence, now) -> Math.min(1, events.apply(evidence).decayed(decay, now) / cap),
                sentence);
    }

    /** What is neither counted for nor against the lead, because nobody said what it means. */
    private static String unlisted(int count, String noun, String key) {
        return count == 0
                ? ""
                : " (" + Numbers.count(count, noun) + " of an outcome that " + key + " does not list: neutral)";
    }

    private static String lately(String noun, Events events, long now) {
        return Numbers.count(events.count(now), noun) + ", last on " + Numbers.date(events.last(now));
    }
}
