package io.leadscore.sandbox;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What differs between the services that the sandbox stands in for: who gets in, and how errors look. Thread-safe. */
interface Vendor {

    /** Notes a request as it came in, before anything happens to it. */
    void arrived(HttpRequest request);

    /** Throws an {@link ApiProblem} unless the call may pass to its endpoint. */
    void pass(Routes.Match match, @Nullable String authorization);

    /** The error that a fault of a call answers with; null for one that shows on the wire alone. */
    @Nullable
    ApiProblem failure(FaultKind fault, Routes.Match match);

    /** Ends a call to a path that no endpoint answers. */
    JsonReply noSuchPath(ApiCall call);

    /** The headers that every answer has. */
    Map<String, String> headers(Family family);
}
