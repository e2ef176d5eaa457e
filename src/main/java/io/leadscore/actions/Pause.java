package io.leadscore.actions;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
interface Pause {

    void await(Duration time);
}
