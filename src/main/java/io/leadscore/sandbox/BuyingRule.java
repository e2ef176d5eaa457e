package io.leadscore.sandbox;

import java.util.Map;

/**
 * The hidden rule for who buys: a logistic of fit and engagement. Leadscore never sees it; the better it ranks leads, the
 * closer it came.
 */
final class BuyingRule {

    private BuyingRule() {}

    /**
     * What industry, size, country and segment are worth.
     *
     * @param byIndustry what the market's industry is worth
     * @param place the place's place in the word list
     */
    static double companyAppeal(double byIndustry, long employees, int place, String segment) {
        double bySegment = segment.equals("PLATFORM") ? 0.4 : segment.equals("OTHER") ? -0.4 : 0;
        return byIndustry + sizeAppeal(employees) + placeAppeal(place) + bySegment;
    }

    static double sizeAppeal(long employees) {
        return employees < 10 ? -0.9 : employees < 50 ? 0 : employees < 1_000 ? 0.9 : 0.3;
    }

    static double placeAppeal(int place) {
        return place < 16 ? 0.4 : -0.5;
    }

    /** What an engagement says of how much the contact wants to buy: attempts of the team's say nothing. */
    static double deed(Map<String, String> engagement) {
        return "INCOMING_EMAIL".equals(engagement.get("hs_email_direction"))
                ? 0.8
                : "COMPLETED".equals(engagement.get("hs_meeting_outcome"))
                        ? 1.2
                        : "COMPLETED".equals(engagement.get("hs_call_status")) ? 0.6 : 0;
    }

    /**
     * The chance in [0, 1] that a deal with this contact is won.
     *
     * @param appeal the company's, 0 without one
     * @param bySource what the market's source is worth
     * @param heat how much the contact engages, in [0, 1]
     */
    static double chanceOfWinning(double appeal, boolean senior, double bySource, double heat) {
        double log = -2.6 + 0.9 * appeal + (senior ? 0.8 : 0) + bySource + 3.4 * heat;
        return 1 / (1 + Math.exp(-log));
    }
}
