package io.leadscore.hubspot;

import io.leadscore.lead.ObjectType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says a failed call to whoever must act on it. Nothing of a body passes but codes, ids and names of properties. */
record Translation(String endpoint) {

    static final String RUN_SETUP = "Run 'scripts/leadscore setup', which creates the properties that are missing.";
    static final String LOWER_WRITE_VERSION =
            "Set HUBSPOT_API_VERSION_WRITES=2026-03, which does not enforce the account's conditional-required rules, or"
                    + " relax the rule in HubSpot.";

    HubSpotException exception(FailedCall call) {
        int status = call.status();
        if (call.isDailyLimit()) {
            return new HubSpotException.DailyLimitReached(
                    "HubSpot's daily limit of calls is used up" + details(call) + ".",
                    "It resets at midnight in the account's time zone; the next run then goes on from here.");
        }
        if (status == 0) {
            return new HubSpotException.Unavailable(
                    "HubSpot at " + endpoint + " " + call.trouble() + ".",
                    "Check the network and HUBSPOT_BASE_URL; the next run goes on from here.");
        }
        if (call.isRateLimited()) {
            return new HubSpotException.Unavailable(
                    "HubSpot refused the call for its rate limit three times" + details(call) + ".",
                    "Another app may use up the account's limit; lower HUBSPOT_BURST_LIMIT or HUBSPOT_SEARCH_LIMIT.");
        }
        if (call.mayPass()) {
            return new HubSpotException.Unavailable(
                    "HubSpot at " + endpoint + " failed three times" + details(call) + ".",
                    "See status.hubspot.com; the next run goes on from here.");
        }
        if (status == 401) {
            return new HubSpotException.Unauthorized(
                    "HubSpot does not accept the token" + details(call) + ".",
                    "Check HUBSPOT_ACCESS_TOKEN: it may be mistyped, expired, rotated or of another account.");
        }
        if (status == 403) {
            return missingScopes(call);
        }
        if (status < 400) {
            return new HubSpotException.Unavailable(
                    "HubSpot at " + endpoint + " redirects elsewhere" + details(call) + ".", "Check HUBSPOT_BASE_URL.");
        }
        return rejected(call);
    }

    /** Some record of a group could not be read, for a reason that is none of the expected ones. */
    HubSpotException incomplete(ApiError fault) {
        String code = fault.mostTellingCode();
        return new HubSpotException.Unavailable(
                "HubSpot at " + endpoint + " left out records" + (code == null ? "" : " (" + code + ")") + ".",
                "The next run asks for them again.");
    }

    /** What was shown is not what was announced, however often it was asked for. */
    HubSpotException doesNotAddUp(ObjectType type, long announced, long shown) {
        return new HubSpotException.Unavailable(
                "HubSpot at " + endpoint + " announced " + announced + " " + type.apiName() + " and showed " + shown
                        + ", " + Calls.ATTEMPTS + " times in a row.",
                "Nothing is lost: the next run reads all of them again. If it goes on, see status.hubspot.com.");
    }

    /** Pages follow pages without end. */
    HubSpotException circling(ObjectType type) {
        return new HubSpotException.Unavailable(
                "HubSpot at " + endpoint + " lists " + type.apiName() + " in a circle: a page is followed by an earlier"
                        + " one.",
                "Nothing is lost: the next run reads all of them again. If it goes on, see status.hubspot.com.");
    }

    private static HubSpotException missingScopes(FailedCall call) {
        List<String> scopes = call.error().deepStrings("requiredGranularScopes").stream()
                .filter(scope -> scope.matches("[a-z0-9._-]{1,100}"))
                .toList();
        return new HubSpotException.MissingScopes(
                scopes.isEmpty()
                        ? "The token may not do this" + details(call) + "."
                        : "The token lacks the scope " + String.join(", ", scopes) + details(call) + ".",
                "Grant the scope to the service key or app that HUBSPOT_ACCESS_TOKEN belongs to.",
                scopes);
    }

    private static HubSpotException rejected(FailedCall call) {
        List<String> properties = call.error().propertyNames();
        return new HubSpotException.Rejected(
                "HubSpot refused the request"
                        + (properties.isEmpty() ? "" : " because of " + String.join(", ", properties))
                        + details(call)
                        + ".",
                advice(call.error().mostTellingCode(), call.status()),
                call.error().mostTellingCode(),
                properties);
    }

    /** What to do about an update that was refused with this code. */
    static String advice(@Nullable String code, int status) {
        if ("PROPERTY_DOESNT_EXIST".equals(code)) {
            return RUN_SETUP;
        }
        if (code != null && code.startsWith("MISSING_CONDITIONAL_REQUIRED_PROPERTY")) {
            return LOWER_WRITE_VERSION;
        }
        if ("INVALID_OPTION".equals(code)) {
            return "Compare the property's options in HubSpot with what 'scripts/leadscore setup --dry-run' says.";
        }
        if (FailedCall.isMissing(status)) {
            return "Check HUBSPOT_BASE_URL and HUBSPOT_API_VERSION: HubSpot does not know this path.";
        }
        return "Give HubSpot's support the correlation id, or look the code up in HubSpot's error documentation.";
    }

    private static String details(FailedCall call) {
        ApiError error = call.error();
        List<String> parts = new ArrayList<>(List.of("status " + call.status()));
        Stream.of(error.safeCategory(), error.mostTellingCode())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(parts::add);
        if (error.safeCorrelationId() != null) {
            parts.add("correlation id " + error.safeCorrelationId());
        }
        return parts.stream().collect(Collectors.joining(", ", " (", ")"));
    }
}
