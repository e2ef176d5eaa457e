package io.leadscore.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * The commands by name. Reading their annotations takes longer than what most of them do, so that all are made only when
 * none of them is named, for help say.
 */
final class Commands {

    /** In the order of the help. */
    static final List<String> NAMES = List.of(
            "demo",
            "sandbox",
            "setup",
            "doctor",
            "serve",
            "run",
            "runs",
            "relaunch",
            "stop",
            "explain",
            "report",
            "backtest",
            "ai",
            "models",
            "profile",
            "actions");

    private Commands() {}

    /** The command line with the command that the arguments name, else with all. */
    static CommandLine commandLine(Surroundings surroundings, String... arguments) {
        CommandLine all = new CommandLine(new LeadscoreCommand());
        Object only = arguments.length == 0 ? null : command(arguments[0], surroundings);
        if (only != null) {
            return all.addSubcommand(only);
        }
        for (String name : NAMES) {
            all.addSubcommand(command(name, surroundings));
        }
        return all;
    }

    private static @Nullable Object command(String name, Surroundings surroundings) {
        return switch (name) {
            case "demo" -> new DemoCommand(surroundings);
            case "sandbox" -> new SandboxCommand(surroundings);
            case "setup" -> new SetupCommand(surroundings);
            case "doctor" -> new DoctorCommand(surroundings);
            case "serve" -> new ServeCommand(surroundings);
            case "run" -> new RunCommand(surroundings);
            case "runs" -> new RunsCommand(surroundings);
            case "relaunch" -> new RelaunchCommand(surroundings);
            case "stop" -> new StopCommand(surroundings);
            case "explain" -> new ExplainCommand(surroundings);
            case "report" -> new ReportCommand(surroundings);
            case "backtest" -> new BacktestCommand(surroundings);
            case "ai" -> AiCommand.commandLine(surroundings);
            case "models" -> ModelsCommand.commandLine(surroundings);
            case "profile" -> ProfileCommand.commandLine(surroundings);
            case "actions" -> ActionsCommand.commandLine(surroundings);
            default -> null;
        };
    }
}
