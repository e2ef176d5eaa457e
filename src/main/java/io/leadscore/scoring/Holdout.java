package io.leadscore.scoring;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A random share of the contacts whose High leads set off no actions, so that those of the others can be compared with
 * them. A contact's place in [0, 1) is the first 53 bits of the HMAC-SHA-256 (RFC 2104) of its id, eight bytes, the
 * highest first; places below the share are held out. So membership never changes by itself, no fact of the lead bears
 * on it, nobody without the key can tell or arrange it, and a greater share only adds members. Immutable, thread-safe.
 */
public final class Holdout {

    /** Nobody is held out. */
    public static final Holdout NONE = new Holdout(0, new byte[] {0});

    private static final String ALGORITHM = "HmacSHA256";
    private static final int PLACE_BITS = 53;

    private final double share;
    private final SecretKeySpec key;

    /**
     * A holdout.
     *
     * @param share from 0, nobody, up to but not 1, everybody
     * @param key secret random bytes, at least one
     * @throws IllegalArgumentException when the share is out of range or the key is empty
     */
    public Holdout(double share, byte[] key) {
        Check.require(share >= 0 && share < 1, "holdout-share must be from 0 up to, but not, 1; it is " + share);
        this.share = share;
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** The share of contacts that is held out, in [0, 1). */
    public double share() {
        return share;
    }

    /** Whether this contact's lead must set off no action. */
    public boolean contains(long contactId) {
        return share > 0 && place(contactId) < share;
    }

    private double place(long contactId) {
        byte[] hash =
                mac().doFinal(ByteBuffer.allocate(Long.BYTES).putLong(contactId).array());
        return (ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - PLACE_BITS)) * 0x1p-53;
    }

    /** One for each call, for they are not thread-safe. */
    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA-256 is missing, though every Java has it", e);
        }
    }

    /** The share alone; the key is nobody's business. */
    @Override
    public String toString() {
        return "Holdout of " + share;
    }
}
