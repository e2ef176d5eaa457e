package io.leadscore.cli;

import io.leadscore.delta.AccountNotReadyException;
import io.leadscore.hubspot.HubSpotException;
import io.leadscore.ledger.LeaseLostException;
import io.leadscore.ledger.LedgerException;
import io.leadscore.recalibration.NothingToBacktestException;
import io.leadscore.recalibration.NothingToEvaluateException;
import io.leadscore.recalibration.NothingToRecalibrateException;
import io.leadscore.recalibration.PromotionRefusedException;
import io.leadscore.report.RunInProgressException;
import io.leadscore.report.WrongClockException;
import io.leadscore.settings.SettingsException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person is told when a command fails.
 *
 * @param exitCode what the shell is told
 * @param sentence what went wrong, naming the setting or record
 * @param advice what to do
 */
record Failure(ExitCode exitCode, String sentence, String advice) {

    /**
     * The failure that an exception means: that of the first in its chain of causes which this application threw on
     * purpose. The message of any other is not shown, because it may quote data.
     */
    static Failure of(Throwable thrown) {
        Failure onPurpose = onPurpose(thrown);
        if (onPurpose != null) {
            return onPurpose;
        }
        return new Failure(
                ExitCode.FAILED,
                "Leadscore failed unexpectedly (" + thrown.getClass().getSimpleName() + ").",
                "The log has the details: logs/leadscore.log in LEAD_SCORE_HOME.");
    }

    /** Whether this application did not throw it, or its cause, on purpose. */
    static boolean isUnexpected(Throwable thrown) {
        return onPurpose(thrown) == null;
    }

    private static @Nullable Failure onPurpose(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            Failure failure = known(cause);
            if (failure != null) {
                return failure;
            }
        }
        LedgerException disk = LedgerException.ofDisk(thrown);
        return disk == null ? null : new Failure(exitCode(disk), sentence(disk), disk.advice());
    }

    /** Whether it means that another process has the database open, and is the one to ask. */
    static boolean isOwnedElsewhere(Throwable thrown) {
        Set<Throwable> seen = new HashSet<>();
        for (Throwable cause = thrown; cause != null && seen.add(cause); cause = cause.getCause()) {
            if (cause instanceof LedgerException ledger) {
                return ledger.kind() == LedgerException.Kind.OWNED;
            }
        }
        return false;
    }

    private static @Nullable Failure known(Throwable thrown) {
        if (thrown instanceof CommandFailure failure) {
            return failure.failure();
        }
        if (thrown instanceof SettingsException wrong) {
            return new Failure(ExitCode.CONFIGURATION_WRONG, sentence(wrong), wrong.advice());
        }
        if (thrown instanceof RunInProgressException busy) {
            return new Failure(ExitCode.RUN_IN_PROGRESS, sentence(busy), busy.advice());
        }
        if (thrown instanceof NothingToRecalibrateException nothing) {
            return new Failure(ExitCode.FAILED, sentence(nothing), nothing.advice());
        }
        if (thrown instanceof NothingToBacktestException nothing) {
            return new Failure(ExitCode.FAILED, sentence(nothing), nothing.advice());
        }
        if (thrown instanceof NothingToEvaluateException nothing) {
            return new Failure(
                    nothing.isMisconfigured() ? ExitCode.CONFIGURATION_WRONG : ExitCode.FAILED,
                    sentence(nothing),
                    nothing.advice());
        }
        if (thrown instanceof PromotionRefusedException refused) {
            return new Failure(ExitCode.FAILED, sentence(refused), refused.advice());
        }
        if (thrown instanceof AccountNotReadyException notReady) {
            return new Failure(ExitCode.CONFIGURATION_WRONG, sentence(notReady), notReady.advice());
        }
        if (thrown instanceof WrongClockException wrong) {
            return new Failure(ExitCode.CONFIGURATION_WRONG, sentence(wrong), wrong.advice());
        }
        if (thrown instanceof HubSpotException hubSpot) {
            return new Failure(exitCode(hubSpot), sentence(hubSpot), hubSpot.advice());
        }
        if (thrown instanceof LeaseLostException lost) {
            return new Failure(ExitCode.FAILED, sentence(lost), lost.advice());
        }
        if (thrown instanceof LedgerException ledger) {
            return new Failure(exitCode(ledger), sentence(ledger), ledger.advice());
        }
        return null;
    }

    private static ExitCode exitCode(LedgerException thrown) {
        return switch (thrown.kind()) {
            case WRONG_KEY, MISCONFIGURED, NEWER_SCHEMA, NO_LEDGER -> ExitCode.CONFIGURATION_WRONG;
            case BUSY, OWNED -> ExitCode.RUN_IN_PROGRESS;
            case OWNER_STOPPED -> ExitCode.UNAVAILABLE;
            case UNREACHABLE, DAMAGED -> ExitCode.FAILED;
        };
    }

    private static ExitCode exitCode(HubSpotException thrown) {
        if (thrown instanceof HubSpotException.Unauthorized || thrown instanceof HubSpotException.MissingScopes) {
            return ExitCode.NOT_AUTHORISED;
        }
        if (thrown instanceof HubSpotException.Unavailable || thrown instanceof HubSpotException.DailyLimitReached) {
            return ExitCode.UNAVAILABLE;
        }
        if (thrown instanceof HubSpotException.Rejected rejected && rejected.isPropertyMissing()) {
            return ExitCode.CONFIGURATION_WRONG;
        }
        return ExitCode.FAILED;
    }

    private static String sentence(Throwable thrown) {
        String message = thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
