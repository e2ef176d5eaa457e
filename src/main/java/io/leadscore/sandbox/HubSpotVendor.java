package io.leadscore.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HubSpot's token, limits, scopes and errors. */
record HubSpotVendor(Gate gate) implements Vendor {

    /** Nothing to note: what HubSpot is told, its records show. */
    @Override
    public void arrived(HttpRequest request) {}

    @Override
    public void pass(Routes.Match match, @Nullable String authorization) {
        gate.pass(match, authorization);
    }

    @Override
    public @Nullable ApiProblem failure(FaultKind fault, Routes.Match match) {
        return switch (fault) {
            case TEN_SECONDLY -> ApiProblem.rateLimited(RatePolicy.TEN_SECONDLY_ROLLING, gate.portalId());
            case SECONDLY -> ApiProblem.rateLimited(RatePolicy.SECONDLY, gate.portalId());
            case DAILY -> ApiProblem.rateLimited(RatePolicy.DAILY, gate.portalId());
            case FORBIDDEN -> ApiProblem.scopeMissing(match.scope());
            case REQUEST_TIMEOUT, LOCKED, INTERNAL_ERROR, BAD_GATEWAY, UNAVAILABLE, GATEWAY_TIMEOUT ->
                ApiProblem.serverError(Integer.parseInt(fault.code()));
            default -> null;
        };
    }

    @Override
    public JsonReply noSuchPath(ApiCall call) {
        throw ApiProblem.noSuchPath();
    }

    @Override
    public Map<String, String> headers(Family family) {
        return gate.windows().headers(family);
    }
}
