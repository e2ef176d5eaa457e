package io.leadscore.hubspot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The connections to HubSpot. They repeat, redirect and remember nothing by themselves: a call that is sent is a call
 * that counts.
 */
final class HttpWindow implements AutoCloseable {

    /** More threads than ever call at once: 19 calls a second at a latency of one second. */
    private static final int CONNECTIONS = 32;

    /** Some ten times what HubSpot sends. */
    private static final int MOST_HEADERS = 200;

    private static final int LONGEST_HEADER = 1 << 16;
    private static final Timeout CONNECT = Timeout.ofSeconds(5);

    private final CloseableHttpClient client;
    private final HubSpotApi api;

    HttpWindow(HubSpotSettings settings, Ticker ticker, ServerClock serverClock) {
        Timeout answer = Timeout.of(settings.timeout());
        client = Departure.watch(HttpClients.custom())
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .setMaxLineLength(LONGEST_HEADER)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(answer)
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .useSystemProperties()
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(answer)
                        .setResponseTimeout(answer)
                        .build())
                .useSystemProperties()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .addExecInterceptorBefore(ChainElement.COMPRESS.name(), "bounded", new BoundedAnswers(ticker))
                .addExecInterceptorAfter(
                        ChainElement.COMPRESS.name(), "bounded on the wire", new BoundedAnswers(ticker))
                .build();
        JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(BoundedAnswers.JSON)
                        .build())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        JacksonJsonHttpMessageConverter converter = new JacksonJsonHttpMessageConverter(json);
        converter.setSupportedMediaTypes(List.of(MediaType.APPLICATION_JSON, MediaType.ALL));
        RestClient http = RestClient.builder()
                .baseUrl(settings.baseUrl().toString().replaceAll("/+$", ""))
                .requestFactory(new HttpComponentsClientHttpRequestFactory(client))
                .configureMessageConverters(converters -> converters.configureMessageConvertersList(list -> {
                    list.clear();
                    list.add(converter);
                }))
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + settings.token())
                .defaultHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE)
                .defaultHeader(HttpHeaders.USER_AGENT, "leadscore")
                .defaultStatusHandler(status -> !status.is2xxSuccessful(), (request, response) -> {
                    throw FailedCall.answered(response, json);
                })
                .requestInterceptor(new RequestLog(ticker))
                .requestInterceptor(serverClock)
                .build();
        api = HttpServiceProxyFactory.builderFor(RestClientAdapter.create(http))
                .build()
                .createClient(HubSpotApi.class);
    }

    HubSpotApi api() {
        return api;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
