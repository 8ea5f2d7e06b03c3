package org.ohmstead.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.Reference;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.settings.SettingsReader;
import org.ohmstead.app.settings.Sources;

/**
 * {@code ohmstead serve}: reads and checks the settings before anything starts, then hands the few that Quarkus itself needs
 * over to it.
 */
@QuarkusMain
public final class Main {
    private static final int WRONG_USAGE = 2;

    private static volatile @Nullable Settings started;

    private Main() {}

    public static void main(String... args) {
        List<String> flags = Arrays.asList(args);
        if (flags.contains("--help") || flags.contains("-h")) {
            System.out.print(Reference.help());
            return;
        }
        SettingsReader.Result read = SettingsReader.read(Sources.of(flags, System.getenv(), Path.of("")));
        Settings settings = read.settings();
        if (settings == null) {
            complain(read, System.err);
            System.exit(WRONG_USAGE);
            return;
        }
        started = settings;
        forQuarkus(settings).forEach(System::setProperty);
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

    private static Map<String, String> forQuarkus(Settings settings) {
        return Map.of(
                "quarkus.http.host", settings.http().host(),
                "quarkus.http.port", Integer.toString(settings.http().port()),
                "quarkus.http.limits.max-connections",
                        Integer.toString(settings.http().maxConnections()));
    }

    private static void complain(SettingsReader.Result read, PrintStream err) {
        read.wrong().forEach(wrong -> err.println("ohmstead: " + wrong));
        err.println("ohmstead: not started; ./ohmstead serve --help lists all settings");
    }
}
