package io.leadscore.sandbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What amounts in other currencies are worth in the account's own, which is the euro. Thread-safe. */
final class ExchangeRates {

    static final String HOME = "EUR";

    private final Map<String, BigDecimal> rates = new ConcurrentHashMap<>();

    /** One unit of a currency in euros. */
    void set(String code, BigDecimal rate) {
        rates.put(code, rate);
    }

    /** An amount in euros; null when it is none, or its currency has no rate. */
    @Nullable
    String inHomeCurrency(@Nullable String amount, @Nullable String code) {
        if (amount == null || code == null || code.equals(HOME)) {
            return amount;
        }
        BigDecimal rate = rates.get(code);
        return rate == null
                ? null
                : new BigDecimal(amount)
                        .multiply(rate)
                        .setScale(2, RoundingMode.HALF_UP)
                        .toPlainString();
    }
}
