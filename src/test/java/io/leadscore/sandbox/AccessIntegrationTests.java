package io.leadscore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadscore.sandbox.SandboxClient.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessIntegrationTests {

    private static final String CONTACTS = "/crm/objects/2026-09/contacts";

    private final FixedClock clock = new FixedClock();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.empty(clock)
            .withLimits(Limits.professional().withGeneral(3).withSearch(1))
            .withTicker(clock::nanos)
            .withoutScope("crm.objects.deals.read"));
    private final SandboxClient client = new SandboxClient(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void refusesAnUnknownToken() throws Exception {
        Answer answer = new SandboxClient(sandbox, "pat-na1-wrong").get(CONTACTS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("category").asString()).isEqualTo("INVALID_AUTHENTICATION");
        assertThat(answer.body().path("correlationId").asString()).isNotEmpty();
    }

    @Test
    void namesTheMissingScope() throws Exception {
        Answer answer = client.get("/crm/objects/2026-09/deals");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body().path("category").asString()).isEqualTo("MISSING_SCOPES");
        assertThat(answer.body()
                        .path("errors")
                        .get(0)
                        .path("context")
                        .path("requiredGranularScopes")
                        .get(0)
                        .asString())
                .isEqualTo("crm.objects.deals.read");
    }

    @Test
    void knowsBothVersionsAndNoOther() throws Exception {
        assertThat(client.get(CONTACTS).status()).isEqualTo(200);
        assertThat(client.get("/crm/objects/2026-03/contacts").status()).isEqualTo(200);
        assertThat(client.get("/crm/objects/2025-09/contacts").status()).isEqualTo(404);
    }

    @Test
    void limitsGeneralCallsAndSearchesApartAndRecordsThem() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(client.get(CONTACTS).status()).isEqualTo(200);
        }
        Answer refused = client.get(CONTACTS);
        Answer search = client.search("contacts", "{}");
        Answer refusedSearch = client.search("contacts", "{}");
        clock.advance(Duration.ofSeconds(10));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().headers().firstValue("X-HubSpot-RateLimit-Remaining"))
                .contains("0");
        assertThat(search.status()).isEqualTo(200);
        assertThat(search.response().headers().firstValue("X-HubSpot-RateLimit-Max"))
                .isEmpty();
        assertThat(refusedSearch.body().path("policyName").asString()).isEqualTo("SECONDLY");
        assertThat(refusedSearch.body().path("message").asString()).isEqualTo("You have reached your secondly limit.");
        assertThat(client.get(CONTACTS).status()).isEqualTo(200);
        assertThat(sandbox.traffic().maxInWindow(Family.GENERAL, Duration.ofSeconds(10)))
                .isEqualTo(4);
        assertThat(sandbox.traffic().countOfStatus(429)).isEqualTo(2);
        assertThat(sandbox.traffic().count("POST /crm/objects/{V}/contacts/search"))
                .isEqualTo(2);
    }

    @Test
    void tellsTheTimeOfItsClock() throws Exception {
        assertThat(client.get(CONTACTS).response().headers().allValues("Date"))
                .containsExactly("Mon, 23 Nov 2026 12:00:00 GMT");
    }

    @Test
    void givesOutTokensForHalfAnHour() throws Exception {
        String client = "client_id=" + Sandbox.CLIENT_ID + "&client_secret=" + Sandbox.CLIENT_SECRET;
        Answer issued = this.client.post(
                "/oauth/2026-09/token",
                "grant_type=refresh_token&" + client + "&refresh_token=" + Sandbox.REFRESH_TOKEN);
        SandboxClient authorised =
                new SandboxClient(sandbox, issued.body().path("access_token").asString());

        assertThat(issued.body().path("expires_in").asInt()).isEqualTo(1_800);
        clock.advance(Duration.ofSeconds(1_799));
        assertThat(authorised.get(CONTACTS).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(1));
        Answer expired = authorised.get(CONTACTS);
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.body().path("category").asString()).isEqualTo("EXPIRED_AUTHENTICATION");
    }

    @Test
    void refusesABadRefreshToken() throws Exception {
        Answer answer = client.post(
                "/oauth/2026-09/token",
                "grant_type=refresh_token&client_id=" + Sandbox.CLIENT_ID + "&client_secret=" + Sandbox.CLIENT_SECRET
                        + "&refresh_token=stale");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("error").asString()).isEqualTo("invalid_grant");
        assertThat(answer.body().path("status").asString()).isEqualTo("BAD_REFRESH_TOKEN");
    }
}
