package io.leadscore.learning;

/**
 * At which ages, in days, open deals are looked at: closely while they are young, when most is decided. A look speaks for the
 * ages around it, to halfway on a scale of ratios: spoken for from its own age on, chances that fall are too high.
 */
final class Ages {

    private static final int[] DAYS = {0, 1, 3, 7, 14, 30, 60, 90, 180, 365};
    private static final int[] FROM = {0, 1, 2, 5, 10, 21, 43, 74, 128, 257};

    private Ages() {}

    static int count() {
        return DAYS.length;
    }

    static int days(int age) {
        return DAYS[age];
    }

    /** Which look speaks for a deal of so many days. */
    static int of(long days) {
        return among(FROM, days);
    }

    /** Which of the ages that begin at these days, ascending, so many days are in. */
    static int among(int[] begins, long days) {
        int age = 0;
        while (age + 1 < begins.length && days >= begins[age + 1]) {
            age++;
        }
        return age;
    }

    /** From which age on, in days, a look speaks. */
    static int from(int age) {
        return FROM[age];
    }
}
