package org.ohmstead.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.output.MigrateResult;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Brings the schema up to date. The migrations are listed by name, because a class path inside jars of jars cannot be
 * searched reliably; each name is a file under {@code db/sqlite} and {@code db/postgres}.
 */
final class Migrations {
    private static final Logger LOG = System.getLogger(Migrations.class.getName());

    static final List<String> NAMES = List.of(
            "V001__tenant",
            "V002__station",
            "V003__token",
            "V004__charging",
            "V005__message",
            "V006__outbox",
            "V007__notice",
            "V008__energy",
            "V009__presumed_end",
            "V010__station_clock",
            "V011__security_event_run",
            "V012__station_limits_and_passwords",
            "V014__reading_key",
            "V016__token_values",
            "V017__session_ends",
            "V018__write_check",
            "V020__token_holders",
            "V021__session_disorder",
            "V022__scheduled_job",
            "V023__event_cursors",
            "V024__node",
            "V025__display_message",
            "V026__audit_log",
            "V027__tenants",
            "V028__row_policies",
            "V029__access",
            "V030__organisation",
            "V032__connector_block",
            "V034__command",
            "V035__smart_charging",
            "V037__file",
            "V039__remote_control",
            "V040__wanted_availability",
            "V041__device_model",
            "V042__network_profile",
            "V043__reservation",
            "V044__local_list_and_certificates",
            "V045__monitoring",
            "V047__tariff",
            "V048__settlement_and_battery_swap",
            "V049__der_control",
            "V050__bulk_command",
            "V051__overview",
            "V053__security_profile",
            "V054__authority",
            "V056__contract_certificates",
            "V057__connection_doctor",
            "V058__certificate_key",
            "V059__last_certificate_name",
            "V060__tariffs",
            "V061__session_prices",
            "V063__payment",
            "V066__ledger",
            "V067__driver",
            "V068__bill",
            "V069__invoice");

    private Migrations() {}

    /**
     * @param folder {@code db/sqlite} or {@code db/postgres}
     * @param first  what each of its connections says first; null: nothing
     */
    static void apply(DataSource database, String folder, @Nullable String first) {
        MigrateResult result = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(database)
                .initSql(first)
                .resourceProvider(new Listed(folder))
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
        if (result.migrationsExecuted > 0) {
            LOG.log(Level.INFO, "The schema of the database is now at version {0}", result.targetSchemaVersion);
        }
    }

    private record Listed(String folder) implements ResourceProvider {
        @Override
        public @Nullable LoadableResource getResource(String name) {
            return null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return NAMES.stream()
                    .filter(name -> name.startsWith(prefix))
                    .map(name -> (LoadableResource) new Script(folder, name + ".sql"))
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {
        private final String folder;
        private final String name;

        private Script(String folder, String name) {
            this.folder = folder;
            this.name = name;
        }

        @Override
        public Reader read() {
            InputStream in = Migrations.class.getResourceAsStream("/" + getAbsolutePath());
            if (in == null) {
                throw new UncheckedIOException(new IOException("The migration " + getAbsolutePath() + " is missing"));
            }
            return new InputStreamReader(in, StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return folder + "/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
