package io.leadscore.delta;

import io.leadscore.hubspot.PulledObject;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads nothing and notes no scan, so that the type's watermark stays and the next window covers the same. */
final class SkippedReader implements ItemStreamReader<PulledObject> {

    @Override
    public @Nullable PulledObject read() {
        return null;
    }
}
