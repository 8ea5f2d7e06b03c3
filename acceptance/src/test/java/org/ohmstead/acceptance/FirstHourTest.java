package org.ohmstead.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

/** The first hour with curl as docs/security.md has it, command by command, on a server that the network reaches. */
class FirstHourTest {
    private static final Path DOCUMENT = Path.of(System.getProperty("ohmstead.root"), "docs/security.md");
    /** An argument of a shell's command: in quotes of either kind, or without. */
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    /** What the reader puts in, by the words that stand there for it. */
    private final Map<String, String> words = new LinkedHashMap<>();

    @Test
    void from_the_setup_link_to_a_viewer_who_cannot() throws Exception {
        try (ServerProcess server = ServerProcess.start(folder, "--host=0.0.0.0", "--station-auth=required")) {
            Iterator<String> commands = commands().iterator();
            words.put("$API", "http://localhost:" + server.port() + "/api/v1");
            words.put("$JSON", "Content-Type: application/json");
            words.put("\"SECRET", '"' + secretOf(server.log(), "/setup#"));

            words.put("$TOKEN", ok(run(commands.next())).path("accessToken").asText());
            words.put("$KEY", ok(run(commands.next())).path("secret").asText());
            ok(run(commands.next()));
            assertThat(run(commands.next()).statusCode()).isEqualTo(204);
            charges(server, "CP-1", "at-least-16-characters");

            String invited = ok(run(commands.next())).path("link").asText();
            words.put("THEIR-SECRET", secretOf(invited, "/password#"));
            words.put("HER-TOKEN", ok(run(commands.next())).path("accessToken").asText());
            assertThat(run(commands.next()).statusCode()).isEqualTo(200);
            HttpResponse<String> refused = run(commands.next());
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("station.write");
            assertThat(commands.hasNext()).isFalse();
        }
    }

    /** Nobody but the station that has its password. */
    private static void charges(ServerProcess server, String identity, String password) {
        try (Simulators simulators = new Simulators()) {
            SimStation station = simulators.station(
                    new StationOptions(identity).url(server.stationUrl()).password(password));
            station.connect();
            station.plugIn(1);
            station.awaitDelivered();
        }
    }

    private static List<String> commands() throws IOException {
        String document = Files.readString(DOCUMENT, UTF_8);
        String part = document.substring(document.indexOf("### The first hour"), document.indexOf("### Roles"));
        List<String> commands = new ArrayList<>();
        for (String line : part.replace("\\\n", " ").lines().toList()) {
            if (line.startsWith("curl ")) {
                commands.add(line.replaceFirst("\\s+# .*", ""));
            }
        }
        return commands;
    }

    private static String secretOf(String text, String before) {
        Matcher secret = Pattern.compile(Pattern.quote(before) + "([\\w-]+)").matcher(text);
        assertThat(secret.find()).as(text).isTrue();
        return secret.group(1);
    }

    /** A command of curl's, with the options that the document uses. */
    private HttpResponse<String> run(String command) throws IOException, InterruptedException {
        String filled = command;
        for (Map.Entry<String, String> word : words.entrySet()) {
            filled = filled.replace(word.getKey(), word.getValue());
        }
        HttpRequest.Builder request = HttpRequest.newBuilder();
        String method = null;
        String body = null;
        Iterator<String> arguments = arguments(filled).iterator();
        while (arguments.hasNext()) {
            String argument = arguments.next();
            switch (argument) {
                case "curl" -> {}
                case "-X" -> method = arguments.next();
                case "-d" -> body = arguments.next();
                case "-H" -> {
                    String[] header = arguments.next().split(": ", 2);
                    request.header(header[0], header[1]);
                }
                default -> request.uri(URI.create(argument));
            }
        }
        String verb = method == null ? body == null ? "GET" : "POST" : method;
        request.method(verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static List<String> arguments(String command) {
        return ARGUMENT.matcher(command)
                .results()
                .map(found -> found.group(1) != null
                        ? found.group(1)
                        : found.group(2) != null ? found.group(2) : found.group(3))
                .toList();
    }

    private static JsonNode ok(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
        return new ObjectMapper().readTree(answer.body());
    }
}
