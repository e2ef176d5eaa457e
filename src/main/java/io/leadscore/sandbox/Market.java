package io.leadscore.sandbox;

import java.util.List;

/**
 * Whom the seller deals with, and who of them buys.
 *
 * @param industries of the companies, those that buy most first
 * @param sources of the contacts, those that buy most first
 * @param evenly whether there are as many of each; else there are more of the first ones
 * @param strength how much of a difference they make, 1 as usual
 */
record Market(List<String> industries, List<String> sources, boolean evenly, double strength) {

    /** Much as the scoring profile in the jar believes it to be. */
    static final Market USUAL = new Market(SeedWords.INDUSTRIES, SeedWords.SOURCES, false, 1);

    /** A seller to inns and shops, who meets its buyers at fairs: nearly the other way round. */
    static final Market FAIRS = new Market(
            List.of(
                    "RESTAURANTS",
                    "HOSPITALITY",
                    "RETAIL",
                    "CONSUMER_GOODS",
                    "NON_PROFIT_ORGANIZATION_MANAGEMENT",
                    "CONSTRUCTION",
                    "MARKETING_AND_ADVERTISING",
                    "FINANCIAL_SERVICES",
                    "COMPUTER_SOFTWARE",
                    "INFORMATION_TECHNOLOGY_AND_SERVICES"),
            List.of("OFFLINE", "SOCIAL_MEDIA", "EMAIL_MARKETING", "ORGANIC_SEARCH", "PAID_SEARCH", "REFERRALS"),
            true,
            1.8);

    String industry(Dice dice) {
        return evenly ? dice.pick(industries) : dice.pickEarly(industries);
    }

    String source(Dice dice) {
        return evenly ? dice.pick(sources) : dice.pickEarly(sources);
    }

    /** What the industry is worth, as usual from 1 down to -1; 0 for one that is not in the market. */
    double industryAppeal(String industry) {
        int index = industries.indexOf(industry);
        return index < 0 ? 0 : strength * (1 - 2.0 * index / industries.size());
    }

    /** What the source is worth, as usual from 0.7 down to -0.7; 0 for one that is not in the market. */
    double sourceAppeal(String source) {
        int index = sources.indexOf(source);
        return index < 0 ? 0 : strength * (0.7 - 1.4 * index / sources.size());
    }
}
