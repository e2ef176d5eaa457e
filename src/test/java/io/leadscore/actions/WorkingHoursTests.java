package io.leadscore.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTests {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private final WorkingHours hours = new WorkingHours(BERLIN, WEEK, LocalTime.of(9, 0), LocalTime.of(17, 0));

    @ParameterizedTest
    @CsvSource({
        // Monday 23 November 2026, Berlin is an hour ahead of UTC.
        "2026-11-23T10:00+01:00, 4, 2026-11-23T14:00+01:00",
        "2026-11-23T07:30+01:00, 4, 2026-11-23T13:00+01:00",
        "2026-11-23T13:00+01:00, 4, 2026-11-23T17:00+01:00",
        "2026-11-23T15:00+01:00, 4, 2026-11-24T11:00+01:00",
        "2026-11-23T17:00+01:00, 4, 2026-11-24T13:00+01:00",
        // From Friday afternoon over the weekend.
        "2026-11-27T16:00+01:00, 4, 2026-11-30T12:00+01:00",
        "2026-11-28T12:00+01:00, 4, 2026-11-30T13:00+01:00",
        "2026-11-23T10:00+01:00, 20, 2026-11-25T14:00+01:00",
        "2026-11-23T18:00+01:00, 0, 2026-11-24T09:00+01:00",
        // The clock goes forward on Sunday 28 March 2027: Monday's nine o'clock is an hour earlier in UTC.
        "2027-03-26T16:00+01:00, 4, 2027-03-29T12:00+02:00",
    })
    void countsWorkingTime(String start, int work, String due) {
        assertThat(hours.after(instant(start), Duration.ofHours(work))).isEqualTo(instant(due));
    }

    @Test
    void countsTimeAsItPassesOnTheDayOnWhichTheClockIsChanged() {
        WorkingHours nights =
                new WorkingHours(BERLIN, EnumSet.allOf(DayOfWeek.class), LocalTime.of(1, 0), LocalTime.of(5, 0));

        // Sunday has three hours between one and five; the fourth is on Monday.
        assertThat(nights.after(instant("2027-03-28T00:30+01:00"), Duration.ofHours(4)))
                .isEqualTo(instant("2027-03-29T02:00+02:00"));
        // In October the same night has five.
        assertThat(nights.after(instant("2026-10-25T00:30+02:00"), Duration.ofHours(5)))
                .isEqualTo(instant("2026-10-25T05:00+01:00"));
    }

    @Test
    void isDueWithinWorkingHoursAfterExactlySoMuchWork() {
        Random random = new Random(11);
        for (String zone : List.of("Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "UTC")) {
            for (int i = 0; i < 300; i++) {
                WorkingHours some = randomHours(random, ZoneId.of(zone));
                Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(random.nextInt(63_072_000));
                Duration work = Duration.ofMinutes(random.nextInt(4_000));

                Instant due = some.after(start, work);

                assertThat(due).isAfterOrEqualTo(start);
                ZonedDateTime local = due.atZone(some.timeZone());
                assertThat(some.days()).contains(local.getDayOfWeek());
                // A gap moves an opening that does not exist forward.
                assertThat(due)
                        .isBetween(
                                local.toLocalDate()
                                        .atTime(some.from())
                                        .atZone(some.timeZone())
                                        .toInstant(),
                                local.toLocalDate()
                                        .atTime(some.to())
                                        .atZone(some.timeZone())
                                        .toInstant());
                assertThat(worked(some, start, due)).isEqualTo(work);
                assertThat(some.after(start.plusSeconds(60), work)).isAfterOrEqualTo(due);
            }
        }
    }

    @Test
    void findsTheNextDigest() {
        LocalTime eight = LocalTime.of(8, 0);

        assertThat(hours.next(instant("2026-11-23T07:59+01:00"), eight)).isEqualTo(instant("2026-11-23T08:00+01:00"));
        assertThat(hours.next(instant("2026-11-23T08:00+01:00"), eight)).isEqualTo(instant("2026-11-24T08:00+01:00"));
        assertThat(hours.next(instant("2026-11-27T09:00+01:00"), eight)).isEqualTo(instant("2026-11-30T08:00+01:00"));
    }

    @Test
    void refusesWhatIsNoWorkingDay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingHours(BERLIN, Set.of(), LocalTime.of(9, 0), LocalTime.of(17, 0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WorkingHours(BERLIN, WEEK, LocalTime.of(22, 0), LocalTime.of(6, 0)));
    }

    private static WorkingHours randomHours(Random random, ZoneId zone) {
        Set<DayOfWeek> days = EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)));
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextBoolean()) {
                days.add(day);
            }
        }
        int from = random.nextInt(20);
        return new WorkingHours(
                zone, days, LocalTime.of(from, 15 * random.nextInt(4)), LocalTime.of(from + 1 + random.nextInt(3), 50));
    }

    /** Minute by minute, the long way round. */
    private static Duration worked(WorkingHours hours, Instant start, Instant end) {
        Duration worked = Duration.ZERO;
        for (var day = hours.day(start); !day.isAfter(hours.day(end)); day = day.plusDays(1)) {
            if (!hours.days().contains(day.getDayOfWeek())) {
                continue;
            }
            Instant opens = day.atTime(hours.from()).atZone(hours.timeZone()).toInstant();
            Instant closes = day.atTime(hours.to()).atZone(hours.timeZone()).toInstant();
            Instant from = opens.isAfter(start) ? opens : start;
            Instant to = closes.isBefore(end) ? closes : end;
            if (from.isBefore(to)) {
                worked = worked.plus(Duration.between(from, to));
            }
        }
        return worked;
    }

    private static Instant instant(String text) {
        return ZonedDateTime.parse(text).toInstant();
    }
}
