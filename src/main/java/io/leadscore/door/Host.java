package io.leadscore.door;

import java.util.List;
import java.util.Map;

/** What the owner does for callers. Called by several threads at once. */
public interface Host {

    /** Whether a command takes so much memory or time that no second one of its kind may run beside it. */
    boolean isHeavy(List<String> arguments);

    /** The owner's own settings by name, as written. */
    Map<String, String> settings();

    /**
     * Carries a command out.
     *
     * @return the exit code
     */
    int carryOut(Visit visit);
}
