package io.leadscore.actions;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.regex.Pattern;

/** An e-mail: the message as plain text and as HTML, in UTF-8. Nothing in it can begin another header. */
final class Letter extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** One plain address: no name, no second one, and nothing that could end a header. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^@\\s\\p{Cntrl}<>,;:\"()\\[\\]\\\\]{1,64}@[A-Za-z0-9.-]{1,255}");

    private final InternetAddress recipient;
    private final String messageId;

    private Letter(Session session, InternetAddress recipient, String messageId) {
        super(session);
        this.recipient = recipient;
        this.messageId = messageId;
    }

    /**
     * Writes one.
     *
     * @param from an address, with a name or without
     * @param to a plain address
     * @param reference letters, digits and hyphens
     * @throws MessagingException when an address is none
     */
    static Letter of(Session session, String from, String to, Message message, String reference, Instant at)
            throws MessagingException {
        if (!isAddress(to) || from.chars().anyMatch(Character::isISOControl)) {
            throw new AddressException("no e-mail address");
        }
        InternetAddress sender = new InternetAddress(from, true);
        InternetAddress recipient = new InternetAddress(to, true);
        String domain = sender.getAddress().replaceAll("^.*@", "");
        Letter letter = new Letter(session, recipient, "<" + reference + "@" + domain + ">");
        letter.setFrom(sender);
        letter.setRecipient(RecipientType.TO, recipient);
        letter.setSubject(message.subject().replaceAll("\\p{Cntrl}+", " "), UTF_8);
        letter.setSentDate(Date.from(at));
        // Holiday notices are not to answer it (RFC 3834).
        letter.setHeader("Auto-Submitted", "auto-generated");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(message.plain(), UTF_8, "plain");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(message.html(), UTF_8, "html");
        letter.setContent(new MimeMultipart("alternative", plain, html));
        letter.saveChanges();
        return letter;
    }

    /** Whether it is one plain address. */
    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    InternetAddress recipient() {
        return recipient;
    }

    /** The same for the same action, so that a reader's mailbox shows a second one as the same. */
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
