package io.leadscore.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What may be kept of failures: their names, for their messages may quote records. */
final class FailureNames {

    private static final String BETWEEN = " > ";
    private static final Pattern NAMES = Pattern.compile("[\\w$]+(" + BETWEEN + "[\\w$]+)*");

    private FailureNames() {}

    /**
     * The failures' names, each once, from the outermost to the root.
     *
     * @param kept what was kept before, for an execution that is read again; anything else is left out
     */
    static String of(List<Throwable> failures, String kept) {
        if (failures.isEmpty()) {
            return NAMES.matcher(kept).matches() ? kept : "";
        }
        Set<String> names = new LinkedHashSet<>();
        for (Throwable failure : failures) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                names.add(cause.getClass().getSimpleName());
            }
        }
        return String.join(BETWEEN, names);
    }
}
