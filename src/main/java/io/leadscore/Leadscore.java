package io.leadscore;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The entry point; the only place that reads the system's clock. */
public final class Leadscore {

    private Leadscore() {}

    public static void main(String[] arguments) throws InterruptedException {
        Errand errand =
                new Errand(List.of(arguments), System.getenv(), Path.of("").toAbsolutePath(), InstantSource.system());
        // Exit explicitly: Quartz and connection pools leave threads behind that would keep the JVM alive.
        System.exit(errand.run());
    }
}
