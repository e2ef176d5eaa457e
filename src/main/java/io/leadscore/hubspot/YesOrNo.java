package io.leadscore.hubspot;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which of an enumeration's two options means yes. */
final class YesOrNo {

    private static final Set<String> YES = Set.of(
            "true",
            "t",
            "wahr",
            "vrai",
            "vero",
            "verdadero",
            "verdadeiro",
            "checked",
            "yes",
            "y",
            "1",
            "on",
            "ja",
            "j",
            "oui",
            "o",
            "s\u00ed",
            "si",
            "s\u00ec",
            "sim",
            "tak",
            "ano",
            "igen",
            "evet",
            "kyll\u00e4",
            "jah",
            "da",
            "\u0434\u0430",
            "\u03bd\u03b1\u03b9",
            "\u306f\u3044",
            "\u662f",
            "\uc608",
            "\u0646\u0639\u0645",
            "\u05db\u05df");

    private static final Set<String> NO = Set.of(
            "false",
            "f",
            "falsch",
            "faux",
            "falso",
            "unchecked",
            "no",
            "n",
            "0",
            "off",
            "nein",
            "non",
            "n\u00e3o",
            "nao",
            "nie",
            "ne",
            "nem",
            "hay\u0131r",
            "ei",
            "nej",
            "nei",
            "nee",
            "nu",
            "\u043d\u0435\u0442",
            "\u03cc\u03c7\u03b9",
            "\u3044\u3044\u3048",
            "\u5426",
            "\uc544\ub2c8\uc694",
            "\u0644\u0627",
            "\u05dc\u05d0");

    private YesOrNo() {}

    /**
     * The option that means yes, by what its internal value or its label says in one of many languages; where neither
     * says it, the first in HubSpot's order. Null unless there are exactly two.
     */
    static @Nullable String yes(List<PropertyOption> options) {
        if (options.size() != 2) {
            return null;
        }
        PropertyOption first = options.get(0);
        PropertyOption second = options.get(1);
        boolean secondIsYes = (isIn(YES, second) && !isIn(YES, first)) || (isIn(NO, first) && !isIn(NO, second));
        return secondIsYes ? second.value() : first.value();
    }

    /** Yes, no, or unknown (null), where no option list says which is which. */
    static @Nullable Boolean read(String value) {
        String word = value.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : null;
    }

    private static boolean isIn(Set<String> words, PropertyOption option) {
        return words.contains(option.value().toLowerCase(Locale.ROOT))
                || words.contains(option.label().toLowerCase(Locale.ROOT));
    }
}
