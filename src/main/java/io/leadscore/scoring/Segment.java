package io.leadscore.scoring;

import java.util.Map;

/**
 * A kind of leads that is sold to in a way of its own, and so may have weights of its own.
 *
 * @param name as explanations and reports name it
 * @param where what must be true of a lead, all of it, by fact: {@link Segmentation#FACTS} and custom signals
 */
public record Segment(String name, Map<String, Condition> where) {

    public Segment {
        Check.present(name, "name");
        Check.require(
                name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} _.+-]{0,63}"),
                "name must be 1 to 64 letters, digits, blanks or any of _ . + -, and begin with a letter or digit");
        where = Check.copy(where, "where");
        Check.require(!where.isEmpty(), "where must say something of the segment's leads");
    }
}
