package io.leadscore.sandbox;

/**
 * The hidden rule for who buys: a logistic of fit and engagement. Leadscore never sees it; the better it ranks leads, the
 * closer it came.
 */
final class BuyingRule {

    private BuyingRule() {}

    /** What industry, size, country and segment are worth, by their places in the word lists. */
    static double companyAppeal(int industry, long employees, int place, String segment) {
        double bySegment = segment.equals("PLATFORM") ? 0.4 : segment.equals("OTHER") ? -0.4 : 0;
        return industryAppeal(industry) + sizeAppeal(employees) + placeAppeal(place) + bySegment;
    }

    static double industryAppeal(int industry) {
        return 1 - 2.0 * industry / SeedWords.INDUSTRIES.size();
    }

    static double sizeAppeal(long employees) {
        return employees < 10 ? -0.9 : employees < 50 ? 0 : employees < 1_000 ? 0.9 : 0.3;
    }

    static double placeAppeal(int place) {
        return place < 16 ? 0.4 : -0.5;
    }

    static double sourceAppeal(int source) {
        return 0.7 - 1.4 * source / SeedWords.SOURCES.size();
    }

    /**
     * The chance in [0, 1] that a deal with this contact is won.
     *
     * @param appeal the company's, 0 without one
     * @param source the source's place in the word list
     * @param heat how much the contact engages, in [0, 1]
     */
    static double chanceOfWinning(double appeal, boolean senior, int source, double heat) {
        double log = -2.6 + 0.9 * appeal + (senior ? 0.8 : 0) + sourceAppeal(source) + 3.4 * heat;
        return 1 / (1 + Math.exp(-log));
    }
}
