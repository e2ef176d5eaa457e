package io.leadscore.lead;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a contact.
 *
 * @param lifecycleStage HubSpot's internal value, such as {@code lead} or a custom stage's number
 * @param leadStatus HubSpot's internal value of {@code hs_lead_status}
 * @param source HubSpot's internal value of {@code hs_analytics_source}
 * @param country ISO 3166-1 alpha-2 code
 * @param jobLevel derived from the title
 * @param department derived from the title
 * @param ownerId id of the owner, a HubSpot user
 * @param optedOut whether the contact opted out of all e-mail
 * @param emails roll-up of e-mail activity
 * @param conversions number of form submissions
 * @param lastConversionAt when a form was last submitted
 * @param lastSalesActivityAt when the contact last did something of their own accord, as HubSpot says
 * @param linkSummary what HubSpot says of the contact's associations
 * @param mergedIds ids of the contacts that were merged into this one
 * @param custom declared custom signals' values by property name; an absent key is an unknown value
 * @param customerAt when the contact became a customer by its lifecycle stage, as far as HubSpot tells
 */
public record ContactFacts(
        long id,
        Instant createdAt,
        Instant modifiedAt,
        @Nullable String lifecycleStage,
        @Nullable String leadStatus,
        @Nullable String source,
        @Nullable String country,
        @Nullable JobLevel jobLevel,
        @Nullable Department department,
        @Nullable Long ownerId,
        boolean optedOut,
        EmailActivity emails,
        int conversions,
        @Nullable Instant lastConversionAt,
        @Nullable Instant lastSalesActivityAt,
        LinkSummary linkSummary,
        List<Long> mergedIds,
        Map<String, String> custom,
        @Nullable Instant customerAt)
        implements Facts {

    public ContactFacts {
        mergedIds = List.copyOf(mergedIds);
        custom = Map.copyOf(custom);
    }

    /** A contact of which it is not known when it became a customer. */
    public ContactFacts(
            long id,
            Instant createdAt,
            Instant modifiedAt,
            @Nullable String lifecycleStage,
            @Nullable String leadStatus,
            @Nullable String source,
            @Nullable String country,
            @Nullable JobLevel jobLevel,
            @Nullable Department department,
            @Nullable Long ownerId,
            boolean optedOut,
            EmailActivity emails,
            int conversions,
            @Nullable Instant lastConversionAt,
            @Nullable Instant lastSalesActivityAt,
            LinkSummary linkSummary,
            List<Long> mergedIds,
            Map<String, String> custom) {
        this(
                id,
                createdAt,
                modifiedAt,
                lifecycleStage,
                leadStatus,
                source,
                country,
                jobLevel,
                department,
                ownerId,
                optedOut,
                emails,
                conversions,
                lastConversionAt,
                lastSalesActivityAt,
                linkSummary,
                mergedIds,
                custom,
                null);
    }

    @Override
    public ContactFacts withCustom(Map<String, String> other) {
        return new ContactFacts(
                id,
                createdAt,
                modifiedAt,
                lifecycleStage,
                leadStatus,
                source,
                country,
                jobLevel,
                department,
                ownerId,
                optedOut,
                emails,
                conversions,
                lastConversionAt,
                lastSalesActivityAt,
                linkSummary,
                mergedIds,
                other,
                customerAt);
    }

    @Override
    public ObjectType type() {
        return ObjectType.CONTACTS;
    }
}
