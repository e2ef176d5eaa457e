package io.leadscore.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.SingleFileStore;
import org.jspecify.annotations.Nullable;

/**
 * Whether a closed database file has what its head announces. H2 itself opens one of which a part is missing as it was
 * some time ago, without a word; calls that were made since would be made again.
 */
final class Wholeness {

    private static final int BLOCK = 4_096;
    private static final int LONGEST_HEAD = 1_024;
    private static final int TAIL = 128;

    private Wholeness() {}

    /**
     * Whether a part is missing. What was being written while the power failed is no part that is missing: nobody relied
     * on it yet. False as well when the file does not open at all, which opening it will tell.
     */
    static boolean isPartMissing(EncryptedFile file) {
        return holds(file, Wholeness::isPartMissing);
    }

    /** Whether a file was closed in order, and is as it was then, so that there is nothing to do when it is opened. */
    static boolean isCleanlyClosed(EncryptedFile file) {
        return holds(file, Wholeness::isCleanlyClosed);
    }

    private static boolean holds(EncryptedFile file, Predicate<SingleFileStore> condition) {
        // Whoever opens it closes it: a store that fails to start leaves the file locked that it opened itself.
        SingleFileStore bytes = new SingleFileStore(new HashMap<>());
        try {
            bytes.open(file.path().toString(), true, file.key().forFile());
            return condition.test(bytes);
        } catch (MVStoreException unreadable) {
            return false;
        } finally {
            bytes.close();
        }
    }

    private static MVStore opened(SingleFileStore bytes) {
        return new MVStore.Builder()
                .fileStore(bytes)
                .readOnly()
                .autoCommitDisabled()
                .open();
    }

    /** Reads no more than both copies of the head and the last part, for H2 is to open the file next. */
    private static boolean isCleanlyClosed(SingleFileStore bytes) {
        if (bytes.size() <= 2 * BLOCK) {
            return false;
        }
        String head = text(bytes.readFully(null, 0, BLOCK));
        String chunk = field(head, "chunk");
        String block = field(head, "block");
        return field(head, "clean") != null
                && chunk != null
                && block != null
                && head.equals(text(bytes.readFully(null, BLOCK, BLOCK)))
                && isThere(bytes, Long.parseLong(block, 16) * BLOCK, chunk);
    }

    private static boolean isThere(SingleFileStore bytes, long start, String chunk) {
        return start + BLOCK <= bytes.size() && isWritten(bytes, start, chunk);
    }

    /** A value of a head such as {@code H:2,block:2,chunk:7,clean:1}. */
    private static @Nullable String field(String head, String name) {
        Matcher matcher = Pattern.compile("," + name + ":(\\p{XDigit}+),").matcher(head);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static boolean isPartMissing(SingleFileStore bytes) {
        try (MVStore store = opened(bytes)) {
            Map<String, Object> head = store.getStoreHeader();
            if (number(head, "version") <= store.getCurrentVersion()) {
                return false;
            }
            long start = number(head, "block") * BLOCK;
            return start + BLOCK > bytes.size() || isWritten(bytes, start, String.valueOf(head.get("chunk")));
        }
    }

    /** Whether the last part is there, head and tail; then what it relies on is not. */
    private static boolean isWritten(FileStore<?> bytes, long start, String chunk) {
        String head = text(bytes.readFully(null, start, LONGEST_HEAD));
        int length = head.indexOf("len:");
        if (!head.startsWith("chunk:" + chunk.toLowerCase(Locale.ROOT) + ",") || length < 0) {
            return false;
        }
        int end = head.indexOf(',', length);
        long blocks = Long.parseLong(head.substring(length + "len:".length(), end), 16);
        long tail = start + blocks * BLOCK - TAIL;
        return tail + TAIL > bytes.size()
                || text(bytes.readFully(null, tail, TAIL)).contains("chunk:" + chunk + ",");
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes.rewind()).toString();
    }

    private static long number(Map<String, Object> head, String name) {
        Object value = head.get(name);
        return value instanceof Number number
                ? number.longValue()
                : value == null ? 0 : Long.parseLong(value.toString(), 16);
    }
}
