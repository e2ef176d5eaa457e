package io.leadscore.hubspot;

import java.io.IOException;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * Knows which requests certainly never left: the name was not found, nobody listened, the connection or its encryption was
 * not there in time. Whatever the library throws then is the cause of a {@link NeverSent}; nothing else is.
 */
public final class Departure {

    private static final String LEFT = "leadscore.left";

    private Departure() {}

    /** The request never left: what was asked for was certainly not done. */
    public static final class NeverSent extends IOException {

        private static final long serialVersionUID = 1L;

        private NeverSent(IOException cause) {
            super("The request never left", cause);
        }
    }

    /** Has the client tell. */
    public static HttpClientBuilder watch(HttpClientBuilder client) {
        return client.addExecInterceptorBefore(ChainElement.CONNECT.name(), "departure", (request, scope, chain) -> {
                    scope.clientContext.removeAttribute(LEFT);
                    try {
                        return chain.proceed(request, scope);
                    } catch (IOException failure) {
                        throw scope.clientContext.getAttribute(LEFT) == null ? new NeverSent(failure) : failure;
                    }
                })
                .addExecInterceptorAfter(ChainElement.CONNECT.name(), "left", (request, scope, chain) -> {
                    scope.clientContext.setAttribute(LEFT, true);
                    return chain.proceed(request, scope);
                });
    }
}
