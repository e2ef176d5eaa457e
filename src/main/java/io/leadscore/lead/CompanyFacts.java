package io.leadscore.lead;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a company.
 *
 * @param industry HubSpot's internal value, such as {@code COMPUTER_SOFTWARE}
 * @param employees number of employees
 * @param annualRevenue in the account's currency
 * @param country ISO 3166-1 alpha-2 code
 * @param lifecycleStage HubSpot's internal value
 * @param custom declared custom signals' values by property name; an absent key is an unknown value
 */
public record CompanyFacts(
        long id,
        Instant createdAt,
        Instant modifiedAt,
        @Nullable String industry,
        @Nullable Long employees,
        @Nullable Double annualRevenue,
        @Nullable String country,
        @Nullable String lifecycleStage,
        Map<String, String> custom)
        implements Facts {

    public CompanyFacts {
        custom = Map.copyOf(custom);
    }

    @Override
    public CompanyFacts withCustom(Map<String, String> other) {
        return new CompanyFacts(
                id, createdAt, modifiedAt, industry, employees, annualRevenue, country, lifecycleStage, other);
    }

    @Override
    public ObjectType type() {
        return ObjectType.COMPANIES;
    }
}
