package io.leadscore.hubspot;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * Says why no answer came, in our own words, because the libraries' messages quote URLs and bodies; and whether the call
 * can have reached HubSpot.
 */
final class NoAnswer {

    private NoAnswer() {}

    static FailedCall unreadable() {
        return FailedCall.withoutAnswer("answered what cannot be read");
    }

    static FailedCall because(RestClientException trouble) {
        FailedCall failure = described(trouble);
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof Departure.NeverSent) {
                return FailedCall.notSent(failure.trouble());
            }
        }
        return failure;
    }

    private static FailedCall described(RestClientException trouble) {
        for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
            if (cause instanceof AnswerTooLarge tooLarge) {
                return FailedCall.withoutAnswer(String.valueOf(tooLarge.getMessage()));
            }
            if (cause instanceof StreamConstraintsException) {
                return FailedCall.withoutAnswer("answered what is nested too deeply, or has values that are too long");
            }
            if (cause instanceof UnknownHostException) {
                return FailedCall.notSent("cannot be reached: the host name is unknown");
            }
            // Some of these are kinds of what is asked for further down.
            if (cause instanceof ConnectException
                    || cause instanceof ConnectTimeoutException
                    || cause instanceof ConnectionRequestTimeoutException
                    || cause instanceof NoRouteToHostException) {
                return FailedCall.notSent("cannot be reached: the connection was refused or not made in time");
            }
            if (cause instanceof SocketTimeoutException) {
                return FailedCall.withoutAnswer("did not answer in time");
            }
            if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
                return FailedCall.notSent("cannot be reached: the encrypted connection failed");
            }
            if (cause instanceof SSLException) {
                return FailedCall.withoutAnswer("cannot be reached: the encrypted connection failed");
            }
            if (cause instanceof IOException) {
                return FailedCall.withoutAnswer("broke the connection");
            }
        }
        return unreadable();
    }
}
