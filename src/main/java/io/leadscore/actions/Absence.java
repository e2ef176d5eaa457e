package io.leadscore.actions;

import java.time.LocalDate;

/**
 * Days on which an owner gets no leads, in the time zone of the working hours.
 *
 * @param from the first of them
 * @param to the last of them
 */
public record Absence(LocalDate from, LocalDate to) {

    public Absence {
        Check.require(!to.isBefore(from), "to must not be before from");
    }

    boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
