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
 * key, the file holds a salted hash, which takes longer to try than the database itself does.
 */
final class KeyCheck {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final int ROUNDS = 2_000;

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
            if (parts.length != 2) {
                return Answer.UNKNOWN;
            }
            byte[] salt = HexFormat.of().parseHex(parts[0]);
            byte[] hash = HexFormat.of().parseHex(parts[1]);
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
            OwnerOnly.write(file, hex.formatHex(salt) + ":" + hex.formatHex(hash(key, salt)) + "\n");
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
