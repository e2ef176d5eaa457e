package io.leadscore.door;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Settings by name, of which only salted hashes are told: enough to see which differ from one's own, too little to learn
 * a value that one does not have. So no token and no password travels.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HiddenSettings(byte[] salt, SortedMap<String, byte[]> hashes) {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 16;
    private static final int MOST = 256;
    private static final int LONGEST_NAME = 100;

    /** Hides settings; a salt makes that hashes of two calls cannot be compared. */
    static HiddenSettings of(Map<String, String> settings, byte[] salt) {
        TreeMap<String, byte[]> hashes = new TreeMap<>();
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            hashes.put(setting.getKey(), hash(salt, setting.getKey(), setting.getValue()));
        }
        return new HiddenSettings(salt, hashes);
    }

    /** The names of those that are set here, and there to something else or not at all. */
    List<String> differingFrom(Map<String, String> others) {
        List<String> names = new ArrayList<>();
        hashes.forEach((name, hash) -> {
            String value = others.get(name);
            if (value == null || !MessageDigest.isEqual(hash, hash(salt, name, value))) {
                names.add(name);
            }
        });
        return names;
    }

    void write(DataOutputStream out) throws IOException {
        out.write(salt, 0, SALT_BYTES);
        out.writeInt(hashes.size());
        for (Map.Entry<String, byte[]> entry : hashes.entrySet()) {
            out.writeUTF(entry.getKey());
            out.write(entry.getValue());
        }
    }

    static HiddenSettings read(DataInputStream in) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        in.readFully(salt);
        int count = Request.bounded(in.readInt(), MOST);
        TreeMap<String, byte[]> hashes = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            Request.bounded(name.length(), LONGEST_NAME);
            byte[] hash = new byte[HASH_BYTES];
            in.readFully(hash);
            hashes.put(name, hash);
        }
        return new HiddenSettings(salt, hashes);
    }

    /** A salt of its own for each call. */
    static byte[] salt(long time) {
        return Arrays.copyOf(digest(null, "", Long.toString(time)), SALT_BYTES);
    }

    private static byte[] hash(byte[] salt, String name, String value) {
        return Arrays.copyOf(digest(salt, name, value), HASH_BYTES);
    }

    private static byte[] digest(byte @Nullable [] salt, String name, String value) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            if (salt != null) {
                digest.update(salt);
            }
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) '\n');
            digest.update(value.getBytes(StandardCharsets.UTF_8));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
