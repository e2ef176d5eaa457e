package io.leadscore.door;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A command that a caller wants to have carried out, and what it needs for that. Thread-safe. */
public interface Visit {

    /** The command and its options. */
    List<String> arguments();

    /** Whether a person watches. */
    boolean interactive();

    /** The caller's name on this machine. */
    String user();

    /** Names of the settings that the caller has, and to which the owner has another value or none. */
    List<String> differingSettings();

    /** Where results go. */
    OutputStream out();

    /** Where progress and errors go. */
    OutputStream err();

    /**
     * The content of a file that the arguments name, read by the caller, who may read what the owner may not.
     *
     * @throws IOException when it cannot be read, or is longer than a megabyte
     */
    byte[] read(String file) throws IOException;

    /** What is to be done when the command is to end early; at once if it is already. */
    void onEnding(Runnable ending);

    /** Whether the command is to end early. */
    boolean isEnding();
}
