package io.leadscore.cli;

import io.leadscore.ledger.LedgerException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Findings in the order in which they were made. A check that throws has found a failure; the others still run. */
final class Checkup {

    private final List<Finding> findings = new ArrayList<>();

    /** Makes one check; tells whether nothing failed in it. */
    boolean check(String subject, Supplier<List<Finding>> check) {
        List<Finding> found;
        try {
            found = check.get();
        } catch (LedgerException e) {
            found = List.of(
                    e.kind() == LedgerException.Kind.NO_LEDGER
                            ? Finding.warn(subject, String.valueOf(e.getMessage()), e.advice())
                            : failed(subject, e));
        } catch (RuntimeException e) {
            found = List.of(failed(subject, e));
        }
        findings.addAll(found);
        return found.stream().noneMatch(finding -> finding.level() == Finding.Level.FAIL);
    }

    private static Finding failed(String subject, RuntimeException thrown) {
        LoggerFactory.getLogger("command").warn("Check of {} failed", subject, thrown);
        return Finding.fail(subject, Failure.of(thrown));
    }

    /** Makes a check that yields a value if it succeeds, and null if it failed. */
    <T> @Nullable T read(String subject, Supplier<T> reader, Function<T, String> sentence) {
        List<T> value = new ArrayList<>();
        check(subject, () -> {
            value.add(reader.get());
            return List.of(Finding.ok(subject, sentence.apply(value.get(0))));
        });
        return value.isEmpty() ? null : value.get(0);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** That of the first failure. */
    ExitCode exitCode() {
        return findings.stream()
                .filter(finding -> finding.level() == Finding.Level.FAIL)
                .findFirst()
                .map(Finding::exitCode)
                .orElse(ExitCode.DONE);
    }
}
