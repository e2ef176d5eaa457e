package io.leadscore.actions;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * How people outside HubSpot are reached. Prints no secret.
 *
 * @param adminEmail whom to tell when something is given up; null: nobody
 * @param mailServer what sends e-mail; null: nothing does
 * @param webhook a Slack-compatible incoming webhook, which is a secret, for whoever knows it may write; null: none
 */
public record ChannelSettings(
        @Nullable String adminEmail,
        @Nullable MailServer mailServer,
        @Nullable URI webhook) {

    /** Nobody is reached. */
    public static final ChannelSettings NONE = new ChannelSettings(null, null, null);

    @Override
    public String toString() {
        return "ChannelSettings[admin " + (adminEmail == null ? "none" : "set") + ", mail server " + mailServer
                + ", webhook " + (webhook == null ? "none" : "****") + "]";
    }

    /**
     * A server that takes e-mail for delivery.
     *
     * @param host its name
     * @param port its port, 1 to 65535
     * @param user whom to log in as; null: without logging in
     * @param password the user's; null: none
     * @param from whom messages are from
     */
    public record MailServer(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            String from) {

        @Override
        public String toString() {
            return host + ":" + port + (user == null ? "" : ", with a user") + (password == null ? "" : ", ****");
        }
    }
}
