package io.leadscore.scoring;

/**
 * A range of company sizes, up to where the next one starts.
 *
 * @param name what the band is called in explanations and cohorts, such as {@code 11-50}
 * @param from smallest number of employees in it
 * @param value how well such a company fits the ideal client, from 0 to 1
 */
public record SizeBand(String name, long from, double value) {

    public SizeBand {
        Check.present(name, "name");
        Check.require(!name.isBlank(), "name must not be empty");
        Check.require(from >= 0, "from must not be negative, but is " + from);
        Check.share(value, "value");
    }
}
