package io.leadscore.scoring;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator decides about scores: everything that {@code jobs/scoring-profile.yml} says. Immutable, and made of
 * plain records, so that it can be written to JSON and read back equal.
 *
 * @param weights default weights of the four components
 * @param thresholds where High and Medium begin
 * @param timeStep scores change with time at multiples of this (since 1970-01-01 UTC), and not between; a minute to 7
 *     days
 * @param machineWindow an open or click this soon after delivery is a machine's
 * @param idealClient whom the team wants to sell to
 * @param signals default weight, neutral value, cap and half-life of every built-in signal, by its key
 * @param queue who is out of the queue
 * @param nextBestAction when which action is advised
 * @param outcome how closed deals count
 * @param customSignals the account's own properties that are signals
 * @param ai how far AI may move a score; null: as {@link AiRules#DEFAULT} says
 * @param callOutcomes what the account's own call dispositions say, by HubSpot's id or by label
 * @param meetingOutcomes what the account's own meeting outcomes say, by HubSpot's internal value
 * @param segments leads that may have weights of their own, in the order in which they are asked; null: none
 */
public record ScoringProfile(
        ComponentWeights weights,
        Thresholds thresholds,
        Duration timeStep,
        Duration machineWindow,
        IdealClient idealClient,
        Map<String, SignalSettings> signals,
        QueueRules queue,
        ActionRules nextBestAction,
        OutcomeRules outcome,
        List<CustomSignal> customSignals,
        @Nullable AiRules ai,
        @Nullable Map<String, CallOutcome> callOutcomes,
        @Nullable Map<String, MeetingOutcome> meetingOutcomes,
        @Nullable List<Segment> segments) {

    private static final Duration LONGEST_STEP = Duration.ofDays(7);

    public ScoringProfile {
        Check.present(weights, "weights");
        Check.present(thresholds, "thresholds");
        Check.positive(timeStep, "time-step");
        Check.require(
                timeStep.compareTo(Duration.ofMinutes(1)) >= 0 && timeStep.compareTo(LONGEST_STEP) <= 0,
                "time-step must be between a minute and 7 days, not " + timeStep);
        Check.require(
                !Check.present(machineWindow, "machine-window").isNegative(), "machine-window must not be negative");
        Check.present(idealClient, "ideal-client");
        signals = complete(Check.copy(signals, "signals"));
        checkSignals(signals);
        Check.present(queue, "queue");
        Check.present(nextBestAction, "next-best-action");
        Check.present(outcome, "outcome");
        customSignals = customSignals == null ? List.of() : Check.copy(customSignals, "custom-signals");
        checkCustomSignals(customSignals);
        ai = ai == null ? AiRules.DEFAULT : ai;
        callOutcomes = callOutcomes == null ? Map.of() : Check.options(callOutcomes, "call-outcomes");
        meetingOutcomes = meetingOutcomes == null ? Map.of() : Check.options(meetingOutcomes, "meeting-outcomes");
        segments = segments == null ? List.of() : Check.copy(segments, "segments");
        new Segmentation(segments, idealClient, customSignals);
    }

    /** A profile that leaves the account's own outcomes of calls and meetings neutral. */
    public ScoringProfile(
            ComponentWeights weights,
            Thresholds thresholds,
            Duration timeStep,
            Duration machineWindow,
            IdealClient idealClient,
            Map<String, SignalSettings> signals,
            QueueRules queue,
            ActionRules nextBestAction,
            OutcomeRules outcome,
            List<CustomSignal> customSignals,
            @Nullable AiRules ai) {
        this(
                weights,
                thresholds,
                timeStep,
                machineWindow,
                idealClient,
                signals,
                queue,
                nextBestAction,
                outcome,
                customSignals,
                ai,
                null,
                null,
                null);
    }

    /** What a call's disposition says: by this profile, else as HubSpot means its own; null when neither knows it. */
    public @Nullable CallOutcome callOutcome(String disposition) {
        CallOutcome listed = Check.present(callOutcomes, "call-outcomes").get(disposition);
        return listed == null ? CallOutcome.standard(disposition) : listed;
    }

    /** What a meeting's outcome says, in the same way. */
    public @Nullable MeetingOutcome meetingOutcome(String value) {
        MeetingOutcome listed =
                Check.present(meetingOutcomes, "meeting-outcomes").get(value);
        return listed == null ? MeetingOutcome.standard(value) : listed;
    }

    /** How far AI may move a score. */
    public AiRules aiRules() {
        return Check.present(ai, "ai");
    }

    /** Leads that may have weights of their own, in the order in which they are asked. */
    public List<Segment> segmentsInOrder() {
        return Check.present(segments, "segments");
    }

    /** The same with other segments. */
    public ScoringProfile withSegments(List<Segment> others) {
        return copy(thresholds, idealClient, customSignals, others);
    }

    /** The same with other custom signals, without segments that are told by those that are gone. */
    public ScoringProfile withCustomSignals(List<CustomSignal> others) {
        List<Segment> told = segmentsInOrder().stream()
                .filter(segment -> Segmentation.isTold(segment, others))
                .toList();
        return copy(thresholds, idealClient, others, told);
    }

    /** The same for another ideal client, with other thresholds. */
    public ScoringProfile withIdealClient(IdealClient other, Thresholds otherThresholds) {
        return copy(otherThresholds, other, customSignals, segmentsInOrder());
    }

    private ScoringProfile copy(
            Thresholds otherThresholds,
            IdealClient otherClient,
            List<CustomSignal> otherSignals,
            List<Segment> otherSegments) {
        return new ScoringProfile(
                weights,
                otherThresholds,
                timeStep,
                machineWindow,
                otherClient,
                signals,
                queue,
                nextBestAction,
                outcome,
                otherSignals,
                ai,
                callOutcomes,
                meetingOutcomes,
                otherSegments);
    }

    /** The settings of a built-in signal. */
    public SignalSettings signal(BuiltIn signal) {
        return Check.present(signals.get(signal.key()), signal.key());
    }

    /**
     * The SHA-256 of everything the profile says, in hexadecimal: another one means another profile. It does not depend
     * on the order of keys, nor on the version of Java.
     */
    public String fingerprint() {
        return Fingerprint.of(this);
    }

    /** A profile that says nothing of a later signal begins without it. */
    private static Map<String, SignalSettings> complete(Map<String, SignalSettings> signals) {
        Map<String, SignalSettings> all = new LinkedHashMap<>(signals);
        for (BuiltIn signal : BuiltIn.values()) {
            SignalSettings unsaid = signal.unsaid();
            if (unsaid != null) {
                all.putIfAbsent(signal.key(), unsaid);
            }
        }
        return Collections.unmodifiableMap(all);
    }

    private static void checkSignals(Map<String, SignalSettings> signals) {
        List<String> known = BuiltIn.keys();
        signals.keySet()
                .forEach(key -> Check.require(
                        known.contains(key),
                        "signals." + key + " is not a signal; known are " + String.join(", ", known)));
        for (BuiltIn signal : BuiltIn.values()) {
            signal.check(Check.present(signals.get(signal.key()), "signals." + signal.key()));
        }
        for (Component component : Component.values()) {
            double sum = 0;
            for (BuiltIn signal : BuiltIn.values()) {
                SignalSettings settings = signals.get(signal.key());
                sum += signal.component() == component && settings != null ? settings.weight() : 0;
            }
            Check.sumsToHundred(sum, "signals: the weights of the " + component.key() + " signals");
        }
    }

    private static void checkCustomSignals(List<CustomSignal> customSignals) {
        Set<String> names = new HashSet<>(BuiltIn.keys());
        Map<String, CustomSignal> byProperty = new HashMap<>();
        for (CustomSignal signal : customSignals) {
            Check.require(names.add(signal.name()), "custom-signals: the name " + signal.name() + " is taken");
            CustomSignal other = byProperty.putIfAbsent(signal.objectType() + " " + signal.property(), signal);
            Check.require(
                    other == null || other.kind() == signal.kind(),
                    "custom-signals: the property " + signal.property() + " is of two kinds");
        }
        for (Component component : Component.values()) {
            double sum = customSignals.stream()
                    .filter(signal -> signal.component() == component)
                    .mapToDouble(CustomSignal::weight)
                    .sum();
            Check.require(
                    sum <= 100,
                    "custom-signals: the weights of the " + component.key()
                            + " signals must not be more than 100 % together, but are " + sum + " %");
        }
    }
}
