package io.leadscore.hubspot;

import java.util.List;
import java.util.Locale;

/** A family of endpoints and the windows that its calls count in. */
enum Family {
    SEARCH(Window.SEARCH),
    OBJECTS(Window.BURST),
    WRITES(Window.BURST),
    /** Sources disagree on whether these count in the burst window, so they are kept to both. */
    ASSOCIATIONS(Window.ASSOCIATIONS, Window.BURST),
    PROPERTIES(Window.BURST),
    PIPELINES(Window.BURST),
    ACCOUNT(Window.BURST),
    ACTIVITIES(Window.BURST),
    OWNERS(Window.BURST),
    LISTS(Window.BURST),
    WORKFLOWS(Window.BURST);

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, which its type does not say
    private final List<Window> windows;

    Family(Window... windows) {
        this.windows = List.of(windows);
    }

    /** The windows; the first one is the family's own. */
    List<Window> windows() {
        return windows;
    }

    /** Families with the same own window wait in one queue. */
    Window queue() {
        return windows.get(0);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
