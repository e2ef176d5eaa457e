package io.leadscore.ai;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Okio;
import okio.Source;

/**
 * Reads no answer to more than {@value #MOST_MEBIBYTES} MiB, counted as it inflates: five times the results of the largest
 * batch file that is ever made. How long it may take is the client's to say.
 */
final class BoundedReplies implements Interceptor {

    private static final long MOST_MEBIBYTES = 256;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        if (body == null) {
            return response;
        }
        return response.newBuilder()
                .body(ResponseBody.create(
                        Okio.buffer(new Bounded(body.source())), body.contentType(), body.contentLength()))
                .build();
    }

    private static final class Bounded extends ForwardingSource {

        private long read;

        Bounded(Source source) {
            super(source);
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long got = super.read(sink, byteCount);
            read += Math.max(0, got);
            if (read > MOST_MEBIBYTES << 20) {
                throw new IOException("The answer has more than " + MOST_MEBIBYTES + " MiB");
            }
            return got;
        }
    }
}
