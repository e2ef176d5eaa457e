package io.leadscore.hubspot;

import java.io.IOException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import tools.jackson.core.StreamReadConstraints;

/**
 * Reads no answer that is larger, longer under way or more deeply nested than any that HubSpot gives; its connection is
 * given up. In the client's chain once outside of decompression and once inside, so that neither bytes on the wire nor
 * what they inflate to are without bound.
 */
final class BoundedAnswers implements ExecChainHandler {

    /**
     * 64 MiB: ten times the largest honest answers, which are the associations of 1,000 records at 500 links each and
     * the definitions of some thousand properties with their options.
     */
    static final long MOST_BYTES = 64L << 20;

    /** A body that trickles in never exceeds the wait for its next byte. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** HubSpot's values have 65,536 characters at most, its numbers 30 digits, its answers 10 levels. */
    static final StreamReadConstraints JSON = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxStringLength(1 << 20)
            .maxNumberLength(100)
            .maxNameLength(1_000)
            .build();

    private final Ticker ticker;

    BoundedAnswers(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        ClassicHttpResponse response = chain.proceed(request, scope);
        HttpEntity entity = response.getEntity();
        if (entity != null) {
            response.setEntity(new BoundedEntity(entity, scope.execRuntime::discardEndpoint, ticker));
        }
        return response;
    }
}
