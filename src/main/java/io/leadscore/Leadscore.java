package io.leadscore;

import io.leadscore.cli.CommandLineInterface;
import java.time.InstantSource;

/** The entry point; the only place that reads the system's clock. */
public final class Leadscore {

    private Leadscore() {}

    public static void main(String[] arguments) {
        // Exit explicitly: Quartz and connection pools leave threads behind that would keep the JVM alive.
        System.exit(CommandLineInterface.run(arguments, InstantSource.system()));
    }
}
