package io.leadscore.hubspot;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;

/** One line for each call: method, path template, status, milliseconds. Never values, queries or bodies. */
final class RequestLog implements ClientHttpRequestInterceptor {

    private static final Logger log = LoggerFactory.getLogger(RequestLog.class);

    /** Where RestClient leaves the path before its variables were filled in. */
    private static final String TEMPLATE = RestClient.class.getName() + ".uriTemplate";

    private static final Pattern HOST = Pattern.compile("^https?://[^/]+");

    private final Ticker ticker;

    RequestLog(Ticker ticker) {
        this.ticker = ticker;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        long start = ticker.nanos();
        ClientHttpResponse response = execution.execute(request, body);
        log.debug(
                "{} {} {} {} ms",
                request.getMethod(),
                template(request),
                response.getStatusCode().value(),
                TimeUnit.NANOSECONDS.toMillis(ticker.nanos() - start));
        return response;
    }

    private static String template(HttpRequest request) {
        String template = String.valueOf(request.getAttributes().get(TEMPLATE));
        String path = HOST.matcher(template).replaceFirst("");
        int query = path.indexOf('?');
        return query < 0 ? path : path.substring(0, query);
    }
}
