package io.leadscore.sandbox;

import java.util.List;
import java.util.Map;

/** The OAuth token endpoint: access tokens for half an hour, against a refresh token or an authorisation code. */
final class OAuthEndpoints {

    private final SandboxOptions options;
    private final Tokens tokens;

    OAuthEndpoints(SandboxOptions options, Tokens tokens) {
        this.options = options;
        this.tokens = tokens;
    }

    void addTo(Routes routes) {
        routes.add("POST /oauth/{V}/token", Family.EXEMPT, "", this::token);
        routes.add("POST /oauth/{V}/token/revoke", Family.EXEMPT, "", call -> JsonReply.noContent());
    }

    private JsonReply token(ApiCall call) {
        String grant = call.formValue("grant_type");
        boolean refresh =
                "refresh_token".equals(grant) && Sandbox.REFRESH_TOKEN.equals(call.formValue("refresh_token"));
        boolean code = "authorization_code".equals(grant) && Sandbox.AUTHORIZATION_CODE.equals(call.formValue("code"));
        if (!Sandbox.CLIENT_ID.equals(call.formValue("client_id"))
                || !Sandbox.CLIENT_SECRET.equals(call.formValue("client_secret"))) {
            return refused("invalid_client", "BAD_CLIENT_ID", "missing or unknown client id or secret");
        }
        if (!refresh && !code) {
            return refused("invalid_grant", "BAD_REFRESH_TOKEN", "refresh token is invalid, expired or revoked");
        }
        return JsonReply.ok(Json.object(
                "token_type",
                "bearer",
                "access_token",
                tokens.issue(),
                "refresh_token",
                Sandbox.REFRESH_TOKEN,
                "expires_in",
                Tokens.LIFETIME.toSeconds(),
                "hub_id",
                options.portalId(),
                "scopes",
                List.copyOf(options.scopes())));
    }

    private static JsonReply refused(String error, String status, String description) {
        return new JsonReply(
                400,
                Map.of("error", error, "error_description", description, "status", status, "message", description));
    }
}
