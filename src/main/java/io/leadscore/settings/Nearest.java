package io.leadscore.settings;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that was meant by a misspelt one: a letter too many, too few, wrong, or two in the wrong order. */
public final class Nearest {

    private Nearest() {}

    /** The known word that is near enough to be meant, whatever its case: a slip for each three letters; null: none is. */
    public static @Nullable String to(String written, Collection<String> known) {
        return to(written, known, Math.max(1, written.length() / 3));
    }

    /** The known word that is no more than so many slips away, whatever its case; null: none is. */
    static @Nullable String to(String written, Collection<String> known, int slips) {
        String word = written.toLowerCase(Locale.ROOT);
        String nearest = null;
        int least = 1 + slips;
        for (String candidate : known) {
            int distance = distance(word, candidate.toLowerCase(Locale.ROOT), least);
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return nearest;
    }

    /** The number of slips between two words (Damerau and Levenshtein); {@code most} where it is no less. */
    private static int distance(String one, String other, int most) {
        if (Math.abs(one.length() - other.length()) >= most) {
            return most;
        }
        int[][] slips = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                slips[i][j] = i == 0 || j == 0 ? i + j : cheapest(slips, one, other, i, j);
            }
        }
        return Math.min(most, slips[one.length()][other.length()]);
    }

    private static int cheapest(int[][] slips, String one, String other, int i, int j) {
        int wrong = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(slips[i - 1][j - 1] + wrong, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, slips[i - 2][j - 2] + 1) : least;
    }
}
