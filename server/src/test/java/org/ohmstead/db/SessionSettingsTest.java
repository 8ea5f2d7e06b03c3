package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.db.lanes.GroupCommit;

/** To say whose turn it is costs a way to the server and back: it is said where it was another's before, and nowhere else. */
class SessionSettingsTest {
    private static final Scope ONE = Scope.tenant(1);
    private static final Scope TWO = Scope.tenant(2);
    private static final String QUERY = "select 1";

    private final AtomicInteger said = new AtomicInteger();
    private Database database;
    private GroupCommit commits;

    /** One connection that writes for stations, and one that reads. */
    @BeforeEach
    void open() {
        DatabaseSettings settings = DatabaseSettings.of(TestDatabases.migratedPostgresUrl());
        DatabaseSettings few = new DatabaseSettings(
                settings.url(), 1, settings.maxBatch(), 1, settings.connectTimeout(), settings.statementTimeout());
        Store store = Store.postgres((DatabaseUrl.Postgres) DatabaseUrl.parse(few.url()), few, taken -> {});
        database = Database.over(
                few,
                new Store(
                        store.dialect(),
                        counted(store.writers()),
                        counted(store.readers()),
                        counted(store.serversReaders()),
                        store.migration(),
                        store.rowSecurity(),
                        store.upkeep(),
                        store.onClose()),
                Database.IN_THE_LOG);
        commits = new GroupCommit(database);
    }

    @AfterEach
    void close() {
        commits.close();
        database.close();
    }

    @Test
    void a_single_tenant_is_said_once_to_each_connection_however_much_the_server_reads_for_itself() {
        for (int i = 0; i < 20; i++) {
            assertThat(database.rows(ONE, QUERY, row -> row.number(1))).hasSize(1);
            assertThat(database.read(ONE).fetch(QUERY)).hasSize(1);
            assertThat(database.rows(Scope.everywhere(), QUERY, row -> row.number(1)))
                    .hasSize(1);
        }
        assertThat(said.getAndSet(0)).isEqualTo(1);
        for (int i = 0; i < 20; i++) {
            commits.write(ONE, i, tx -> tx.rows(QUERY, row -> row.number(1)));
        }
        assertThat(said).hasValue(1);
    }

    @Test
    void tenants_that_take_turns_are_said_each_time() {
        for (int i = 0; i < 5; i++) {
            database.rows(ONE, QUERY, row -> row.number(1));
            database.rows(TWO, QUERY, row -> row.number(1));
        }
        assertThat(said).hasValue(10);
    }

    /** What waits for a commit is put in the order of tenants first. */
    @Test
    void a_transaction_says_each_of_its_tenants_once_and_once_more_for_what_they_have_put_off() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> commits.write(ONE, 1, tx -> {
                held.countDown();
                return await(goOn);
            }));
            held.await();
            for (int i = 0; i < 30; i++) {
                Scope scope = i % 2 == 0 ? ONE : TWO;
                int lane = 100 + i;
                threads.submit(() -> commits.write(scope, lane, tx -> {
                    tx.later("update write_check set checks = checks + ?", 1);
                    return tx.rows(QUERY, row -> row.number(1));
                }));
            }
            while (commits.queued() < 31) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            first.get();
        }
        // ONE for the first; then ONE stands, TWO; and what was put off: ONE, TWO
        assertThat(said).hasValue(4);
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private DataSource counted(DataSource source) {
        return Listened.to(
                DataSource.class,
                source,
                (method, argument, result) -> result instanceof Connection connection ? counted(connection) : result);
    }

    private Connection counted(Connection connection) {
        return Listened.to(
                Connection.class,
                connection,
                (method, argument, result) ->
                        result instanceof PreparedStatement statement && RowPolicies.SHOW.equals(argument)
                                ? counted(statement)
                                : result);
    }

    private PreparedStatement counted(PreparedStatement statement) {
        return Listened.to(PreparedStatement.class, statement, (method, argument, result) -> {
            if (method.equals("execute")) {
                said.incrementAndGet();
            }
            return result;
        });
    }
}
