package io.leadscore.actions;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands e-mails to a mail server, each over a connection of its own: encrypted when the server offers that, and always
 * when there is a password to be sent to another computer. Logs no address and nothing that the server says. Thread-safe.
 */
final class PostOffice {

    private static final Logger log = LoggerFactory.getLogger(PostOffice.class);
    private static final int IMPLICIT_TLS = 465;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** A conversation is a few thousand bytes, most of them certificates. */
    private static final long MOST_HEARD = 1 << 20;

    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final ChannelSettings.MailServer server;
    private final Session session;
    private final InstantSource clock;

    PostOffice(ChannelSettings.MailServer server, InstantSource clock) {
        this.server = server;
        this.session = Session.getInstance(properties(server));
        this.clock = clock;
    }

    private static Properties properties(ChannelSettings.MailServer server) {
        boolean login = server.user() != null;
        boolean implicit = server.port() == IMPLICIT_TLS;
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", String.valueOf(CONNECT.toMillis()));
        properties.setProperty("mail.smtp.timeout", String.valueOf(ANSWER.toMillis()));
        properties.setProperty("mail.smtp.writetimeout", String.valueOf(ANSWER.toMillis()));
        properties.put("mail.smtp.socketFactory", new BoundedSockets(MOST_HEARD));
        properties.setProperty("mail.smtp.socketFactory.fallback", "false");
        properties.setProperty("mail.smtp.auth", String.valueOf(login));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(implicit));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty(
                "mail.smtp.starttls.required",
                String.valueOf(login && !implicit && !THIS_COMPUTER.contains(server.host())));
        return properties;
    }

    /**
     * Sends a message.
     *
     * @param to a plain address
     * @param reference tells the message from every other: letters, digits and hyphens
     */
    Outcome send(String to, Message message, String reference) {
        if (!Letter.isAddress(to)) {
            return new Outcome.Refused("BAD_ADDRESS", "The recipient's e-mail address is none.", false);
        }
        Letter letter;
        try {
            letter = Letter.of(session, server.from(), to, message, reference, clock.instant());
        } catch (MessagingException e) {
            return new Outcome.Blocked("LEAD_SCORE_SMTP_FROM is no e-mail address.", "Correct it.");
        }
        Transport transport;
        try {
            transport = connect();
        } catch (AuthenticationFailedException e) {
            Trouble trouble = notLetIn();
            return new Outcome.Blocked(trouble.sentence(), trouble.advice());
        } catch (MessagingException e) {
            Trouble trouble = unreachable(e);
            return new Outcome.Postponed(trouble.sentence(), trouble.advice());
        }
        try {
            transport.sendMessage(letter, new Address[] {letter.recipient()});
            return new Outcome.Done(null);
        } catch (MessagingException e) {
            return MailRefusals.of(e);
        } finally {
            hangUp(transport);
        }
    }

    /**
     * Connects and says hello, logs in where there is a user, and sends nothing.
     *
     * @return what is wrong; null: nothing
     */
    @Nullable
    Trouble sound() {
        try {
            hangUp(connect());
            return null;
        } catch (AuthenticationFailedException e) {
            return notLetIn();
        } catch (MessagingException e) {
            return unreachable(e);
        }
    }

    private Transport connect() throws MessagingException {
        Transport transport = session.getTransport("smtp");
        transport.connect(server.host(), server.port(), server.user(), server.password());
        return transport;
    }

    private Trouble notLetIn() {
        return new Trouble(
                "The mail server " + place() + " refuses user and password.",
                "Check LEAD_SCORE_SMTP_USER and LEAD_SCORE_SMTP_PASSWORD.");
    }

    private Trouble unreachable(MessagingException failure) {
        log.info("No connection to the mail server ({}).", failure.getClass().getSimpleName());
        return new Trouble(
                "The mail server " + place() + " cannot be reached, or not as securely as it must be.",
                "Check LEAD_SCORE_SMTP_HOST and LEAD_SCORE_SMTP_PORT; with a user it has to offer STARTTLS.");
    }

    private String place() {
        return server.host() + ":" + server.port();
    }

    /** Whatever comes of a farewell, the message was taken or not before it. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("The mail server hung up first.");
        }
    }
}
