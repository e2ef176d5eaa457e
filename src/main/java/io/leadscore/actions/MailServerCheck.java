package io.leadscore.actions;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Looks whether a mail server would take messages, without sending one. */
public final class MailServerCheck {

    private MailServerCheck() {}

    /**
     * Connects, says hello and, where there is a user, logs in; takes up to 40 s when nobody answers.
     *
     * @return what is wrong; null: nothing
     */
    public static @Nullable Trouble trouble(ChannelSettings.MailServer server, InstantSource clock) {
        return new PostOffice(server, clock).sound();
    }
}
