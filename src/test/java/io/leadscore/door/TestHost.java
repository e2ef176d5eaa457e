package io.leadscore.door;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Carries out commands of its own: says something, reads a file, or waits until it is told to end. */
final class TestHost implements Host {

    final CountDownLatch waiting = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);

    @Override
    public boolean isHeavy(List<String> arguments) {
        return arguments.contains("heavy");
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("TOKEN", "the owner's", "LIMIT", "4");
    }

    @Override
    public int carryOut(Visit visit) {
        PrintWriter out = new PrintWriter(visit.out(), true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(visit.err(), true, StandardCharsets.UTF_8);
        List<String> arguments = visit.arguments();
        switch (arguments.get(0)) {
            case "say" -> out.println(String.join("|", arguments.subList(1, arguments.size())));
            case "user" -> out.println(visit.user() + " " + visit.interactive());
            case "differ" -> out.println(visit.differingSettings());
            case "much" -> out.println("x".repeat(1_000_000));
            case "read" -> read(visit, arguments.get(1), out, err);
            case "fail" -> throw new IllegalStateException("A fault of the command");
            default -> waitForEnding(visit);
        }
        return 7;
    }

    private static void read(Visit visit, String file, PrintWriter out, PrintWriter err) {
        try {
            out.print(new String(visit.read(file), StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            err.println(e.getMessage());
        }
    }

    private void waitForEnding(Visit visit) {
        CountDownLatch end = new CountDownLatch(1);
        visit.onEnding(end::countDown);
        waiting.countDown();
        try {
            end.await();
            ended.countDown();
        } catch (InterruptedException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
