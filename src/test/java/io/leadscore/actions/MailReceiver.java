package io.leadscore.actions;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A mail server that keeps what it takes, and misbehaves as it is told. */
public final class MailReceiver implements AutoCloseable {

    /** How it answers. */
    enum Mood {
        KIND,
        REFUSES_LOGIN,
        REFUSES_SENDER,
        /** Wants TLS, and does not offer it. */
        WANTS_TLS,
        REFUSES_RECIPIENT,
        REFUSES_RECIPIENT_FOR_NOW,
        /** Begins a line and never ends it, instead of a greeting. */
        GREETS_WITHOUT_END,
        /** Takes the message, and goes on answering for ever. */
        ANSWERS_WITHOUT_END,
        /** Takes the message and hangs up. */
        HANGS_UP_AFTER_DATA,
        HANGS_UP_BEFORE_DATA
    }

    public record Mail(String from, String to, String text) {}

    private final ServerSocket socket;
    private final List<Mail> mails = new ArrayList<>();
    private final AtomicInteger passwords = new AtomicInteger();
    private final Arrivals arrivals = new Arrivals();
    private volatile Mood mood = Mood.KIND;

    public MailReceiver() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "mail-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** What is to be done when messages come in, before they are answered. */
    public Arrivals arrivals() {
        return arrivals;
    }

    void mood(Mood other) {
        mood = other;
    }

    ChannelSettings.MailServer settings(@Nullable String user) {
        return new ChannelSettings.MailServer(
                "127.0.0.1", socket.getLocalPort(), user, user == null ? null : "s3cret", "leadscore@example.com");
    }

    public List<Mail> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    /** How often somebody sent a password. */
    int passwords() {
        return passwords.get();
    }

    private void logIn(OutputStream out, String answer) throws IOException {
        passwords.incrementAndGet();
        say(out, answer);
    }

    private String sender() {
        return switch (mood) {
            case REFUSES_SENDER -> "550 not you";
            case WANTS_TLS -> "530 5.7.0 Must issue a STARTTLS command first";
            default -> "250 yes";
        };
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                talk(connection);
            } catch (IOException closed) {
                // By the test, or by a client that hung up.
            }
        }
    }

    private void talk(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = connection.getOutputStream();
        if (mood == Mood.GREETS_WITHOUT_END) {
            sayWithoutEnd(out, "220 here ".repeat(1_000));
        }
        say(out, "220 here");
        String from = "";
        String to = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> say(out, "250-here\r\n250 AUTH PLAIN");
                case "AUTH" -> logIn(out, mood == Mood.REFUSES_LOGIN ? "535 no" : "235 welcome");
                case "MAIL" -> {
                    from = line;
                    say(out, sender());
                }
                case "RCPT" -> {
                    to = line.replaceAll("(?i)^RCPT TO:<(.*)>.*$", "$1");
                    say(out, recipient(to));
                }
                case "DATA" -> {
                    if (mood == Mood.HANGS_UP_BEFORE_DATA) {
                        return;
                    }
                    say(out, "354 go on");
                    String text = text(in);
                    synchronized (mails) {
                        mails.add(new Mail(from, to, text));
                    }
                    arrivals.happened();
                    if (mood == Mood.HANGS_UP_AFTER_DATA) {
                        return;
                    }
                    if (mood == Mood.ANSWERS_WITHOUT_END) {
                        sayWithoutEnd(out, "250-taken\r\n".repeat(1_000));
                    }
                    say(out, "250 taken");
                }
                case "QUIT" -> {
                    say(out, "221 bye");
                    return;
                }
                default -> say(out, "250 yes");
            }
        }
    }

    private String recipient(String to) {
        return switch (mood) {
            case REFUSES_RECIPIENT -> "550 no such user " + to;
            case REFUSES_RECIPIENT_FOR_NOW -> "451 later";
            default -> "250 yes";
        };
    }

    private static String text(BufferedReader in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new EOFException("half a mail is none");
            }
            text.append(line.startsWith("..") ? line.substring(1) : line).append("\r\n");
        }
        return text.toString();
    }

    /** Until the other side hangs up. */
    private void sayWithoutEnd(OutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        while (!socket.isClosed()) {
            out.write(bytes);
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
