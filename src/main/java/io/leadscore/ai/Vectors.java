package io.leadscore.ai;

import java.util.List;

/**
 * Vectors of what was asked, in its order.
 *
 * @param vectors one for each text; of no length where there is none that can be used
 * @param promptTokens tokens of the texts; -1 when the server did not say
 */
record Vectors(List<float[]> vectors, long promptTokens) implements Metered {

    @Override
    public long completionTokens() {
        return 0;
    }
}
