package io.leadscore.hubspot;

import java.util.ArrayList;
import java.util.List;

/** Cuts what is to be sent into as few batches as HubSpot's limit allows. */
final class Batches {

    private Batches() {}

    /** The rows in their order, each batch full but the last one. */
    static <T> List<List<T>> of(List<? extends T> rows, int largest) {
        List<List<T>> batches = new ArrayList<>();
        for (int start = 0; start < rows.size(); start += largest) {
            batches.add(List.copyOf(rows.subList(start, Math.min(rows.size(), start + largest))));
        }
        return batches;
    }
}
