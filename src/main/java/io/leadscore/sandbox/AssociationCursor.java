package io.leadscore.sandbox;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The opaque position within one record's associations, in the form that HubSpot's has. */
final class AssociationCursor {

    private static final String PREFIX = "0-2-";

    private AssociationCursor() {}

    /** The position behind this associated id. */
    static String after(long id) {
        String code = Base64.getEncoder().encodeToString((PREFIX + id).getBytes(StandardCharsets.UTF_8));
        return URLEncoder.encode(code, StandardCharsets.UTF_8);
    }

    /** The associated id behind which to go on; 400 for a position that never was. */
    static long id(String after) {
        try {
            String code = URLDecoder.decode(after, StandardCharsets.UTF_8);
            String text = new String(Base64.getDecoder().decode(code), StandardCharsets.UTF_8);
            if (text.startsWith(PREFIX)) {
                return ApiCall.number(text.substring(PREFIX.length()));
            }
        } catch (IllegalArgumentException e) {
            // Not in the form: falls through to the same answer as a wrong prefix.
        }
        throw ApiProblem.invalid("Invalid paging cursor");
    }
}
