package io.leadscore.ai;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/** Ends with an error whatever answer is longer than any answer is, unpacked. Thread-safe. */
final class BoundedReplies implements Interceptor {

    private final long mostBytes;

    BoundedReplies(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        ResponseBody body = response.body();
        return body == null
                ? response
                : response.newBuilder().body(new Bounded(body, mostBytes)).build();
    }

    private static final class Bounded extends ResponseBody {

        private final ResponseBody body;
        private final BufferedSource source;

        Bounded(ResponseBody body, long mostBytes) {
            this.body = body;
            this.source = Okio.buffer(new ForwardingSource(body.source()) {
                private long left = mostBytes;

                @Override
                public long read(Buffer sink, long byteCount) throws IOException {
                    long read = super.read(sink, byteCount);
                    left -= Math.max(0, read);
                    if (left < 0) {
                        throw new IOException("The answer is longer than any answer is");
                    }
                    return read;
                }
            });
        }

        @Override
        public @Nullable MediaType contentType() {
            return body.contentType();
        }

        @Override
        public long contentLength() {
            return body.contentLength();
        }

        @Override
        public BufferedSource source() {
            return source;
        }
    }
}
