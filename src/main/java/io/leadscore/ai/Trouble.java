package io.leadscore.ai;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why not everything was answered.
 *
 * @param kind what went wrong
 * @param what the details, in words that follow the AI's name
 */
record Trouble(Kind kind, String what) {

    enum Kind {
        KEY,
        FORBIDDEN,
        QUOTA,
        MODEL,
        PATH,
        REQUEST,
        BUSY,
        UNWELL,
        UNREACHABLE,
        BATCH,
        LOOK_UP,
        BUDGET,
        TIME
    }

    static final Trouble BUDGET = new Trouble(Kind.BUDGET, "");
    static final Trouble TIME = new Trouble(Kind.TIME, "");

    static Trouble of(FailedCall failure) {
        return new Trouble(
                switch (failure.kind()) {
                    case KEY -> Kind.KEY;
                    case FORBIDDEN -> Kind.FORBIDDEN;
                    case QUOTA -> Kind.QUOTA;
                    case MODEL -> Kind.MODEL;
                    case PATH -> Kind.PATH;
                    case REQUEST, TOO_LONG -> Kind.REQUEST;
                    case BUSY -> Kind.BUSY;
                    case UNWELL, SILENT -> Kind.UNWELL;
                    case UNREACHABLE -> Kind.UNREACHABLE;
                },
                failure.what());
    }

    /** The same where everything was answered, but not all answers can be used; null where they can. */
    static @Nullable String ofAnswers(AiSettings settings, Tally tally) {
        long refused = tally.count(Tally.REFUSED);
        long broken = tally.count(Tally.BROKEN);
        return refused + broken == 0
                ? null
                : String.format(
                        Locale.ROOT,
                        "%s refused to judge %,d profiles and answered of %,d what cannot be used: the rules judge these,"
                                + " and a later run asks again; try another OPENAI_MODEL if this stays.",
                        settings.server(),
                        refused,
                        broken);
    }

    /**
     * One sentence for the report, with what to do.
     *
     * @param modelSetting where the model is named
     * @param left how many profiles are left without an answer
     */
    String sentence(AiSettings settings, String modelSetting, long left) {
        String sentence = words(settings, modelSetting, left);
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }

    private String words(AiSettings settings, String modelSetting, long left) {
        String ai = settings.server();
        String rest = left == 0 ? "" : String.format(Locale.ROOT, ", %,d profiles are left to the rules", left);
        return switch (kind) {
            case KEY -> ai + " refused the key" + rest + ": check OPENAI_API_KEY.";
            case FORBIDDEN ->
                ai + " does not let the key use the model" + rest + ": check the rights of OPENAI_API_KEY, and "
                        + modelSetting + ".";
            case QUOTA -> "The credit at " + ai + " is used up" + rest + ": add some there, and a later run goes on.";
            case MODEL -> ai + " does not know the model" + rest + ": check " + modelSetting + ".";
            case PATH -> ai + " " + what + rest + ": check OPENAI_BASE_URL.";
            case REQUEST ->
                ai + " does not take the requests (" + what + ")" + rest + ": check " + modelSetting
                        + ", and temperature and profiles-per-request in jobs/ai.yml.";
            case BUSY ->
                ai + " let no more requests through" + rest
                        + ": a later run goes on; lower concurrency and the limits a minute in jobs/ai.yml if this stays.";
            case UNWELL -> ai + " " + what + rest + ": a later run tries again; see its status page if this stays.";
            case UNREACHABLE ->
                ai + " " + what + rest + ": check the network and OPENAI_BASE_URL; a later run tries again.";
            case BATCH ->
                "A batch at " + ai + " " + what + rest
                        + ": its profiles are asked about without one; set batch-above in jobs/ai.yml to 0 if this stays.";
            case LOOK_UP ->
                "A batch at " + ai + " cannot be looked up (it " + what + ")" + rest
                        + ": a later run looks again, and its profiles are asked about without it if this stays.";
            case BUDGET ->
                String.format(
                        Locale.ROOT,
                        "The AI's $%.2f for today (UTC) are used up%s: raise daily-budget in jobs/ai.yml, or wait until tomorrow.",
                        settings.money().dailyBudget(),
                        rest);
            case TIME ->
                "The AI's time in this run is used up" + rest
                        + ": the next run goes on; raise time-budget in jobs/ai.yml if this stays.";
        };
    }
}
