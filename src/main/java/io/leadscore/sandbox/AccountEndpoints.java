package io.leadscore.sandbox;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The account itself: details, usage, owners, deal pipelines. */
final class AccountEndpoints {

    private final Account account;
    private final RateWindows windows;

    AccountEndpoints(Account account, RateWindows windows) {
        this.account = account;
        this.windows = windows;
    }

    void addTo(Routes routes) {
        routes.add("GET /account-info/{V}/details", Family.GENERAL, "", this::details);
        routes.add("GET /account-info/{V}/api-usage/daily/private-apps", Family.GENERAL, "", this::usage);
        routes.add("GET /crm/owners/{V}", Family.GENERAL, "crm.objects.owners.read", this::owners);
        routes.add("GET /crm/pipelines/{V}/{type}", Family.GENERAL, "crm.objects.{type}.read", this::pipelines);
    }

    private JsonReply details(ApiCall call) {
        return JsonReply.ok(Json.object(
                "portalId",
                account.options().portalId(),
                "accountType",
                "STANDARD",
                "timeZone",
                "Europe/Berlin",
                "companyCurrency",
                "EUR",
                "additionalCurrencies",
                List.of(),
                "utcOffset",
                "+01:00",
                "utcOffsetMilliseconds",
                3_600_000,
                "uiDomain",
                "app.hubspot.com",
                "dataHostingLocation",
                "eu1"));
    }

    private JsonReply usage(ApiCall call) {
        Map<String, ?> usage = Json.object(
                "name",
                "private-apps-api-calls-daily",
                "usageLimit",
                windows.daily(),
                "currentUsage",
                windows.usedToday(),
                "collectedAt",
                account.nowIso(),
                "fetchStatus",
                "SUCCESS",
                "resetsAt",
                account.options()
                        .clock()
                        .instant()
                        .atOffset(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.DAYS)
                        .plusDays(1)
                        .toInstant()
                        .toString());
        return JsonReply.ok(Map.of("results", List.of(usage)));
    }

    private JsonReply owners(ApiCall call) {
        String email = call.queryValue("email");
        List<?> results = Arrays.stream(Owner.values())
                .filter(owner -> email == null || email.equals(owner.email()))
                .map(Owner::toJson)
                .toList();
        return JsonReply.ok(Map.of("results", call.archived() ? List.of() : results));
    }

    private JsonReply pipelines(ApiCall call) {
        if (call.type() != RecordType.DEALS) {
            return JsonReply.ok(Map.of("results", List.of()));
        }
        Map<String, ?> pipeline = Json.object(
                "id",
                "default",
                "label",
                "Sales Pipeline",
                "displayOrder",
                0,
                "archived",
                false,
                "stages",
                Arrays.stream(DealStage.values()).map(DealStage::toJson).toList());
        return JsonReply.ok(Map.of("results", List.of(pipeline)));
    }
}
