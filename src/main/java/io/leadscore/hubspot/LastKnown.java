package io.leadscore.hubspot;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.EmailActivity;
import io.leadscore.lead.Engagement;
import io.leadscore.lead.Facts;
import io.leadscore.lead.LinkSummary;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what was last known of a record where HubSpot's own properties are gone from the account: that a property was
 * archived says nothing of a lead. What is still told counts, however it is told. Thread-safe.
 *
 * @param gone HubSpot's names of the properties
 */
public record LastKnown(Set<String> gone) {

    public LastKnown {
        gone = Set.copyOf(gone);
    }

    /** The facts of now, with those of before in place of what is gone. */
    public Facts in(Facts now, Facts before) {
        if (now instanceof ContactFacts contact && before instanceof ContactFacts known) {
            return contact(contact, known);
        }
        if (now instanceof CompanyFacts company && before instanceof CompanyFacts known) {
            return company(company, known);
        }
        if (now instanceof DealFacts deal && before instanceof DealFacts known) {
            return deal(deal, known);
        }
        if (now instanceof Engagement.Email email && before instanceof Engagement.Email known) {
            return email(email, known);
        }
        if (now instanceof Engagement.Call call && before instanceof Engagement.Call known) {
            return call(call, known);
        }
        return now instanceof Engagement.Meeting meeting && before instanceof Engagement.Meeting known
                ? meeting(meeting, known)
                : now;
    }

    private ContactFacts contact(ContactFacts now, ContactFacts before) {
        return new ContactFacts(
                now.id(),
                now.createdAt(),
                now.modifiedAt(),
                held(now.lifecycleStage(), before.lifecycleStage(), "lifecyclestage"),
                held(now.leadStatus(), before.leadStatus(), "hs_lead_status"),
                held(now.source(), before.source(), "hs_analytics_source"),
                held(now.country(), before.country(), "country"),
                held(now.jobLevel(), before.jobLevel(), "jobtitle"),
                held(now.department(), before.department(), "jobtitle"),
                held(now.ownerId(), before.ownerId(), "hubspot_owner_id"),
                isGone("hs_email_optout") ? before.optedOut() : now.optedOut(),
                emails(now.emails(), before.emails()),
                count(now.conversions(), before.conversions(), "num_conversion_events"),
                held(now.lastConversionAt(), before.lastConversionAt(), "recent_conversion_date"),
                held(now.lastSalesActivityAt(), before.lastSalesActivityAt(), "hs_last_sales_activity_timestamp"),
                links(now.linkSummary(), before.linkSummary()),
                now.mergedIds().isEmpty() && isGone("hs_merged_object_ids", "hs_calculated_merged_vids")
                        ? before.mergedIds()
                        : now.mergedIds(),
                now.custom(),
                held(now.customerAt(), before.customerAt(), "hs_lifecyclestage_customer_date"));
    }

    private EmailActivity emails(EmailActivity now, EmailActivity before) {
        return new EmailActivity(
                count(now.opens(), before.opens(), "hs_email_open"),
                count(now.clicks(), before.clicks(), "hs_email_click"),
                count(now.replies(), before.replies(), "hs_email_replied"),
                held(now.lastSentAt(), before.lastSentAt(), "hs_email_last_send_date"),
                held(
                        now.lastOpenedAt(),
                        before.lastOpenedAt(),
                        "hs_email_last_open_date",
                        "hs_sales_email_last_opened"),
                held(
                        now.lastClickedAt(),
                        before.lastClickedAt(),
                        "hs_email_last_click_date",
                        "hs_sales_email_last_clicked"),
                held(
                        now.lastRepliedAt(),
                        before.lastRepliedAt(),
                        "hs_email_last_reply_date",
                        "hs_sales_email_last_replied"));
    }

    private LinkSummary links(LinkSummary now, LinkSummary before) {
        return new LinkSummary(
                held(now.companyId(), before.companyId(), "associatedcompanyid"),
                count(now.deals(), before.deals(), "num_associated_deals"),
                count(now.activities(), before.activities(), "num_notes"),
                held(now.lastActivityAt(), before.lastActivityAt(), "notes_last_updated", "notes_last_contacted"));
    }

    private CompanyFacts company(CompanyFacts now, CompanyFacts before) {
        return new CompanyFacts(
                now.id(),
                now.createdAt(),
                now.modifiedAt(),
                held(now.industry(), before.industry(), "industry"),
                held(now.employees(), before.employees(), "numberofemployees"),
                held(now.annualRevenue(), before.annualRevenue(), "annualrevenue"),
                held(now.country(), before.country(), "country"),
                held(now.lifecycleStage(), before.lifecycleStage(), "lifecyclestage"),
                now.custom());
    }

    private DealFacts deal(DealFacts now, DealFacts before) {
        return new DealFacts(
                now.id(),
                now.createdAt(),
                now.modifiedAt(),
                held(now.amount(), before.amount(), "amount", "amount_in_home_currency"),
                held(now.closedAt(), before.closedAt(), "closedate"),
                held(now.pipeline(), before.pipeline(), "pipeline"),
                held(now.stage(), before.stage(), "dealstage"),
                held(now.stageProbability(), before.stageProbability(), "dealstage"),
                isGone("dealstage") && isGone("hs_is_closed", "hs_is_closed_won") ? before.outcome() : now.outcome(),
                held(now.ownerId(), before.ownerId(), "hubspot_owner_id"),
                now.custom(),
                now.settledAt());
    }

    private Engagement.Email email(Engagement.Email now, Engagement.Email before) {
        return new Engagement.Email(
                now.id(),
                now.createdAt(),
                now.modifiedAt(),
                isGone("hs_timestamp") ? before.occurredAt() : now.occurredAt(),
                held(now.direction(), before.direction(), "hs_email_direction"),
                held(now.status(), before.status(), "hs_email_status"),
                count(now.opens(), before.opens(), "hs_email_open_count"),
                count(now.clicks(), before.clicks(), "hs_email_click_count"),
                count(now.replies(), before.replies(), "hs_email_reply_count"),
                now.firstSeen(),
                isGone("hs_incoming_email_is_out_of_office") ? before.automatic() : now.automatic());
    }

    private Engagement.Call call(Engagement.Call now, Engagement.Call before) {
        return new Engagement.Call(
                now.id(),
                now.createdAt(),
                now.modifiedAt(),
                isGone("hs_timestamp") ? before.occurredAt() : now.occurredAt(),
                held(now.direction(), before.direction(), "hs_call_direction"),
                held(now.status(), before.status(), "hs_call_status"),
                held(now.disposition(), before.disposition(), "hs_call_disposition"),
                held(now.duration(), before.duration(), "hs_call_duration"));
    }

    private Engagement.Meeting meeting(Engagement.Meeting now, Engagement.Meeting before) {
        return new Engagement.Meeting(
                now.id(),
                now.createdAt(),
                now.modifiedAt(),
                isGone("hs_timestamp") ? before.occurredAt() : now.occurredAt(),
                held(now.startsAt(), before.startsAt(), "hs_meeting_start_time"),
                held(now.endsAt(), before.endsAt(), "hs_meeting_end_time"),
                held(now.outcome(), before.outcome(), "hs_meeting_outcome"));
    }

    private <T> @Nullable T held(@Nullable T now, @Nullable T before, String... properties) {
        return now == null && isGone(properties) ? before : now;
    }

    private int count(int now, int before, String property) {
        return now == 0 && isGone(property) ? before : now;
    }

    /** Whether any of them is gone. */
    private boolean isGone(String... properties) {
        return Stream.of(properties).anyMatch(gone::contains);
    }
}
