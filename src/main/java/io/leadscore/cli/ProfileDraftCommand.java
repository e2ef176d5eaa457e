package io.leadscore.cli;

import io.leadscore.hubspot.HubSpot;
import io.leadscore.ledger.Mirror;
import io.leadscore.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Drafts a scoring profile from history. */
@Command(
        name = "draft",
        description = {
            "Drafts a scoring profile from the account's closed deals: the ideal client, properties of the account's own that",
            "are worth declaring as signals, and how many leads are to be High. Prints it, with what it goes by in comments.",
            "The values of the account's own properties are read from HubSpot for this, and kept nowhere.",
            "Try it before it is put in place: scripts/leadscore backtest --profile <file>"
        })
final class ProfileDraftCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Option(names = "--to", paramLabel = "<file>", description = "Write it to this file instead.")
    private @Nullable String to;

    @Option(names = "--force", description = "Overwrite the file.")
    private boolean force;

    @Option(names = "--dry-run", description = "Only say how many calls it takes.")
    private boolean dryRun;

    ProfileDraftCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Path file = to == null ? null : place(to);
        Settings settings = surroundings.settings();
        String text = Glance.take(surroundings, (rooms, portalId) -> {
            try (HubSpot hubSpot = HubSpot.create(settings.hubSpot(), surroundings.clock())) {
                Mirror mirror = rooms.door(Mirror.class);
                return new ProfileDraft(settings, mirror, portalId, hubSpot, surroundings).text(dryRun);
            }
        });
        if (text.isEmpty()) {
            return ExitCode.DONE.number();
        }
        if (file == null) {
            surroundings.out().print(text);
        } else {
            write(file, text);
            surroundings.err().println("Written to " + file + ". Nothing is scored by it until it is put in place.");
        }
        return ExitCode.DONE.number();
    }

    private Path place(String name) {
        Path path = Path.of(name);
        if (surroundings.presence().isGuest() && !path.isAbsolute()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "--to is " + name + ", but the process that has the database is in another folder.",
                    "Give the file's whole path, or leave --to out and redirect the output.");
        }
        Path file = surroundings.workingFolder().resolve(path);
        if (Files.exists(file) && !force) {
            throw new CommandFailure(ExitCode.USAGE, file + " is there already.", "Give another name, or --force.");
        }
        return file;
    }

    private void write(Path file, String text) throws IOException {
        if (force) {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } else {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        }
    }
}
