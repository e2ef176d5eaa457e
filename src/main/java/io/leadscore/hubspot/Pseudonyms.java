package io.leadscore.hubspot;

import io.leadscore.lead.Pseudonym;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes pseudonyms of values, by a key. Confined to one thread. */
final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    Pseudonyms(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is missing, though every Java has it", e);
        }
    }

    String of(String value) {
        return Pseudonym.of(HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8))));
    }
}
