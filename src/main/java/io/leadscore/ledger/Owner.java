package io.leadscore.ledger;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The process that has the database open, and through which the others reach it.
 *
 * @param port of 127.0.0.1, at which it serves the database
 * @param pid its process id
 * @param role what it does
 */
record Owner(int port, long pid, Role role) {

    /** What the owner's file says; null when there is none, or none that is whole. */
    static @Nullable Owner read(Path file) throws IOException {
        Properties entries = new Properties();
        try {
            entries.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
            return new Owner(
                    Integer.parseInt(entries.getProperty("port", "")),
                    Long.parseLong(entries.getProperty("pid", "")),
                    Role.valueOf(entries.getProperty("role", "")));
        } catch (NoSuchFileException | IllegalArgumentException unknown) {
            return null;
        }
    }

    void write(Path file) throws IOException {
        OwnerOnly.write(file, "port=" + port + "\npid=" + pid + "\nrole=" + role + "\n");
    }
}
