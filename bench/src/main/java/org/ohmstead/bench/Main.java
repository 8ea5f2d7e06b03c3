package org.ohmstead.bench;

import java.time.Clock;
import picocli.CommandLine;

/** The bench from the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Vert.x looks for native resolvers and files that nobody needs here, and says so.
        System.setProperty("vertx.disableFileCPResolving", "true");
        System.setProperty("vertx.disableDnsResolver", "true");
        // The embedded PostgreSQL would log, and nobody reads it.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        Clock clock = Clock.systemUTC();
        return new CommandLine(new BenchCommand(clock))
                .addSubcommand("heartbeat", new LoadCommand(LoadCommand.Words.HEARTBEATS, clock))
                .addSubcommand("mix", new LoadCommand(LoadCommand.Words.SESSIONS, clock))
                .addSubcommand("echo-server", new EchoServerCommand())
                .addSubcommand("stations-process", new StationsCommand())
                .addSubcommand("links-process", new LinksCommand(clock))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(120)
                .setParameterExceptionHandler((failure, arguments) -> {
                    failure.getCommandLine().getErr().println(failure.getMessage());
                    failure.getCommandLine().getErr().println("All options: ./ohmstead bench --help");
                    return 2;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    failure.printStackTrace(command.getErr());
                    return 1;
                });
    }
}
