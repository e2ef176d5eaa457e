package io.leadscore;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The entry point; the only place that reads the system's clock. */
public final class Leadscore {

    private Leadscore() {}

    public static void main(String[] arguments) throws InterruptedException {
        OutOfMemory watch = OutOfMemory.endsTheProcess();
        Path workingFolder = Path.of("").toAbsolutePath();
        HomeOption given = HomeOption.taken(List.of(arguments), System.getenv(), workingFolder);
        Errand errand = new Errand(given.arguments(), given.environment(), workingFolder, InstantSource.system());
        int exitCode = errand.run();
        if (watch != null) {
            watch.callBack();
        }
        // Exit explicitly: Quartz and connection pools leave threads behind that would keep the JVM alive.
        System.exit(exitCode);
    }
}
