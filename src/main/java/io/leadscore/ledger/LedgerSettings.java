package io.leadscore.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the ledger is.
 *
 * @param home folder of the database file, its key and its lock ({@code LEAD_SCORE_HOME}); created if missing
 * @param url a PostgreSQL database instead of a file in {@code home} ({@code LEAD_SCORE_DB_URL})
 * @param user user of that database ({@code LEAD_SCORE_DB_USER})
 * @param password password of that user ({@code LEAD_SCORE_DB_PASSWORD})
 * @param encryptionKey key of the database file ({@code LEAD_SCORE_ENCRYPTION_KEY}); null: one is generated once, in
 *     {@code home}
 */
public record LedgerSettings(
        Path home,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String encryptionKey) {

    static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * Checks the URL.
     *
     * @throws IllegalArgumentException when the URL is not one of PostgreSQL, or the key has a space in it
     */
    public LedgerSettings {
        home = home.toAbsolutePath().normalize();
        if (url != null && !url.startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException("LEAD_SCORE_DB_URL must start with " + POSTGRESQL + "//");
        }
        if (encryptionKey != null && !encryptionKey.matches("\\S+")) {
            throw new IllegalArgumentException("LEAD_SCORE_ENCRYPTION_KEY must be one word, without spaces");
        }
    }

    /** A database file in a folder. */
    public static LedgerSettings file(Path home, @Nullable String encryptionKey) {
        return new LedgerSettings(home, null, null, null, encryptionKey);
    }

    /** Says where, never with which key or password. */
    @Override
    public String toString() {
        return "LedgerSettings[home=" + home + ", url=" + (url == null ? "none" : url.replaceFirst("\\?.*", "")) + "]";
    }
}
