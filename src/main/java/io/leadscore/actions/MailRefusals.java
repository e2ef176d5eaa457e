package io.leadscore.actions;

import jakarta.mail.MessagingException;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What it means when a mail server, once connected, does not take a message: whether it may have it all the same. Says
 * codes only, because a server's words quote addresses.
 */
final class MailRefusals {

    private static final int CLOSING = 421;
    /** RFC 3207, section 4. */
    private static final int TLS_FIRST = 530;

    private MailRefusals() {}

    static Outcome of(MessagingException failure) {
        for (Exception cause = failure; cause instanceof MessagingException one; cause = one.getNextException()) {
            if (one instanceof SMTPAddressFailedException recipient) {
                return recipient(recipient.getReturnCode());
            }
            if (one instanceof SMTPSenderFailedException sender) {
                return sender(sender.getReturnCode());
            }
        }
        return failure instanceof SMTPSendFailedException refused ? message(refused) : new Outcome.Unanswered();
    }

    private static Outcome message(SMTPSendFailedException refused) {
        int code = refused.getReturnCode();
        String command = String.valueOf(refused.getCommand()).strip().toUpperCase(Locale.ROOT);
        if (code < 0) {
            // The connection broke. Only a server that was told that the message is complete may have taken it.
            return command.equals(".") ? new Outcome.Unanswered() : away();
        }
        if (code == CLOSING) {
            return away();
        }
        return command.startsWith("MAIL")
                ? sender(code)
                : new Outcome.Refused("SMTP_" + code, "The mail server refuses the message.", isPassing(code));
    }

    private static Outcome recipient(int code) {
        return code < 0 || code == CLOSING
                ? away()
                : new Outcome.Refused("SMTP_" + code, "The mail server refuses the recipient.", isPassing(code));
    }

    private static Outcome sender(int code) {
        if (code == TLS_FIRST) {
            return new Outcome.Blocked(
                    "The mail server wants an encrypted connection, and offers none at this port (530).",
                    "Set LEAD_SCORE_SMTP_PORT to one with STARTTLS, or to 465.");
        }
        return code < 0 || isPassing(code)
                ? away()
                : new Outcome.Blocked(
                        "The mail server takes no messages from LEAD_SCORE_SMTP_FROM (" + code + ").",
                        "Set it to an address that the server sends for, or set LEAD_SCORE_SMTP_USER.");
    }

    private static Outcome away() {
        return new Outcome.Postponed("The mail server takes no messages for now.", "The next run tries again.");
    }

    private static boolean isPassing(int code) {
        return code >= 400 && code < 500;
    }
}
