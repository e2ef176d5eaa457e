package io.leadscore.scoring;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The built-in signals in the order in which they are explained. The scoring profile knows them by {@link #key()}.
 */
public enum BuiltIn {
    INDUSTRY(Component.FIT, Needs.NOTHING),
    COMPANY_SIZE(Component.FIT, Needs.NOTHING),
    LOCATION(Component.FIT, Needs.NOTHING),
    SOURCE(Component.FIT, Needs.NOTHING),
    LIFECYCLE_STAGE(Component.FIT, Needs.NOTHING),
    SENIORITY(Component.FIT, Needs.NOTHING),
    AI_FIT(Component.FIT, Needs.NOTHING),
    LOOK_ALIKE(Component.FIT, Needs.NOTHING),
    EMAIL_OPENS(Component.ENGAGEMENT, Needs.CAP_AND_HALF_LIFE),
    EMAIL_REPLIES(Component.ENGAGEMENT, Needs.CAP_AND_HALF_LIFE),
    MEETINGS(Component.ENGAGEMENT, Needs.CAP_AND_HALF_LIFE),
    CALLS(Component.ENGAGEMENT, Needs.CAP_AND_HALF_LIFE),
    TOTAL_ENGAGEMENT(Component.ENGAGEMENT, Needs.CAP_AND_HALF_LIFE),
    UNANSWERED(Component.ENGAGEMENT, Needs.CAP_AND_HALF_LIFE),
    COHORT_WIN_RATE(Component.OUTCOME, Needs.NOTHING),
    COHORT_DEAL_SIZE(Component.OUTCOME, Needs.NOTHING),
    COHORT_SALES_CYCLE(Component.OUTCOME, Needs.NOTHING),
    INDUSTRY_PERFORMANCE(Component.OUTCOME, Needs.NOTHING),
    OWN_DEALS(Component.OUTCOME, Needs.NOTHING),
    LAST_DEAL(Component.OUTCOME, Needs.NOTHING),
    LAST_ENGAGEMENT(Component.RECENCY, Needs.HALF_LIFE),
    ACTIVITY_FREQUENCY(Component.RECENCY, Needs.CAP_AND_HALF_LIFE),
    RESPONSE_TIME(Component.RECENCY, Needs.HALF_LIFE);

    private enum Needs {
        NOTHING,
        HALF_LIFE,
        CAP_AND_HALF_LIFE
    }

    private final Component component;
    private final Needs needs;
    private final String key = name().toLowerCase(Locale.ROOT);

    BuiltIn(Component component, Needs needs) {
        this.component = component;
        this.needs = needs;
    }

    /** The component that the signal belongs to. */
    public Component component() {
        return component;
    }

    /** The signal's name in the profile, in explanations and in weight sets: {@code email_replies}. */
    public String key() {
        return key;
    }

    /** Whether it is an AI's. */
    boolean isAi() {
        return this == AI_FIT || this == LOOK_ALIKE;
    }

    /** Whether a signal of this name is an AI's. */
    public static boolean isAi(String signal) {
        return signal.equals(AI_FIT.key) || signal.equals(LOOK_ALIKE.key);
    }

    /** How it counts where a profile of before there was such a signal says nothing of it; null: it must be said. */
    @Nullable
    SignalSettings unsaid() {
        if (this == UNANSWERED) {
            return new SignalSettings(0, 1, 5.0, Duration.ofDays(30));
        }
        return isAi() || this == OWN_DEALS || this == LAST_DEAL ? new SignalSettings(0, 0.5, null, null) : null;
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(BuiltIn::key).toList();
    }

    void check(SignalSettings settings) {
        expect(settings.cap() != null, needs == Needs.CAP_AND_HALF_LIFE, "cap");
        expect(settings.halfLife() != null, needs != Needs.NOTHING, "half-life");
    }

    private void expect(boolean given, boolean needed, String what) {
        String attribute = "signals." + key + "." + what;
        Check.require(given || !needed, attribute + " is missing");
        Check.require(!given || needed, attribute + " means nothing for this signal");
    }
}
