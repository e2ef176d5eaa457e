package io.leadscore.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.context.support.AbstractApplicationContext;

/** Who wants the command, and how it is with them: in a process of its own, or carried out for another one. */
interface Presence {

    /** Whether the command is carried out for another process. */
    boolean isGuest();

    /** The name of whoever typed the command. */
    String user();

    /**
     * The text of a file that the command line names.
     *
     * @throws IOException when it cannot be read, or is no UTF-8 text
     */
    String text(String file) throws IOException;

    /** Closes rooms when the command must end early; at once if it must already. */
    void closeOnEnding(AbstractApplicationContext rooms);

    /** Whether the command must end early. */
    boolean isEnding();

    /** A command in a process of its own: the operating system tells the process, which then ends. */
    static Presence alone(Path workingFolder) {
        return new Presence() {
            @Override
            public boolean isGuest() {
                return false;
            }

            @Override
            public String user() {
                return OperatingSystemUser.name();
            }

            @Override
            public String text(String file) throws IOException {
                return Files.readString(workingFolder.resolve(file), StandardCharsets.UTF_8);
            }

            @Override
            public void closeOnEnding(AbstractApplicationContext rooms) {
                rooms.registerShutdownHook();
            }

            @Override
            public boolean isEnding() {
                return false;
            }
        };
    }
}
