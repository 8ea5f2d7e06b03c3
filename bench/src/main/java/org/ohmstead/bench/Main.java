package org.ohmstead.bench;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The bench from the command line. */
@Command(name = "ohmstead bench", mixinStandardHelpOptions = true, description = "Measures the packaged server.")
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Vert.x looks for native resolvers and files that nobody needs here, and says so.
        System.setProperty("vertx.disableFileCPResolving", "true");
        System.setProperty("vertx.disableDnsResolver", "true");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        Clock clock = Clock.systemUTC();
        return new CommandLine(new Main())
                .addSubcommand("heartbeat", new LoadCommand(LoadCommand.Words.HEARTBEATS, clock))
                .addSubcommand("mix", new LoadCommand(LoadCommand.Words.SESSIONS, clock))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(120)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    failure.printStackTrace(command.getErr());
                    return 1;
                });
    }
}
