package io.leadscore.actions;

import io.leadscore.ledger.ActionKind;
import io.leadscore.scoring.Priority;
import java.util.Locale;

/** Our words for what has a name in the code. */
final class Words {

    private Words() {}

    /** A priority as {@code jobs/actions.yml} says it: {@code high}. */
    static String of(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }

    /** Actions of a kind, as reports say it: {@code tasks}. */
    static String of(ActionKind kind) {
        return switch (kind) {
            case ASSIGN -> "assignments";
            case LIST -> "list moves";
            case ENROL -> "enrolments";
            case TASK -> "tasks";
            case NOTE -> "notes";
            case MAIL -> "e-mails";
            case WEBHOOK -> "webhook messages";
        };
    }
}
