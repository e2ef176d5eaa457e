package io.leadscore.learning;

/** Which ages, in days, of leads that never had a deal are told apart: most that ever have one have it soon. */
public final class LeadAges {

    private static final int[] DAYS = {0, 7, 30, 90, 180, 365, 730};

    private LeadAges() {}

    /** How many ages there are. */
    public static int count() {
        return DAYS.length;
    }

    /** Where an age begins, in days since the contact was created. */
    public static int days(int age) {
        return DAYS[age];
    }

    /** The age that so many days are in. */
    public static int of(long days) {
        return Ages.among(DAYS, days);
    }
}
