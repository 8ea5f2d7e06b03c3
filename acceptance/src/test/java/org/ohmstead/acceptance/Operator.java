package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Renames a station again and again, whether the server lives or not; and knows what the audit log has to say of it. */
final class Operator implements Runnable {
    private static final System.Logger LOG = System.getLogger(Operator.class.getName());

    private final Api api;
    private final String station;
    private final AtomicBoolean open;
    private final AtomicInteger told = new AtomicInteger();

    Operator(Api api, String station, AtomicBoolean open) {
        this.api = api;
        this.station = station;
        this.open = open;
    }

    /** How many changes were answered with success. */
    int told() {
        return told.get();
    }

    @Override
    public void run() {
        for (int number = 1; open.get(); number++) {
            try {
                if (api.patch("/api/v1/stations/" + station, "{\"name\":\"" + number + "\"}")
                                .status()
                        == 200) {
                    told.incrementAndGet();
                }
            } catch (UncheckedIOException dead) {
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "The server was killed; nobody knows whether change {0} stands",
                        number);
            }
        }
    }

    /** Each change has its line and each line its change: a line begins with the name that the one before it has left. */
    void check(Store store) {
        List<JsonNode> names = store.rows(
                "select before_json, after_json from audit_log where entity = 'station' and entity_id = '" + station
                        + "' and action = 'changed' and after_json like '%\"name\"%' order by seq",
                row -> json("[" + row.getString(1) + "," + row.getString(2) + "]"));
        assertThat(names).hasSizeGreaterThanOrEqualTo(told());
        String name = null;
        for (JsonNode change : names) {
            assertThat(change.at("/0/name").textValue()).isEqualTo(name);
            name = change.at("/1/name").textValue();
        }
        assertThat(store.rows("select name from station where identity = '" + station + "'", row -> row.getString(1)))
                .containsExactly(name);
        JsonNode chain = api.get("/api/v1/audit-logs/verification").ok();
        assertThat(chain.path("ok").asBoolean()).as(chain.toString()).isTrue();
    }

    private static JsonNode json(String text) {
        try {
            return Api.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }
}
