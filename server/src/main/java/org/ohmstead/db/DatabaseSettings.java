package org.ohmstead.db;

import java.time.Duration;

/**
 * Where the facts are kept.
 *
 * @param url {@code sqlite:data/ohmstead.db}, {@code sqlite::memory:}, {@code postgresql://user:password@host:5432/db}
 *     or {@code jdbc:postgresql:...}
 * @param lanes how many transactions commit at the same time on PostgreSQL; SQLite has one writer, always. Default 4
 * @param maxBatch how many units of work one transaction holds at most. Default 1,024
 * @param readers how many connections serve reads. Default 8
 * @param connectTimeout how long a connection may take to come. Default 5 s
 * @param statementTimeout how long a statement may take before the database counts as away. Default 15 s
 */
public record DatabaseSettings(
        String url, int lanes, int maxBatch, int readers, Duration connectTimeout, Duration statementTimeout) {

    public DatabaseSettings {
        DatabaseUrl.parse(url);
        atLeastOne("lanes", lanes);
        atLeastOne("maxBatch", maxBatch);
        atLeastOne("readers", readers);
    }

    /** The defaults for this URL. */
    public static DatabaseSettings of(String url) {
        return new DatabaseSettings(url, 4, 1_024, 8, Duration.ofSeconds(5), Duration.ofSeconds(15));
    }

    /** An SQLite file under {@code data/} of the working directory. */
    public static DatabaseSettings defaults() {
        return of("sqlite:data/ohmstead.db");
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be 1 or more");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[" + DatabaseUrl.parse(url) + ", lanes=" + lanes + ", maxBatch=" + maxBatch
                + ", readers=" + readers + "]";
    }
}
