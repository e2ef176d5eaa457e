package io.leadscore.sandbox;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
        String after = call.queryValue("after");
        long behind = after == null ? 0 : ApiCall.number(after);
        int limit = ApiCall.limit(call.queryValue("limit"), 100, 500);
        List<Owners.Entry> rest = account.owners().entries(call.archived()).stream()
                .filter(owner -> email == null || email.equals(owner.email()))
                .filter(owner -> owner.id() > behind)
                .toList();
        List<Owners.Entry> page = rest.subList(0, Math.min(limit, rest.size()));
        Map<String, @Nullable Object> body =
                Json.object("results", page.stream().map(Owners.Entry::toJson).toList());
        if (page.size() < rest.size()) {
            String next = String.valueOf(page.get(page.size() - 1).id());
            body.put("paging", Map.of("next", Map.of("after", next)));
        }
        return JsonReply.ok(body);
    }

    private JsonReply pipelines(ApiCall call) {
        if (call.type() != RecordType.DEALS) {
            return JsonReply.ok(Map.of("results", List.of()));
        }
        return JsonReply.ok(Map.of("results", List.of(account.store().pipeline().toJson())));
    }
}
