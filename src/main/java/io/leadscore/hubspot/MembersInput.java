package io.leadscore.hubspot;

import java.util.List;

/** Wire: contacts that are to be added to a list and removed from it. */
record MembersInput(List<String> recordIdsToAdd, List<String> recordIdsToRemove) {}
