package io.leadscore.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The key of the database file. What H2 gets is derived from it, so that the key may hold any character. */
final class EncryptionKey {

    private static final int BYTES = 32;

    private final String secret;

    private EncryptionKey(String secret) {
        this.secret = secret;
    }

    /**
     * The key of the setting, else that of the file, else, when there is no database yet, a new one in that file. To be
     * called by the owner of the database only.
     */
    static EncryptionKey findOrCreate(HomeFolder home, @Nullable String setting) throws IOException {
        if (setting == null && !Files.exists(home.keyFile()) && !home.hasDatabase()) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            OwnerOnly.write(home.keyFile(), HexFormat.of().formatHex(random) + "\n");
            StableStorage.forceNames(home.folder());
        }
        return find(home, setting);
    }

    /**
     * The key of the setting, else that of the file.
     *
     * @throws LedgerException when there is neither
     */
    static EncryptionKey find(HomeFolder home, @Nullable String setting) throws IOException {
        if (setting != null) {
            return new EncryptionKey(setting);
        }
        Path file = home.keyFile();
        if (!Files.exists(file)) {
            throw new LedgerException(
                    LedgerException.Kind.WRONG_KEY,
                    "The key of the database is missing: " + file + " does not exist and"
                            + " LEAD_SCORE_ENCRYPTION_KEY is not set.",
                    "Put the key file back, or set LEAD_SCORE_ENCRYPTION_KEY to the key that the database was made with.",
                    null);
        }
        String secret = Files.readString(file, StandardCharsets.UTF_8).strip();
        if (!secret.matches("\\S+")) {
            throw new LedgerException(
                    LedgerException.Kind.WRONG_KEY,
                    "The key file " + file + " does not hold one word.",
                    "Put back the file that was made with the database, or set LEAD_SCORE_ENCRYPTION_KEY.",
                    null);
        }
        return new EncryptionKey(secret);
    }

    /** The first part of what H2 calls the password, as it gets to the file: of each character the lower byte. */
    char[] forFile() {
        char[] characters = secret.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            characters[i] = (char) (characters[i] & 0xff);
        }
        return characters;
    }

    /**
     * What H2 calls the password: that of the file, a space, that of the user. Both are the key, so that whoever has it
     * can open the file with H2's own tools.
     */
    String password() {
        return secret + " " + secret;
    }
}
