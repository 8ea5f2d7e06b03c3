package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The migrations are written twice, and come to the same. */
class SchemasTest {
    private static final String SQLITE = """
            select t.name || '.' || c.name || case when c."notnull" = 1 or c.pk > 0 then '' else ' null' end
            from sqlite_master t join pragma_table_info(t.name) c
            where t.type = 'table' and t.name not like 'flyway%' and t.name not like 'sqlite%'""";

    private static final String POSTGRES = """
            select t.relname || '.' || a.attname || case when a.attnotnull then '' else ' null' end
            from pg_class t join pg_namespace n on n.oid = t.relnamespace
            join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            where n.nspname = 'public' and t.relkind in ('r', 'p') and not t.relispartition and t.relname not like 'flyway%'
            """;

    private static final String SQLITE_INDEXES = """
            select tbl_name || '.' || name from sqlite_master where type = 'index' and sql is not null and tbl_name not like 'flyway%'""";

    private static final String POSTGRES_INDEXES = """
            select t.relname || '.' || c.relname
            from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
            join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and not t.relispartition and t.relname not like 'flyway%'
              and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
            """;

    @Test
    void both_databases_have_the_same_tables_and_columns_and_the_same_of_them_may_be_null() {
        assertThat(rows(TestDatabases.sqlite(), SQLITE))
                .isEqualTo(rows(TestDatabases.postgres(), POSTGRES))
                .contains("station.clock_ahead_ms null", "token_alias.token_id");
    }

    @Test
    void both_databases_have_the_same_indexes() {
        assertThat(rows(TestDatabases.sqlite(), SQLITE_INDEXES))
                .isEqualTo(rows(TestDatabases.postgres(), POSTGRES_INDEXES))
                .isNotEmpty();
    }

    private static List<String> rows(Database database, String query) {
        try (database) {
            return database.rows(Scope.everywhere(), query, row -> String.valueOf(row.text(1))).stream()
                    .sorted()
                    .toList();
        }
    }
}
