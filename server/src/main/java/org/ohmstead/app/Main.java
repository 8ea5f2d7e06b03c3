package org.ohmstead.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.http.LocalKey;
import org.ohmstead.app.openapi.ApiDocument;
import org.ohmstead.app.settings.Reference;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.settings.SettingsReader;
import org.ohmstead.app.settings.Sources;
import org.ohmstead.app.settings.StoreSettings;
import org.ohmstead.app.tls.TlsPolicy;
import org.ohmstead.app.tls.TlsWiring;
import org.ohmstead.app.tls.UnusableCertificate;
import org.ohmstead.db.Database;
import org.ohmstead.db.DatabaseRefused;
import org.ohmstead.db.DatabaseSettings;
import org.ohmstead.encryption.EncryptionKey;

/**
 * {@code ohmstead serve}: reads and checks the settings, looks whether the ports are free, and opens the database, before
 * anything else starts; so whatever stops the start is one sentence, and Ctrl-C ends it at any moment. Then it hands the few
 * settings that Quarkus itself needs over to it.
 */
@QuarkusMain
public final class Main {
    private static final int REFUSED = 1;
    private static final int WRONG_USAGE = 2;

    private static volatile @Nullable Settings started;
    private static volatile @Nullable Sources written;
    private static volatile @Nullable Database opened;

    private Main() {}

    public static void main(String... args) {
        List<String> flags = Arrays.asList(args);
        if (flags.contains("--help") || flags.contains("-h")) {
            System.out.print(Reference.help());
            return;
        }
        EndSignals.endAtOnce();
        Sources sources = Sources.of(flags, System.getenv(), Path.of(""));
        SettingsReader.Result read = SettingsReader.read(sources);
        read.warnings().forEach(Main::say);
        Settings settings = read.settings();
        if (settings == null) {
            read.wrong().forEach(Main::say);
            say("not started; ./ohmstead serve --help lists all settings");
            System.exit(WRONG_USAGE);
            return;
        }
        TlsPolicy.prepare(settings.tls().tlsLegacyPort() > 0);
        started = settings;
        written = sources;
        try {
            Ports.refusal(settings.http(), settings.tls()).ifPresent(Main::refuse);
            Database database = open(settings.store());
            opened = database;
            if (database.rowSecurity() == Database.RowSecurity.PASSED_BY) {
                say(
                        "the role that it uses at PostgreSQL passes row-level security by (superuser or BYPASSRLS), so only its own"
                                + " queries hold organisations apart; an ordinary role that owns the database has both");
            }
            LocalKey.of(
                    settings.store().database()); // made now, so that a folder that cannot hold it is one sentence, too
            TlsWiring.check(settings, Clock.systemUTC()); // so that what stops TLS is one sentence as well
            encryptionKey(settings);
        } catch (DatabaseRefused | IllegalArgumentException | UncheckedIOException | UnusableCertificate e) {
            refuse(String.valueOf(e.getMessage()));
        }
        forQuarkus(settings).forEach(System::setProperty);
        ApiDocument.keepFromStart();
        Quarkus.run(Running.class);
    }

    /** What the process was started with; where {@link #main} was not asked, what environment and file say. */
    static Settings settings() {
        Settings settings = started;
        return settings != null
                ? settings
                : SettingsReader.read(Sources.of(List.of(), System.getenv(), Path.of("")))
                        .orThrow();
    }

    /** What flags, environment and file said at the start; where {@link #main} was not asked, environment and file. */
    static Sources sources() {
        Sources sources = written;
        return sources != null ? sources : Sources.of(List.of(), System.getenv(), Path.of(""));
    }

    /** The one that is open already; where {@link #main} was not asked, it is opened now. */
    static Database database(StoreSettings settings) {
        Database database = opened;
        return database != null ? database : open(settings);
    }

    /** The key that secrets in the database are encrypted with. @throws IllegalArgumentException saying why there can be none */
    static EncryptionKey encryptionKey(Settings settings) {
        return EncryptionKey.of(
                settings.store().encryptionKey(),
                settings.store().encryptionKeyFile(),
                settings.store().database());
    }

    private static Database open(StoreSettings settings) {
        DatabaseSettings defaults = DatabaseSettings.of(settings.database());
        return Database.open(
                new DatabaseSettings(
                        defaults.url(),
                        settings.databaseLanes(),
                        defaults.maxBatch(),
                        settings.databaseReaders(),
                        defaults.connectTimeout(),
                        defaults.statementTimeout()),
                new Database.Operator() {
                    @Override
                    public void waiting(String sentence) {
                        say(sentence);
                    }

                    @Override
                    public void taken(String sentence) {
                        say(sentence + " Ended.");
                        Runtime.getRuntime().halt(REFUSED); // whatever would be written now might be lost
                    }
                });
    }

    private static Map<String, String> forQuarkus(Settings settings) {
        return Map.of(
                "quarkus.http.host", settings.http().host(),
                "quarkus.http.port", Integer.toString(settings.http().port()),
                "quarkus.http.limits.max-connections",
                        Integer.toString(settings.http().maxConnections()));
    }

    private static void refuse(String sentence) {
        say(sentence);
        System.exit(REFUSED);
    }

    private static void say(Object sentence) {
        System.err.println("ohmstead: " + sentence);
    }
}
