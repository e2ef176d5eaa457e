package io.leadscore.actions;

import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The ways to people outside HubSpot that are set. */
final class Channels implements AutoCloseable {

    private final @Nullable PostOffice postOffice;
    private final @Nullable Webhook webhook;

    Channels(ChannelSettings settings, InstantSource clock) {
        ChannelSettings.MailServer server = settings.mailServer();
        URI url = settings.webhook();
        this.postOffice = server == null ? null : new PostOffice(server, clock);
        this.webhook = url == null ? null : new Webhook(url, clock);
    }

    @Nullable
    PostOffice postOffice() {
        return postOffice;
    }

    @Nullable
    Webhook webhook() {
        return webhook;
    }

    @Override
    public void close() {
        if (webhook != null) {
            webhook.close();
        }
    }
}
