package io.leadscore.actions;

import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Owners that count as none: archived ones and queues. Thread-safe. */
final class Absentees {

    private static final Logger log = LoggerFactory.getLogger(Absentees.class);

    private final OwnerDirectory directory;

    Absentees(OwnerDirectory directory) {
        this.directory = directory;
    }

    /** The same; where the account's owners cannot be read, everybody is there. */
    LongPredicate ofWhoCanBeRead(long portalId) {
        LongPredicate absent = of(portalId);
        return new LongPredicate() {
            private boolean unreadable;

            @Override
            public boolean test(long owner) {
                try {
                    return !unreadable && absent.test(owner);
                } catch (RuntimeException e) {
                    unreadable = true;
                    log.warn(
                            "The account's owners could not be read ({}): in this run archived ones count as owners.",
                            e.getClass().getSimpleName());
                    return false;
                }
            }
        };
    }

    /**
     * Whether an owner counts as none. The account's owners are read when it is first asked, and once; an owner that is not
     * among them counts as somebody. Confined to one thread.
     */
    LongPredicate of(long portalId) {
        return new LongPredicate() {
            private @Nullable Set<Long> known;

            @Override
            public boolean test(long owner) {
                Set<Long> absent = known;
                if (absent == null) {
                    absent = directory.owners(portalId).stream()
                            .filter(one -> !one.takesLeads())
                            .map(AccountOwner::id)
                            .collect(Collectors.toSet());
                    known = absent;
                }
                return absent.contains(owner);
            }
        };
    }
}
