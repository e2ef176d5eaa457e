package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach HubSpot.
 *
 * @param baseUrl {@code https://api.hubapi.com}, or a stand-in
 * @param token bearer token of a service key or private app
 * @param versions version segments of the paths
 * @param burstLimit calls per burst window (10 s), from 1 to {@value #MAX_BURST_LIMIT}; null: learnt from HubSpot's
 *     header, {@value #UNKNOWN_BURST_LIMIT} until then
 * @param searchLimit searches per second, from 1 to {@value #MAX_SEARCH_LIMIT}; HubSpot allows an account 5, shared by
 *     all its apps
 * @param budgetFile keeps the last calls' instants across processes; null: this process only
 * @param timeout longest wait for an answer
 * @param customProperties names of custom signals' properties, to be pulled besides ours
 */
public record HubSpotSettings(
        URI baseUrl,
        String token,
        ApiVersions versions,
        @Nullable Integer burstLimit,
        int searchLimit,
        @Nullable Path budgetFile,
        Duration timeout,
        Map<ObjectType, Set<String>> customProperties) {

    public static final URI DEFAULT_BASE_URL = URI.create("https://api.hubapi.com");
    public static final int DEFAULT_SEARCH_LIMIT = 4;
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

    /** Burst limit of the smallest HubSpot tier: what is kept to until HubSpot says more. */
    static final int UNKNOWN_BURST_LIMIT = 100;

    static final int MAX_BURST_LIMIT = 4_096;
    static final int MAX_SEARCH_LIMIT = 256;

    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]+");

    public HubSpotSettings {
        if (baseUrl.getHost() == null || !Set.of("http", "https").contains(baseUrl.getScheme())) {
            throw new IllegalArgumentException("HUBSPOT_BASE_URL must be an http or https URL with a host.");
        }
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("HUBSPOT_ACCESS_TOKEN is empty or has characters that no token has.");
        }
        if (burstLimit != null && (burstLimit < 1 || burstLimit > MAX_BURST_LIMIT)) {
            throw new IllegalArgumentException("HUBSPOT_BURST_LIMIT must be from 1 to " + MAX_BURST_LIMIT + ".");
        }
        if (searchLimit < 1 || searchLimit > MAX_SEARCH_LIMIT) {
            throw new IllegalArgumentException("HUBSPOT_SEARCH_LIMIT must be from 1 to " + MAX_SEARCH_LIMIT + ".");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("The HubSpot timeout must be positive.");
        }
        customProperties = Map.copyOf(customProperties);
    }

    /** Host and port, as error messages name them. */
    String endpoint() {
        int port =
                baseUrl.getPort() >= 0 ? baseUrl.getPort() : baseUrl.getScheme().equals("https") ? 443 : 80;
        return baseUrl.getHost() + ":" + port;
    }

    Set<String> customProperties(ObjectType type) {
        return customProperties.getOrDefault(type, Set.of());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "HubSpotSettings[" + baseUrl + ", " + versions + "]";
    }
}
