package io.leadscore.actions;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A range of company sizes, in employees.
 *
 * @param from the smallest, 0 or more
 * @param to the largest
 */
public record CompanySizes(long from, long to) {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9})|(\\+))");

    /**
     * Reads {@code 51-200} or {@code 5001+}.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static CompanySizes of(String text) {
        Matcher matcher = SHAPE.matcher(text.strip());
        Check.require(matcher.matches(), "sizes must be such as 51-200 or 5001+");
        long from = Long.parseLong(matcher.group(1));
        long to = matcher.group(3) == null ? Long.parseLong(matcher.group(2)) : Long.MAX_VALUE;
        Check.require(from <= to, "sizes must ascend within a range, unlike " + text.strip());
        return new CompanySizes(from, to);
    }

    boolean contain(long employees) {
        return employees >= from && employees <= to;
    }
}
