package org.ohmstead.db;

import static org.ohmstead.db.schema.Tables.METER_READING;
import static org.ohmstead.db.schema.Tables.TENANT;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Insert;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.ohmstead.db.schema.DefaultSchema;

/** A row in every table that has a tenant, whatever tables there are: made of what the schema says of them. */
public final class RowsOfTenants {
    private static final Instant AT = Instant.parse("2020-01-15T00:00:00Z");
    /** For readings there is a table for each month. */
    private static final Instant ANOTHER_MONTH = Instant.parse("2019-06-15T00:00:00Z");

    private RowsOfTenants() {}

    /** Those that have a tenant, and the tenants themselves; what others refer to comes first. */
    public static List<Table<?>> tables() {
        List<Table<?>> left = new ArrayList<>(DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                .filter(table -> table.equals(TENANT) || table.field("tenant_id") != null)
                .toList());
        List<Table<?>> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Table<?> next = left.stream()
                    .filter(table -> table.getReferences().stream()
                            .map(key -> key.getKey().getTable())
                            .noneMatch(other -> !other.equals(table) && left.contains(other)))
                    .findFirst()
                    .orElseThrow();
            left.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    /** A tenant of this number with one row in each table; two readings. */
    public static void fill(DSLContext sql, long tenant) {
        for (Table<?> table : tables()) {
            if (!(table.equals(TENANT) && sql.fetchExists(TENANT, TENANT.ID.eq(tenant)))) {
                row(sql, table, table, tenant, AT).execute();
            }
        }
        row(sql, METER_READING, METER_READING, tenant, ANOTHER_MONTH).execute();
    }

    /** @param like the table whose columns it has */
    static Insert<?> row(DSLContext sql, Table<?> like, Table<?> table, long tenant) {
        return row(sql, like, table, tenant, table.getName().endsWith("_rest") ? ANOTHER_MONTH : AT);
    }

    private static Insert<?> row(DSLContext sql, Table<?> like, Table<?> table, long tenant, Instant at) {
        Map<Field<?>, Object> values = new LinkedHashMap<>();
        for (Field<?> field : like.fields()) {
            boolean isReading = like.equals(METER_READING) && field.equals(METER_READING.ID);
            if (!isReading
                    && (!field.getDataType().nullable() || field.getName().matches("id|.*_id"))) {
                values.put(
                        DSL.field(DSL.name(field.getName()), field.getDataType()),
                        field.getName().equals("tenant_id") ? tenant : value(field, tenant, at));
            }
        }
        return sql.insertInto(table).set(values);
    }

    /** All that refers to something finds it, because everything of a tenant has its number. */
    private static Object value(Field<?> field, long tenant, Instant at) {
        Class<?> type = field.getType();
        if (type == Long.class) {
            return tenant;
        }
        if (type == Integer.class) {
            return 1;
        }
        if (type == Boolean.class) {
            return false;
        }
        if (type == BigDecimal.class) {
            return BigDecimal.ONE;
        }
        if (type == Instant.class) {
            return at;
        }
        if (type == byte[].class) {
            return new byte[0];
        }
        return "t" + tenant;
    }
}
