package io.leadscore.learning;

/** At which ages, in days, open deals are looked at: closely while they are young, when most is decided. */
final class Ages {

    private static final int[] DAYS = {0, 1, 3, 7, 14, 30, 60, 90, 180, 365};

    private Ages() {}

    static int count() {
        return DAYS.length;
    }

    static int days(int age) {
        return DAYS[age];
    }
}
