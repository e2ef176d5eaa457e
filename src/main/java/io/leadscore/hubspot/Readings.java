package io.leadscore.hubspot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several answers to one question of a scan. Not thread-safe. */
final class Readings {

    private record Reading(long announced, List<Long> ids) {}

    private @Nullable Reading last;
    private boolean repeated;

    void add(SearchPage page) {
        Reading reading = new Reading(
                page.announced(),
                page.objects().stream().map(object -> object.facts().id()).toList());
        repeated = reading.equals(last);
        last = reading;
    }

    /** Whether the last two showed the same records and announced as many. */
    boolean repeatThemselves() {
        return repeated;
    }
}
