package io.leadscore.hubspot;

import java.util.List;

/**
 * What setting up found and did. In a dry run, {@code groupCreated} and {@code created} say what would be done.
 *
 * @param dryRun whether nothing was written
 * @param groupCreated whether the property group was missing
 * @param created names of the properties that were missing
 * @param existing names of the properties that are there as they must be
 * @param mismatched properties that are there but otherwise; they are left alone
 */
public record SetupResult(
        boolean dryRun,
        boolean groupCreated,
        List<String> created,
        List<String> existing,
        List<PropertyMismatch> mismatched) {

    public SetupResult {
        created = List.copyOf(created);
        existing = List.copyOf(existing);
        mismatched = List.copyOf(mismatched);
    }
}
