package org.ohmstead.simulator;

import picocli.CommandLine;

/** Virtual charging stations from the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Vert.x looks for native resolvers and files that nobody needs here, and says so.
        System.setProperty("vertx.disableFileCPResolving", "true");
        System.setProperty("vertx.disableDnsResolver", "true");
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new SimulateCommand())
                .addSubcommand("demo", new DemoCommand())
                .setUsageHelpWidth(120)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(failure.getMessage());
                    return 1;
                });
    }
}
