package io.leadscore.settings;

import io.leadscore.hubspot.ApiVersions;
import io.leadscore.hubspot.HubSpotSettings;
import io.leadscore.lead.ObjectType;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings that begin with HUBSPOT_. */
final class HubSpotSection {

    private static final Pattern VERSION = Pattern.compile("v\\d|\\d{4}-\\d{2}(-beta)?");
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");
    private static final int MOST_BURST = 4_096;
    private static final int MOST_SEARCH = 256;

    private final SettingValues values;
    private final URI baseUrl;
    private final ApiVersions versions;
    private final @Nullable Integer burstLimit;
    private final int searchLimit;
    private final @Nullable Long portalId;
    private final @Nullable Long highPriorityWorkflow;

    HubSpotSection(SettingValues values) {
        this.values = values;
        this.baseUrl = Objects.requireNonNull(values.url(Setting.HUBSPOT_BASE_URL));
        this.versions = versions(values);
        Long burst = values.number(Setting.HUBSPOT_BURST_LIMIT, 1, MOST_BURST);
        this.burstLimit = burst == null ? null : burst.intValue();
        this.searchLimit = Objects.requireNonNull(values.number(Setting.HUBSPOT_SEARCH_LIMIT, 1, MOST_SEARCH))
                .intValue();
        this.portalId = values.number(Setting.HUBSPOT_PORTAL_ID, 1, Long.MAX_VALUE);
        Secret token = values.secret(Setting.HUBSPOT_ACCESS_TOKEN);
        if (token != null && !TOKEN.matcher(token.value()).matches()) {
            throw SettingValues.wrong(Setting.HUBSPOT_ACCESS_TOKEN, "holds characters that no token has");
        }
        this.highPriorityWorkflow = values.number(Setting.HUBSPOT_HIGH_PRIORITY_WORKFLOW_ID, 1, Long.MAX_VALUE);
        values.secret(Setting.HUBSPOT_CLIENT_SECRET);
        values.url(Setting.HUBSPOT_REDIRECT_URI);
    }

    @Nullable
    Long portalId() {
        return portalId;
    }

    /** The workflow that new High leads are enrolled in; null: none. */
    @Nullable
    Long highPriorityWorkflow() {
        return highPriorityWorkflow;
    }

    @Nullable
    Secret token() {
        return values.secret(Setting.HUBSPOT_ACCESS_TOKEN);
    }

    String tokenFingerprint() {
        return TokenFingerprint.of(baseUrl, neededToken());
    }

    HubSpotSettings settings(Path home, Map<ObjectType, Set<String>> customProperties) {
        Secret token = neededToken();
        return new HubSpotSettings(
                baseUrl,
                token.value(),
                versions,
                burstLimit,
                searchLimit,
                home.resolve("budget"),
                HubSpotSettings.DEFAULT_TIMEOUT,
                customProperties);
    }

    private Secret neededToken() {
        Secret token = token();
        if (token == null) {
            throw new SettingsException(
                    "HUBSPOT_ACCESS_TOKEN is not set.",
                    "Create a private app or service key in HubSpot and put its token into .env"
                            + " (see .env.example); scripts/leadscore demo needs none.");
        }
        return token;
    }

    private static ApiVersions versions(SettingValues values) {
        String common = version(values, Setting.HUBSPOT_API_VERSION, ApiVersions.CURRENT);
        return new ApiVersions(
                version(values, Setting.HUBSPOT_API_VERSION_OBJECTS, common),
                version(values, Setting.HUBSPOT_API_VERSION_WRITES, common),
                version(values, Setting.HUBSPOT_API_VERSION_ASSOCIATIONS, common),
                version(values, Setting.HUBSPOT_API_VERSION_PROPERTIES, common),
                version(values, Setting.HUBSPOT_API_VERSION_PIPELINES, common),
                version(values, Setting.HUBSPOT_API_VERSION_ACCOUNT, common));
    }

    private static String version(SettingValues values, Setting setting, String otherwise) {
        String version = values.matching(setting, VERSION, "of the form " + ApiVersions.CURRENT);
        return version == null ? otherwise : version;
    }
}
