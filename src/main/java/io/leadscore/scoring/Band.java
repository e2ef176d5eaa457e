package io.leadscore.scoring;

/**
 * A range of numbers, up to where the next one starts.
 *
 * @param from smallest number in it
 * @param value what such a number is worth, from 0 to 1
 */
public record Band(double from, double value) {

    public Band {
        Check.require(!Double.isNaN(from) && !Double.isInfinite(from), "from must be a number");
        Check.share(value, "value");
    }
}
