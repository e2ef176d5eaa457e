package io.leadscore.sandbox;

/** A number of 64 bits that hangs on a text alone, on every machine. */
final class StableHash {

    private StableHash() {}

    /** FNV-1a, with a last stir because its high bits change little on short texts. */
    static long of(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        return hash ^ (hash >>> 33);
    }
}
