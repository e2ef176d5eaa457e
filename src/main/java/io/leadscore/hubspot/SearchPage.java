package io.leadscore.hubspot;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one question of a scan was answered, and what can be told of it alone.
 *
 * @param objects different records within the asked range of ids, ascending by id
 * @param announced how many records HubSpot says that the question matches
 * @param counted different records of the page that do match it
 * @param sound whether the page has these alone, in the order that was asked for
 * @param more whether HubSpot says that a page follows
 * @param serverTime HubSpot's clock
 */
record SearchPage(
        List<PulledObject> objects, long announced, int counted, boolean sound, boolean more, Instant serverTime) {

    static SearchPage of(
            CrmObjects answer,
            List<PulledObject> objects,
            @Nullable Instant modifiedSince,
            IdRange range,
            Instant serverTime) {
        Set<Long> matching = new HashSet<>();
        for (PulledObject object : objects) {
            boolean inWindow =
                    modifiedSince == null || !object.facts().modifiedAt().isBefore(modifiedSince);
            if (inWindow && range.contains(object.facts().id())) {
                matching.add(object.facts().id());
            }
        }
        Set<Long> seen = new HashSet<>();
        return new SearchPage(
                objects.stream()
                        .filter(object -> range.contains(object.facts().id())
                                && seen.add(object.facts().id()))
                        .toList(),
                answer.total() == null ? 0 : answer.total(),
                matching.size(),
                matching.size() == answer.objects().size() && isAscending(answer.objects()),
                Paging.after(answer.paging()) != null,
                serverTime);
    }

    private static boolean isAscending(List<CrmObject> objects) {
        long before = 0;
        for (CrmObject object : objects) {
            Long id = object.number();
            if (id == null || id <= before) {
                return false;
            }
            before = id;
        }
        return true;
    }

    /** Whether it holds all that was asked for, by its own word. */
    boolean isRest() {
        return sound && !more && announced == counted;
    }

    /** Whether another one may follow it: it is full, or only the cursor says that there is more. */
    boolean mayBeFollowed() {
        return sound && counted > 0 && (counted == ObjectPuller.SEARCH_PAGE || announced == counted);
    }

    /** Whether the answer behind it announces at least what it leaves open: if less, rows in its middle are missing. */
    boolean agreesWith(SearchPage behind) {
        return behind.announced >= announced - counted;
    }

    /** 0 when it is empty. */
    long highestId() {
        return objects.isEmpty() ? 0 : objects.get(objects.size() - 1).facts().id();
    }

    PulledPage page(boolean last) {
        return new PulledPage(objects, null, last, announced, serverTime);
    }
}
