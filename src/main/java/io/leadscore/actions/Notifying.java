package io.leadscore.actions;

import java.net.URI;
import java.time.LocalTime;

/**
 * How people are told.
 *
 * @param recordLinkBase where records are looked at
 * @param digestAt when digests are sent, in the time zone of the working hours, on working days
 */
public record Notifying(URI recordLinkBase, LocalTime digestAt) {

    /** Links and reasons only, digests at eight. */
    public static final Notifying DEFAULT = new Notifying(URI.create("https://app.hubspot.com"), LocalTime.of(8, 0));

    public Notifying {
        Check.require(
                ("https".equals(recordLinkBase.getScheme()) || "http".equals(recordLinkBase.getScheme()))
                        && recordLinkBase.getHost() != null,
                "record-link-base must be an http or https URL with a host");
    }

    /** Where a contact is looked at. */
    URI linkTo(long portalId, long contactId) {
        String base = recordLinkBase.toString().replaceAll("/+$", "");
        return URI.create(base + "/contacts/" + portalId + "/record/0-1/" + contactId);
    }
}
