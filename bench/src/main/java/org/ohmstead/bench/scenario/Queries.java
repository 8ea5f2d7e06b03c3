package org.ohmstead.bench.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.ohmstead.bench.load.Fleets;
import org.ohmstead.bench.load.Latencies;
import org.ohmstead.bench.report.Figure;
import org.ohmstead.bench.report.Goal;
import org.ohmstead.bench.report.Unit;
import org.ohmstead.bench.rig.Api;
import org.ohmstead.bench.rig.Target;

/**
 * The API's lists over a database that was filled beforehand: each is asked for again and again by one client, from the
 * request to the last byte. A deep page is reached as a client reaches it, by the cursors of a thousand pages (quick: 200).
 */
public final class Queries implements Scenario {
    private static final int STATIONS = 1000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String name() {
        return "queries";
    }

    @Override
    public void run(Setting setting) throws IOException, InterruptedException, TimeoutException {
        // As many for each station, and as many of each session.
        long sessions = multiple(setting.volume().sessions(setting.size()), STATIONS);
        long readings = multiple(setting.volume().readings(setting.size()), sessions);
        String name = "queries, %s, %,d sessions, %,d readings"
                .formatted(setting.target().database().words(), sessions, readings);
        try (Target target =
                setting.target().open(setting.cores(), setting.target().database())) {
            target.server().start();
            try (Api api = target.server().api()) {
                api.stations(Fleets.identities(STATIONS));
            }
            target.server().close(); // it would write now and then, and SQLite has one writer
            long start = System.nanoTime();
            Filling filling = new Filling(
                    target.database(),
                    STATIONS,
                    sessions,
                    readings,
                    setting.clock().instant());
            filling.run();
            setting.report().note("filled in %.0f s".formatted((System.nanoTime() - start) / 1e9));
            target.server().start();
            try (Api api = target.server().api()) {
                lists(sessions, filling.begin()).forEach((list, path) -> ask(setting, api, name, list, path));
                int deepest = setting.size(200, 1_000);
                deep(setting, api, name, "sessions", "/api/v1/sessions?", sessions, deepest);
                String ofStation = "/api/v1/meter-readings?station=" + station() + "&";
                deep(setting, api, name, "readings of a station", ofStation, readings / STATIONS, deepest);
            }
        } catch (SQLException e) {
            throw new IOException("the database could not be filled", e);
        }
    }

    private static long multiple(long wanted, long of) {
        return Math.max(1, wanted / of) * of;
    }

    private static String station() {
        return Fleets.identities(STATIONS).get(STATIONS / 2);
    }

    private static Map<String, String> lists(long sessions, Instant begin) {
        String station = station();
        Instant noon = begin.plus(Duration.ofHours(12));
        String day = "from=" + noon + "&to=" + noon.plus(Duration.ofDays(1));
        String hour = "from=" + noon + "&to=" + noon.plus(Duration.ofHours(1));
        Map<String, String> lists = new LinkedHashMap<>();
        lists.put("sessions", "/api/v1/sessions");
        lists.put("sessions of a station", "/api/v1/sessions?station=" + station);
        lists.put("sessions of a token", "/api/v1/sessions?token=FILL77");
        lists.put("open sessions", "/api/v1/sessions?state=open");
        lists.put("suspect sessions", "/api/v1/sessions?verdict=suspect");
        lists.put("incomplete sessions, of which there are none", "/api/v1/sessions?verdict=incomplete");
        lists.put("sessions of an EVSE, none", "/api/v1/sessions?station=" + station + "&evse=7");
        lists.put("sessions of a day", "/api/v1/sessions?" + day);
        lists.put("one session", "/api/v1/sessions/" + sessions / 2);
        lists.put("readings of a session", "/api/v1/sessions/" + sessions / 2 + "/readings");
        lists.put("evidence of a session", "/api/v1/sessions/" + sessions / 2 + "/evidence");
        lists.put("readings of a station", "/api/v1/meter-readings?station=" + station);
        lists.put("readings of a station and an hour", "/api/v1/meter-readings?station=" + station + "&" + hour);
        lists.put("readings of an EVSE, none", "/api/v1/meter-readings?station=" + station + "&evse=7");
        lists.put("stations", "/api/v1/stations");
        lists.put("stations by a part of their name", "/api/v1/stations?q=0077");
        return lists;
    }

    private static void ask(Setting setting, Api api, String name, String list, String path) {
        try {
            int times = setting.size(12, 200);
            Latencies latencies = new Latencies();
            for (int i = -times / 4; i < times; i++) {
                long start = System.nanoTime();
                api.get(path);
                if (i >= 0) {
                    latencies.record(System.nanoTime() - start);
                }
            }
            add(setting, name, list + ", p95", latencies);
        } catch (IOException e) {
            failed(setting, name, list, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void deep(Setting setting, Api api, String name, String list, String path, long rows, int deepest)
            throws IOException, InterruptedException {
        long size = Math.clamp(rows / deepest, 1, 100);
        Latencies latencies = new Latencies();
        String cursor = "";
        for (int page = 1; page <= deepest; page++) {
            long start = System.nanoTime();
            JsonNode answer = JSON.readTree(api.get(path + "limit=" + size + cursor));
            if (page > deepest * 9 / 10) {
                latencies.record(System.nanoTime() - start);
            }
            if (!answer.path("next").isTextual()) {
                break;
            }
            cursor = "&cursor=" + answer.get("next").asText();
        }
        String figure = "%s, the last tenth of %,d pages by cursor, p95".formatted(list, deepest);
        if (latencies.count() == 0) {
            failed(setting, name, figure, "there are less than %,d pages".formatted(deepest * 9 / 10));
        } else {
            add(setting, name, figure, latencies);
        }
    }

    private static void failed(Setting setting, String name, String figure, String why) {
        setting.report().note(figure + ": " + why);
        setting.report().add(Figure.of(name, figure + ", failed", Unit.COUNT, 1).goal(Goal.atMost(0)));
    }

    private static void add(Setting setting, String name, String figure, Latencies latencies) {
        setting.report()
                .add(Figure.of(name, figure, Unit.MILLIS, latencies.millis(0.95))
                        .goal(Goal.atMost(100)));
    }
}
