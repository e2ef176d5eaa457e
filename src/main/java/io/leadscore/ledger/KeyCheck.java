package io.leadscore.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Tells whether a key is the one that opened the database last. To H2, a wrong key and a damaged file look alike. Of the
 * key, the file holds a salted hash that takes ten times as long to try as the database itself, which lies beside it: who
 * guesses had better guess there. More would only slow down every command.
 */
final class KeyCheck {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    /** H2 derives the file's key in 10. */
    private static final int ROUNDS = 100;

    private final Path file;

    KeyCheck(Path file) {
        this.file = file;
    }

    /** What is known about a key. */
    enum Answer {
        RIGHT,
        WRONG,
        /** Nothing was remembered yet, or what was is not whole. */
        UNKNOWN
    }

    /** Whether this is the key that was remembered. */
    Answer ask(EncryptionKey key) throws IOException {
        String[] parts;
        try {
            parts = Files.readString(file, StandardCharsets.US_ASCII).strip().split(":", -1);
        } catch (NoSuchFileException never) {
            return Answer.UNKNOWN;
        }
        try {
            // What was hashed in other rounds, as by earlier versions, is hashed anew when the key has opened the
            // database.
            if (parts.length != 3 || !parts[0].equals(String.valueOf(ROUNDS))) {
                return Answer.UNKNOWN;
            }
            byte[] salt = HexFormat.of().parseHex(parts[1]);
            byte[] hash = HexFormat.of().parseHex(parts[2]);
            return MessageDigest.isEqual(hash, hash(key, salt)) ? Answer.RIGHT : Answer.WRONG;
        } catch (IllegalArgumentException notWhole) {
            return Answer.UNKNOWN;
        }
    }

    /** Remembers the key that just opened the database. */
    void remember(EncryptionKey key) throws IOException {
        if (ask(key) != Answer.RIGHT) {
            byte[] salt = new byte[SALT_BYTES];
            new SecureRandom().nextBytes(salt);
            HexFormat hex = HexFormat.of();
            OwnerOnly.write(file, ROUNDS + ":" + hex.formatHex(salt) + ":" + hex.formatHex(hash(key, salt)) + "\n");
        }
    }

    private static byte[] hash(EncryptionKey key, byte[] salt) {
        try {
            PBEKeySpec spec = new PBEKeySpec(key.password().toCharArray(), salt, ROUNDS, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This Java has no PBKDF2", impossible);
        }
    }
}
