package io.leadscore.hubspot;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The version segment of HubSpot's paths, one for each family of endpoints, such as {@code 2026-09}.
 *
 * <p>Settings: {@code HUBSPOT_API_VERSION} for all, and one override for each: {@code HUBSPOT_API_VERSION_OBJECTS},
 * {@code HUBSPOT_API_VERSION_WRITES}, {@code HUBSPOT_API_VERSION_ASSOCIATIONS}, {@code HUBSPOT_API_VERSION_PROPERTIES},
 * {@code HUBSPOT_API_VERSION_PIPELINES}, {@code HUBSPOT_API_VERSION_ACCOUNT}.
 *
 * @param objects search, list and read of records; owners and lists of contacts
 * @param writes updates of contacts, creation of tasks and notes; 2026-09 refuses writes that break an admin's
 *     conditional-required rules, 2026-03 does not
 * @param associations associations
 * @param properties property definitions and groups
 * @param pipelines deal pipelines
 * @param account account details
 */
public record ApiVersions(
        String objects, String writes, String associations, String properties, String pipelines, String account) {

    /** HubSpot's current version. */
    public static final String CURRENT = "2026-09";

    private static final Pattern SEGMENT = Pattern.compile("20\\d{2}-(03|09)(-beta)?");

    public ApiVersions {
        Stream.of(objects, writes, associations, properties, pipelines, account)
                .filter(version -> !SEGMENT.matcher(version).matches())
                .findFirst()
                .ifPresent(version -> {
                    throw new IllegalArgumentException(
                            "HubSpot API version '" + version + "' is not of the form " + CURRENT + ".");
                });
    }

    /** The same version for every family. */
    public static ApiVersions all(String version) {
        return new ApiVersions(version, version, version, version, version, version);
    }

    /** These versions with another one for updates. */
    public ApiVersions withWrites(String version) {
        return new ApiVersions(objects, version, associations, properties, pipelines, account);
    }
}
