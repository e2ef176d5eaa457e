package io.leadscore.cli;

/** Who types the command, for whoever asks later. */
final class OperatingSystemUser {

    private OperatingSystemUser() {}

    /** The name that the operating system knows, or {@code unknown}: in a container there may be none. */
    static String name() {
        String name = System.getProperty("user.name", "");
        return name.isBlank() || name.equals("?") ? "unknown" : name;
    }
}
