package io.leadscore.hubspot;

import java.util.Set;

/**
 * What became of a change of a list's members.
 *
 * @param state how it ended; what was changed before it ended otherwise than {@link State#DONE} stays changed
 * @param added contacts that HubSpot says it added; one that was a member already, perhaps by a call whose answer was lost
 *     and that was repeated, is in no set
 * @param removed contacts that HubSpot says it removed; likewise
 * @param missing contacts that HubSpot does not have
 */
public record MemberChange(State state, Set<Long> added, Set<Long> removed, Set<Long> missing) {

    /** How a change ended. */
    public enum State {
        /** As asked for: all but the missing ones are as they were to be. */
        DONE,
        /** HubSpot does not have the list: it was deleted. */
        LIST_GONE,
        /** HubSpot fills the list itself, by filters. */
        LIST_DYNAMIC
    }

    public MemberChange {
        added = Set.copyOf(added);
        removed = Set.copyOf(removed);
        missing = Set.copyOf(missing);
    }
}
