package io.leadscore.lead;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the country that somebody typed: a code of two or three letters, or a name in one of several languages. Only
 * the code is kept.
 */
public final class Country {

    private static final Set<String> CODES = Set.of(Locale.getISOCountries());

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}]+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern LEADING_ARTICLE = Pattern.compile("^(the|la|le|les|die|der|el|los|las)\\s+");

    private Country() {}

    /** Whether the text is an ISO 3166-1 alpha-2 code in capitals. */
    public static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /** The ISO 3166-1 alpha-2 code of a country's code or name; null when it is not known. */
    public static @Nullable String parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String trimmed = text.strip();
        String code = trimmed.toUpperCase(Locale.ROOT);
        if (CODES.contains(code)) {
            return code;
        }
        String name = normalised(trimmed);
        String found = Names.CODE_BY_NAME.get(squeezed(name));
        return found != null
                ? found
                : Names.CODE_BY_NAME.get(squeezed(LEADING_ARTICLE.matcher(name).replaceFirst("")));
    }

    private static String normalised(String text) {
        return MARK.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }

    private static String squeezed(String normalised) {
        return NOT_A_LETTER.matcher(normalised).replaceAll("");
    }

    /** Built when the first name is read: the names in all languages take a moment. */
    private static final class Names {

        private static final List<String> LANGUAGES =
                List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "tr", "ja", "zh");

        /** What people write besides the names that Java knows. */
        private static final Map<String, String> ALIASES = Map.ofEntries(
                Map.entry("us of america", "US"),
                Map.entry("united states of america", "US"),
                Map.entry("u.s.", "US"),
                Map.entry("u.s.a.", "US"),
                Map.entry("america", "US"),
                Map.entry("vereinigte staaten von amerika", "US"),
                Map.entry("etats-unis d'amerique", "US"),
                Map.entry("estados unidos de america", "US"),
                Map.entry("ee. uu.", "US"),
                Map.entry("eeuu", "US"),
                Map.entry("uk", "GB"),
                Map.entry("u.k.", "GB"),
                Map.entry("great britain", "GB"),
                Map.entry("britain", "GB"),
                Map.entry("england", "GB"),
                Map.entry("scotland", "GB"),
                Map.entry("wales", "GB"),
                Map.entry("northern ireland", "GB"),
                Map.entry("grossbritannien", "GB"),
                Map.entry("großbritannien", "GB"),
                Map.entry("grande-bretagne", "GB"),
                Map.entry("gran bretana", "GB"),
                Map.entry("brd", "DE"),
                Map.entry("bundesrepublik deutschland", "DE"),
                Map.entry("federal republic of germany", "DE"),
                Map.entry("holland", "NL"),
                Map.entry("republic of ireland", "IE"),
                Map.entry("eire", "IE"),
                Map.entry("czech republic", "CZ"),
                Map.entry("tschechische republik", "CZ"),
                Map.entry("slovak republic", "SK"),
                Map.entry("schweizerische eidgenossenschaft", "CH"),
                Map.entry("uae", "AE"),
                Map.entry("u.a.e.", "AE"),
                Map.entry("vae", "AE"),
                Map.entry("emirates", "AE"),
                Map.entry("russian federation", "RU"),
                Map.entry("south korea", "KR"),
                Map.entry("korea", "KR"),
                Map.entry("republic of korea", "KR"),
                Map.entry("north korea", "KP"),
                Map.entry("viet nam", "VN"),
                Map.entry("turkey", "TR"),
                Map.entry("turkiye", "TR"),
                Map.entry("ivory coast", "CI"),
                Map.entry("macedonia", "MK"),
                Map.entry("hong kong", "HK"),
                Map.entry("macau", "MO"),
                Map.entry("taiwan", "TW"),
                Map.entry("people's republic of china", "CN"),
                Map.entry("prc", "CN"),
                Map.entry("brasil", "BR"),
                Map.entry("mexico", "MX"),
                Map.entry("el", "GR"),
                Map.entry("hellas", "GR"));

        private static final Map<String, String> CODE_BY_NAME = codeByName();

        private static Map<String, String> codeByName() {
            Map<String, String> codes = new HashMap<>(8_192);
            for (String code : Locale.getISOCountries()) {
                Locale country = new Locale.Builder().setRegion(code).build();
                codes.putIfAbsent(country.getISO3Country().toLowerCase(Locale.ROOT), code);
                for (String language : LANGUAGES) {
                    String name = country.getDisplayCountry(Locale.forLanguageTag(language));
                    codes.putIfAbsent(squeezed(normalised(name)), code);
                }
            }
            ALIASES.forEach((alias, code) -> codes.put(squeezed(normalised(alias)), code));
            codes.remove("");
            return codes;
        }
    }
}
