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
            case REQUEST_TIMEOUT -> ApiProblem.serverError(408);
            case LOCKED -> ApiProblem.serverError(423);
            case INTERNAL_ERROR -> ApiProblem.serverError(500);
            case BAD_GATEWAY -> ApiProblem.serverError(502);
            case UNAVAILABLE -> ApiProblem.serverError(503);
            case GATEWAY_TIMEOUT -> ApiProblem.serverError(504);
            case SLOW,
                    RESET_BEFORE,
                    RESET_AFTER,
                    GARBAGE,
                    TRUNCATED,
                    PARTIAL,
                    OWNER_CHOSEN,
                    EMPTY_PAGE,
                    NOTHING,
                    SHORT_PAGE,
                    DOUBLE_ROWS,
                    TEXT_ORDER,
                    NAMED_PROPERTY,
                    CIRCLING_CURSOR,
                    ZIP_BOMB,
                    DEEP_JSON,
                    WRONG_DATE -> null;
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
