package io.leadscore.sandbox;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every call has to pass before an endpoint sees it: token, limits, scope. */
record Gate(Tokens tokens, RateWindows windows, Set<String> scopes, long portalId) {

    void pass(Routes.Match match, @Nullable String authorization) {
        if (match.route().family() == Family.EXEMPT) {
            return;
        }
        tokens.check(authorization);
        RatePolicy refusal = windows.take(match.route().family());
        if (refusal != null) {
            throw ApiProblem.rateLimited(refusal, portalId);
        }
        for (String scope : match.scope().split(" ", -1)) {
            if (!scope.isEmpty() && !scopes.contains(scope)) {
                throw ApiProblem.scopeMissing(scope);
            }
        }
    }
}
