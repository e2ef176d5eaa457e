package io.leadscore.sandbox;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a well-read model knows of who buys, beyond what it is told: which way the hidden {@link BuyingRule} leans. Without
 * it, a fit analysis could add nothing to the rules on the sandbox's data.
 */
final class BuyerLore {

    private static final double LEANING = 0.33;
    private static final Pattern NUMBER = Pattern.compile("(\\d+)\\s*([KMB]?)");
    private static final Set<String> BUYING_DEPARTMENTS =
            Set.of("GENERAL_MANAGEMENT", "SALES", "PURCHASING", "INFORMATION_TECHNOLOGY");
    private static final Map<String, Integer> PLACES = places();

    private BuyerLore() {}

    /** 1 where such leads buy more than others, -1 where less, 0 where nothing is known. */
    static int leaning(FitCriterion criterion, String value) {
        return switch (criterion) {
            case INDUSTRY -> sign(Market.USUAL.industryAppeal(value));
            case SOURCE -> sign(Market.USUAL.sourceAppeal(value));
            case GEOGRAPHY -> {
                int place = PLACES.getOrDefault(value, -1);
                yield place < 0 ? 0 : sign(BuyingRule.placeAppeal(place));
            }
            case SIZE -> ofNumber(value) < 0 ? 0 : sign(BuyingRule.sizeAppeal((long) ofNumber(value)));
            case LIFECYCLE, ROLE -> 0;
        };
    }

    /** The same of the fact that speaks where the other is missing. */
    static int sideLeaning(FitCriterion criterion, String value) {
        return switch (criterion) {
            case SIZE -> {
                double revenue = ofNumber(value);
                yield revenue < 0 ? 0 : revenue < 1e6 ? -1 : revenue < 5e8 ? 1 : 0;
            }
            case ROLE -> BUYING_DEPARTMENTS.contains(value) ? 1 : 0;
            case INDUSTRY, GEOGRAPHY, SOURCE, LIFECYCLE -> 0;
        };
    }

    private static int sign(double appeal) {
        return appeal > LEANING ? 1 : appeal < -LEANING ? -1 : 0;
    }

    /** The number that a band such as {@code 51-200} or {@code 1M-10M} begins with; -1 without one. */
    private static double ofNumber(String band) {
        Matcher number = NUMBER.matcher(band.toUpperCase(Locale.ROOT));
        if (!number.find()) {
            return -1;
        }
        double unit =
                switch (number.group(2)) {
                    case "K" -> 1e3;
                    case "M" -> 1e6;
                    case "B" -> 1e9;
                    default -> 1;
                };
        return Double.parseDouble(number.group(1)) * unit;
    }

    /** The best place of each country, by its ISO 3166-1 alpha-2 code. */
    private static Map<String, Integer> places() {
        List<String> names =
                SeedWords.PLACES.stream().map(place -> place.split("\\|", 2)[0]).toList();
        Map<String, Integer> places = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            int place =
                    names.indexOf(new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
            if (place >= 0) {
                places.put(code, place);
            }
        }
        return places;
    }
}
