package io.leadscore.cli;

import io.leadscore.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Where the log goes. Must be told before the first logger is made; until then nothing is logged. */
final class Logs {

    static final String FOLDER_PROPERTY = "leadscore.logs";
    static final String CONSOLE_LEVEL_PROPERTY = "leadscore.console";

    private Logs() {}

    /**
     * A log in {@code logs} of the home folder, which only the owner can read; warnings also to stderr. Where there is no
     * home, none is made for a command that only looks.
     */
    static void toFileIn(Path home) {
        if (Files.isDirectory(home)) {
            to(home, "WARN");
        } else {
            toConsole("WARN");
        }
    }

    /** The same, for commands that make the home if there is none. */
    static void toFileInNew(Path home) {
        to(home, "WARN");
    }

    /** The same, and what happens also to stderr, for those who run it as a service. */
    static void toFileAndConsole(Path home) {
        to(home, "INFO");
    }

    private static void toConsole(String level) {
        // Spring Boot would otherwise reset what LogbackSetup configures, and take its time for it.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty(CONSOLE_LEVEL_PROPERTY, level);
    }

    private static void to(Path home, String consoleLevel) {
        toConsole(consoleLevel);
        try {
            createForOwner(home.resolve("logs"));
            System.setProperty(FOLDER_PROPERTY, home.resolve("logs").toString());
        } catch (IOException e) {
            LedgerException full = LedgerException.ofDisk(e);
            if (full != null) {
                throw full;
            }
            throw new CommandFailure(
                    ExitCode.CONFIGURATION_WRONG,
                    "LEAD_SCORE_HOME is " + home + ", where no folder for the log can be made.",
                    "Set LEAD_SCORE_HOME to a folder that you may write to.");
        }
    }

    private static void createForOwner(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] owner = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        try {
            Files.createDirectories(folder, owner);
        } catch (FileAlreadyExistsException e) {
            throw new IOException(folder + " is not a folder", e);
        }
    }
}
