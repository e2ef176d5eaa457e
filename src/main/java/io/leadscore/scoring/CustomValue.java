package io.leadscore.scoring;

import io.leadscore.lead.CompanyFacts;
import io.leadscore.lead.ContactFacts;
import io.leadscore.lead.DealFacts;
import io.leadscore.lead.OptionText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The value of a custom signal's property, as HubSpot writes it. */
final class CustomValue {

    private CustomValue() {}

    static @Nullable String of(
            CustomSignal signal,
            @Nullable ContactFacts contact,
            @Nullable CompanyFacts company,
            @Nullable DealFacts deal) {
        Map<String, String> custom =
                switch (signal.objectType()) {
                    case CONTACTS -> contact == null ? Map.of() : contact.custom();
                    case COMPANIES -> company == null ? Map.of() : company.custom();
                    default -> deal == null ? Map.of() : deal.custom();
                };
        String value = custom.get(signal.property());
        return value == null || value.isBlank() ? null : value;
    }

    /** The options that a category's value names; one that is listed may itself have what separates several. */
    static List<String> options(CustomSignal signal, @Nullable String value) {
        if (value == null) {
            return List.of();
        }
        boolean listed = Check.present(signal.values(), "values").containsKey(value);
        return listed ? List.of(value) : OptionText.parts(value);
    }

    /** The number; NaN when it is none. */
    static double number(String value) {
        try {
            double number = Double.parseDouble(value);
            return Double.isInfinite(number) ? Double.NaN : number;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /** The instant of a date (its start in UTC), of a date with time, or of milliseconds; null when it is none. */
    static @Nullable Instant instant(String value) {
        try {
            if (value.indexOf('T') > 0) {
                return Instant.parse(value);
            }
            return value.indexOf('-') > 0
                    ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.ofEpochMilli(Long.parseLong(value));
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }
}
