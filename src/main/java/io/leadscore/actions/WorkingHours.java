package io.leadscore.actions;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * When people work. Time is counted as it passes: a working day on which the clock is changed within the working hours
 * is an hour shorter or longer. Immutable.
 *
 * @param timeZone where
 * @param days on which days, at least one
 * @param from from when on, inclusive
 * @param to until when, later than {@code from}
 */
public record WorkingHours(ZoneId timeZone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    /** Nine to five from Monday to Friday, in UTC. */
    public static final WorkingHours DEFAULT = new WorkingHours(
            ZoneId.of("UTC"),
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            LocalTime.of(9, 0),
            LocalTime.of(17, 0));

    public WorkingHours {
        Check.require(!days.isEmpty(), "days must name a day");
        Check.require(from.isBefore(to), "to must be later than from on the same day");
        days = Set.copyOf(days);
    }

    /**
     * When so much work after an instant is over; the end of a working day still belongs to it.
     *
     * @param work 0 or more; of 0 the result is the first instant of work at or after {@code start}
     */
    public Instant after(Instant start, Duration work) {
        Duration left = work;
        for (LocalDate day = LocalDate.ofInstant(start, timeZone); ; day = day.plusDays(1)) {
            Instant opens = later(start, at(day, from));
            Instant closes = at(day, to);
            if (!days.contains(day.getDayOfWeek()) || !opens.isBefore(closes)) {
                continue;
            }
            Duration open = Duration.between(opens, closes);
            if (left.compareTo(open) <= 0) {
                return opens.plus(left);
            }
            left = left.minus(open);
        }
    }

    /** The next instant, later than {@code after}, at which the clock shows a time on a working day. */
    public Instant next(Instant after, LocalTime time) {
        LocalDate day = LocalDate.ofInstant(after, timeZone);
        while (!days.contains(day.getDayOfWeek()) || !at(day, time).isAfter(after)) {
            day = day.plusDays(1);
        }
        return at(day, time);
    }

    /** The local day of an instant. */
    public LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, timeZone);
    }

    private Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(timeZone).toInstant();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
