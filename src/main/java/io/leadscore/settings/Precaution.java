package io.leadscore.settings;

import io.leadscore.door.Trust;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that works, but lets others see what they should not.
 *
 * @param subject the setting or file
 * @param sentence what is wrong with it
 * @param advice what to do
 */
public record Precaution(String subject, String sentence, String advice) {

    private static final List<Setting> ADDRESSES =
            List.of(Setting.HUBSPOT_BASE_URL, Setting.OPENAI_BASE_URL, Setting.LEAD_SCORE_SLACK_WEBHOOK_URL);

    /** What is to be said about these settings and the file that they come from. */
    static List<Precaution> of(SettingValues values, Path file) {
        List<Precaution> found = new ArrayList<>();
        if (Files.exists(file) && Trust.isReadableByOthers(file)) {
            found.add(new Precaution(file.toString(), "others may read it", "Take that away: chmod go-r " + file));
        }
        for (Setting address : ADDRESSES) {
            URI url = values.url(address);
            if (url != null && "http".equals(url.getScheme()) && !isLoopback(url.getHost())) {
                found.add(new Precaution(
                        address.name(),
                        "is plain http to another machine, so that whoever is between reads tokens and contacts",
                        "Use https."));
            }
        }
        String mailHost = values.text(Setting.LEAD_SCORE_SMTP_HOST);
        if (mailHost != null && !isLoopback(mailHost) && values.text(Setting.LEAD_SCORE_SMTP_USER) == null) {
            found.add(new Precaution(
                    Setting.LEAD_SCORE_SMTP_HOST.name(),
                    "is asked for TLS, but without LEAD_SCORE_SMTP_USER mail goes there in plain text if it has none",
                    "Set LEAD_SCORE_SMTP_USER, or see to it that the mail server offers STARTTLS."));
        }
        return found;
    }

    static boolean isLoopback(@Nullable String host) {
        return host != null
                && (host.equalsIgnoreCase("localhost")
                        || host.equals("::1")
                        || host.equals("[::1]")
                        || host.matches("127(\\.\\d{1,3}){3}"));
    }
}
