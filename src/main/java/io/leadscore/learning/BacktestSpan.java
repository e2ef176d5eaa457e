package io.leadscore.learning;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Which deals are looked back at.
 *
 * @param from made at or after this
 * @param to made before this
 */
public record BacktestSpan(Instant from, Instant to) {

    /** @throws IllegalArgumentException when it is empty */
    public BacktestSpan {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("the span must begin before it ends");
        }
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** The months that it touches, in UTC, ascending. */
    List<YearMonth> months() {
        List<YearMonth> months = new ArrayList<>();
        YearMonth last = month(to.minusMillis(1));
        for (YearMonth month = month(from); !month.isAfter(last); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }

    static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }
}
