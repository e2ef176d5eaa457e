package io.leadscore.actions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an action leaves behind wherever it is done, so that it can be found again: {@code ls-} and the first 64 bits of a
 * SHA-256. Letters, digits and one hyphen survive whatever cleans HTML; nothing of the lead can be read from it.
 */
final class Marker {

    private static final int HEX_DIGITS = 16;

    private Marker() {}

    static String of(long portalId, long contactId, String rule, int step, long crossing) {
        String action = portalId + "/" + contactId + "/" + crossing + "/" + step + "/" + rule;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(action.getBytes(StandardCharsets.UTF_8));
            return "ls-" + HexFormat.of().formatHex(hash).substring(0, HEX_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, though every Java has it", e);
        }
    }
}
