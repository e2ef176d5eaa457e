package io.leadscore.ledger;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit hash of a row's values: FNV-1a over their bytes, each after a byte that tells its type. Written out here,
 * because {@code hashCode} of enumerations differs from one JVM to the next.
 */
final class FactsHash {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private FactsHash() {}

    /**
     * The hash of these values.
     *
     * @throws IllegalArgumentException when a value is none of text, whole number, decimal and flag
     */
    static long of(@Nullable Object[] values) {
        long hash = OFFSET;
        for (Object value : values) {
            if (value == null) {
                hash = mix(hash, 0);
            } else if (value instanceof Long number) {
                hash = mix(mix(hash, 1), number);
            } else if (value instanceof Double decimal) {
                hash = mix(mix(hash, 2), Double.doubleToLongBits(decimal));
            } else if (value instanceof Boolean flag) {
                hash = mix(hash, flag ? 3 : 4);
            } else if (value instanceof String text) {
                hash = mix(mix(hash, 5), text);
            } else {
                throw new IllegalArgumentException("no hash for " + value.getClass());
            }
        }
        return hash;
    }

    private static long mix(long hash, int single) {
        return (hash ^ single) * PRIME;
    }

    private static long mix(long hash, long eight) {
        long mixed = hash;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            mixed = mix(mixed, (int) (eight >>> shift) & 0xff);
        }
        return mixed;
    }

    private static long mix(long hash, String text) {
        long mixed = hash;
        for (byte single : text.getBytes(StandardCharsets.UTF_8)) {
            mixed = mix(mixed, single & 0xff);
        }
        return mix(mixed, 0);
    }
}
