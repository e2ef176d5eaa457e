package io.leadscore.hubspot;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The account's own currency, asked for when a deal's amount cannot be understood without it. Thread-safe. */
final class HomeCurrency {

    private final Supplier<@Nullable String> account;
    private @Nullable String code;

    /** @param account asks HubSpot for the currency's code; null when it does not say */
    HomeCurrency(Supplier<@Nullable String> account) {
        this.account = account;
    }

    /** Whether this is the code of the account's own currency; no when HubSpot does not say which that is. */
    synchronized boolean isHome(String itsCode) {
        if (code == null) {
            String said = account.get();
            code = said == null ? "" : said;
        }
        return itsCode.equalsIgnoreCase(code);
    }
}
