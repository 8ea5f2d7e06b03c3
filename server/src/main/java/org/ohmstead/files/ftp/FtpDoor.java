package org.ohmstead.files.ftp;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.apache.ftpserver.ConnectionConfigFactory;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.command.Command;
import org.apache.ftpserver.command.CommandFactory;
import org.apache.ftpserver.command.CommandFactoryFactory;
import org.apache.ftpserver.command.impl.ABOR;
import org.apache.ftpserver.command.impl.EPRT;
import org.apache.ftpserver.command.impl.EPSV;
import org.apache.ftpserver.command.impl.MODE;
import org.apache.ftpserver.command.impl.NOOP;
import org.apache.ftpserver.command.impl.OPTS;
import org.apache.ftpserver.command.impl.PASS;
import org.apache.ftpserver.command.impl.PASV;
import org.apache.ftpserver.command.impl.PORT;
import org.apache.ftpserver.command.impl.PWD;
import org.apache.ftpserver.command.impl.QUIT;
import org.apache.ftpserver.command.impl.STRU;
import org.apache.ftpserver.command.impl.SYST;
import org.apache.ftpserver.command.impl.TYPE;
import org.apache.ftpserver.command.impl.USER;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.jspecify.annotations.Nullable;
import org.ohmstead.files.FileSettings;
import org.ohmstead.files.StationFiles;

/** The FTP server, where there is one. */
@Singleton
public class FtpDoor {
    private static final Logger LOG = System.getLogger(FtpDoor.class.getName());
    private static final int IDLE_SECONDS = 120;
    private static final int MOST_AT_A_TIME = 50;
    private static final int MOST_FAILURES = 3;
    private static final int FAILURE_DELAY_MILLIS = 1_000;

    private final FileSettings.Ftp settings;
    private final StationFiles files;
    private @Nullable FtpServer server;

    @Inject
    public FtpDoor(FileSettings settings, StationFiles files) {
        this.settings = settings.ftp();
        this.files = files;
    }

    /** @throws IllegalStateException if it cannot listen there */
    public synchronized void start() {
        if (!settings.isOn() || server != null) {
            return;
        }
        FtpServerFactory factory = new FtpServerFactory();
        factory.addListener("default", listener().createListener());
        factory.setConnectionConfig(connections().createConnectionConfig());
        factory.setCommandFactory(commands());
        factory.setUserManager(new LinkUsers(files));
        factory.setFileSystem(user -> new OneFolder(user.getName()));
        FtpServer started = factory.createServer();
        try {
            started.start();
        } catch (FtpException e) {
            throw new IllegalStateException(
                    "ftp-port: cannot listen on " + settings.host() + ":" + settings.port() + " (" + e.getMessage()
                            + ")",
                    e);
        }
        server = started;
        LOG.log(Level.INFO, "Stations may leave diagnostics by FTP at port " + settings.port());
    }

    private ListenerFactory listener() {
        DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
        data.setIdleTime(IDLE_SECONDS);
        data.setActiveIpCheck(true); // else whoever has a user could make us connect to anybody
        data.setPassiveIpCheck(true);
        if (!settings.passivePorts().isEmpty()) {
            data.setPassivePorts(settings.passivePorts());
        }
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress(settings.host());
        listener.setPort(settings.port());
        listener.setIdleTimeout(IDLE_SECONDS);
        listener.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
        return listener;
    }

    private static ConnectionConfigFactory connections() {
        ConnectionConfigFactory connections = new ConnectionConfigFactory();
        connections.setAnonymousLoginEnabled(false);
        connections.setMaxLogins(MOST_AT_A_TIME);
        connections.setMaxThreads(MOST_AT_A_TIME);
        connections.setMaxLoginFailures(MOST_FAILURES);
        connections.setLoginFailureDelay(FAILURE_DELAY_MILLIS);
        return connections;
    }

    /** What it takes to store a file, and nothing else. */
    private CommandFactory commands() {
        CommandFactoryFactory commands = new CommandFactoryFactory();
        commands.setUseDefaultCommands(false);
        Command store = new StoreCommand(files);
        commands.addCommand("STOR", store);
        commands.addCommand("APPE", store);
        Command anyFolder = new AnyFolder();
        commands.addCommand("CWD", anyFolder);
        commands.addCommand("CDUP", anyFolder);
        commands.addCommand("MKD", anyFolder);
        commands.addCommand("USER", new USER());
        commands.addCommand("PASS", new PASS());
        commands.addCommand("QUIT", new QUIT());
        commands.addCommand("TYPE", new TYPE());
        commands.addCommand("MODE", new MODE());
        commands.addCommand("STRU", new STRU());
        commands.addCommand("PASV", new PASV());
        commands.addCommand("EPSV", new EPSV());
        commands.addCommand("PORT", new PORT());
        commands.addCommand("EPRT", new EPRT());
        commands.addCommand("PWD", new PWD());
        commands.addCommand("SYST", new SYST());
        commands.addCommand("NOOP", new NOOP());
        commands.addCommand("OPTS", new OPTS());
        commands.addCommand("ABOR", new ABOR());
        return commands.createCommandFactory();
    }

    @PreDestroy
    public synchronized void stop() {
        if (server != null) {
            server.stop();
            server = null;
        }
    }
}
