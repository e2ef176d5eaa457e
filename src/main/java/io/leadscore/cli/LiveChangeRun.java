package io.leadscore.cli;

import io.leadscore.ledger.AccountState;
import io.leadscore.ledger.LedgerConfiguration;
import io.leadscore.recalibration.LiveChange;
import io.leadscore.recalibration.Promotion;
import io.leadscore.recalibration.PromotionConfiguration;
import io.leadscore.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Makes another weight set live, and tells what that means. */
final class LiveChangeRun {

    private static final String NO_REASON = "No reason was given.";
    private static final int LONGEST_REASON = 500;

    private final Surroundings surroundings;

    LiveChangeRun(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Which weight set becomes live. */
    interface Choice {
        LiveChange apply(Promotion promotion, long portalId, String actor);
    }

    int call(Choice choice) {
        Settings settings = surroundings.settings();
        settings.recalibration();
        Logs.toFileIn(settings.home());
        try (Rooms rooms = Rooms.openToLook(
                settings, surroundings.clock(), LedgerConfiguration.class, PromotionConfiguration.class)) {
            long portalId = KnownAccount.of(settings, rooms.door(AccountState.class));
            surroundings
                    .out()
                    .print(text(choice.apply(
                            rooms.door(Promotion.class),
                            portalId,
                            surroundings.presence().user())));
            return ExitCode.DONE.number();
        }
    }

    /** A reason as it is kept. */
    static String reason(@Nullable String typed) {
        String reason = typed == null ? "" : CleanText.of(typed).strip();
        if (reason.length() > LONGEST_REASON) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--reason is longer than " + LONGEST_REASON + " characters.",
                    "Say it in a sentence; it is kept with the weight set.");
        }
        return reason.isEmpty() ? NO_REASON : reason;
    }

    private static String text(LiveChange change) {
        StringBuilder text = new StringBuilder("Weight set ")
                .append(change.now().id())
                .append(" (")
                .append(change.now().label())
                .append(") is live");
        if (change.before() != null) {
            text.append(" instead of ")
                    .append(change.before().id())
                    .append(" (")
                    .append(change.before().label())
                    .append(')');
        }
        text.append(".\nThe next delta run rescores every lead by it, and writes what differs.\n");
        if (change.otherAi() != null) {
            text.append(change.otherAi())
                    .append(
                            ".\nThat run therefore makes another weight set of it, with the same weights and the AI of today.\n");
        }
        if (change.endedShadow() != null) {
            text.append("Weight set ")
                    .append(change.endedShadow().id())
                    .append(" does not score in the shadow any more.\n");
        }
        return text.append("The weekly job learns on from here, and may promote another.\n")
                .toString();
    }
}
