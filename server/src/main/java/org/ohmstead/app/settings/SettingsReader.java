package org.ohmstead.app.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.Sources.Found;
import org.ohmstead.app.settings.StationSettings.Auth;

/** Turns what was written into the records, and collects all that is wrong with it instead of stopping at the first. */
public final class SettingsReader {
    /** What no record has asked for yet. */
    private final Map<String, Found> found;

    private final @Nullable Found database;
    private final List<Wrong> wrong;
    private final List<String> warnings;

    private SettingsReader(Sources sources) {
        this.found = new LinkedHashMap<>(sources.found());
        this.database = found.get("database");
        this.wrong = new ArrayList<>(sources.wrong());
        this.warnings = new ArrayList<>(sources.warnings());
    }

    /** Never throws for what somebody wrote. */
    public static Result read(Sources sources) {
        return new SettingsReader(sources).read();
    }

    /**
     * The settings, or what is wrong with them.
     *
     * @param warnings what was ignored
     */
    public record Result(@Nullable Settings settings, List<Wrong> wrong, List<String> warnings) {
        /** @throws IllegalArgumentException naming all that is wrong */
        public Settings orThrow() {
            if (settings == null) {
                throw new IllegalArgumentException(wrong.toString());
            }
            return settings;
        }
    }

    private Result read() {
        Settings settings = new Settings(
                record(HttpSettings.class),
                record(TlsSettings.class),
                record(AccessSettings.class),
                record(OidcSettings.class),
                record(StoreSettings.class),
                record(FileStoreSettings.class),
                record(StationSettings.class),
                record(StationSecuritySettings.class),
                record(SocketSettings.class),
                record(CallSettings.class),
                record(TokenSettings.class),
                record(PaymentSettings.class),
                record(PlugAndChargeSettings.class),
                record(SessionSettings.class));
        found.values().forEach(this::unknown);
        open(settings);
        http(settings.http());
        settings.tls().wrong(settings.http().publicUrl()).ifPresent(wrong::add);
        access(settings.access());
        files(settings.files());
        wrong.addAll(settings.stationSecurity().wrong());
        wrong.addAll(settings.oidc().wrong(settings.http().publicUrl()));
        wrong.addAll(settings.plugAndCharge().wrong());
        database(settings.store().database());
        return new Result(wrong.isEmpty() ? settings : null, List.copyOf(wrong), List.copyOf(warnings));
    }

    private <T extends Record> T record(Class<T> type) {
        Object[] values = Known.of(type).stream().map(this::value).toArray();
        try {
            Constructor<?> constructor = type.getDeclaredConstructors()[0];
            return type.cast(constructor.newInstance(values));
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the settings record " + type + " cannot be made", e);
        }
    }

    /** What was found, or the default; also where it is wrong, because what else is wrong should be said too. */
    private Object value(Known known) {
        Found given = found.remove(known.name());
        if (given == null) {
            return known.fallback();
        }
        Optional<Object> value =
                given.text().isBlank() && !known.isList() ? Optional.empty() : known.value(given.text());
        if (value.isEmpty()) {
            String shown = known.setting().secret() ? "..." : given.text();
            wrong.add(new Wrong(known.name(), shown, given.where(), "allowed is " + known.allowed()));
        }
        return value.orElseGet(known::fallback);
    }

    private void unknown(Found given) {
        String advice = Known.guess(given.name())
                .map(name -> "did you mean " + name + "?")
                .orElse("./ohmstead serve --help lists them all");
        if (given.meant()) {
            wrong.add(new Wrong(given.name(), given.text(), given.where(), "there is no such setting; " + advice));
        } else { // its value may be another program's secret
            warnings.add(given.where() + " is ignored: there is no such setting; " + advice);
        }
    }

    /** Nobody gets an open door by accident. */
    private void open(Settings settings) {
        if (!settings.http().isLoopback() && settings.stations().stationAuth() != Auth.REQUIRED) {
            wrong.add(new Wrong(
                    "host",
                    settings.http().host(),
                    "together with station-auth=" + Words.of(settings.stations().stationAuth()),
                    "other machines could connect as any station; set station-auth=required and give the stations"
                            + " passwords, or listen on 127.0.0.1"));
        }
    }

    private void http(HttpSettings http) {
        if (!http.publicUrl().matches("(https?://[^/?#@\\s]+/?)?")) {
            wrong.add(new Wrong(
                    "public-url",
                    http.publicUrl(),
                    "in the settings",
                    "allowed is a URL such as https://csms.example.com"));
        }
    }

    private void files(FileStoreSettings files) {
        if (!files.stationFilesUrl().matches("(https?://[^/?#@\\s]+(/[^?#@\\s]*)?)?")) {
            wrong("station-files-url", files.stationFilesUrl(), "allowed is a URL such as http://10.0.0.5:8080");
        }
        if (!files.ftpPassivePorts().matches("(\\d{1,5}(-\\d{1,5})?(,\\d{1,5}(-\\d{1,5})?)*)?")) {
            wrong("ftp-passive-ports", files.ftpPassivePorts(), "allowed are ports such as 30000-30100");
        }
    }

    private void access(AccessSettings access) {
        boolean any = access.corsOrigins().contains("*");
        if (any && !access.allowAnyOrigin()) {
            wrong(
                    "cors-origins",
                    "*",
                    "every page of the web could use the API; name origins, or set allow-any-origin=true");
        }
        access.corsOrigins().stream()
                .filter(origin -> !origin.equals("*") && !origin.matches("https?://[^/?#@\\s*]+"))
                .forEach(origin ->
                        wrong("cors-origins", origin, "allowed are origins such as https://portal.example.com"));
        if (access.adminEmail().isEmpty() != access.adminPassword().isEmpty()) {
            wrong(
                    "admin-email",
                    access.adminEmail(),
                    "admin-email and admin-password count together only; set both or none");
        }
    }

    private void wrong(String name, String value, String allowed) {
        wrong.add(new Wrong(name, value, "in the settings", allowed));
    }

    private void database(String url) {
        if (database != null && !url.matches("(?s)(sqlite:.+|(jdbc:)?postgres(ql)?:.+)")) {
            wrong.add(new Wrong(
                    "database",
                    "...",
                    database.where(),
                    "allowed is sqlite:PATH or postgresql://user:password@host:5432/name"));
        }
    }
}
