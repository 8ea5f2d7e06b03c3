package org.ohmstead.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.rpc.CallerOf;
import org.ohmstead.ocpp.rpc.LinkEngine;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.LinkSettings;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.Wire;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.rpc.routing.Routes;

/** A CSMS as strict as a certification, which accepts everything that is valid; its answers can be replaced by action. */
final class TinyCsms implements AutoCloseable {
    /** Something that a station said. */
    record Heard(String identity, String action, Record message) {}

    private final Vertx vertx = Vertx.vertx();
    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final LinkEngine engine = LinkEngine.onVirtualThreads(alarms);
    private final HttpServer server;
    private final Map<String, OcppLink<String>> links = new ConcurrentHashMap<>();
    private final Map<String, ServerWebSocket> sockets = new ConcurrentHashMap<>();
    private final Map<String, Function<Record, Object>> answers = new ConcurrentHashMap<>();
    private final List<String> deviations = new CopyOnWriteArrayList<>();
    private final List<String> frames = new CopyOnWriteArrayList<>();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicLong transactions = new AtomicLong(100);

    private final boolean strict;

    TinyCsms() {
        this(true);
    }

    /** As lenient as a server in the field, or not. */
    TinyCsms(boolean strict) {
        this.strict = strict;
        HttpServerOptions options = new HttpServerOptions()
                .setPort(0)
                .setHost("127.0.0.1")
                .setWebSocketSubProtocols(List.of("ocpp1.6", "ocpp2.0.1", "ocpp2.1"));
        server = vertx.createHttpServer(options)
                .webSocketHandler(this::opened)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String url() {
        return "ws://127.0.0.1:" + server.actualPort() + "/ocpp";
    }

    /** Answers an action with the record, the payload as JSON, or the {@link CallRefused}, that the function returns. */
    void answer(String action, Function<Record, Object> with) {
        answers.put(action, with);
    }

    List<Heard> heard() {
        return heard;
    }

    /** What was said of an action, in order. */
    <T extends Record> List<T> heard(Class<T> request) {
        return heard.stream()
                .map(Heard::message)
                .filter(request::isInstance)
                .map(request::cast)
                .toList();
    }

    /** Everything in which a frame of a station differed from its schema. */
    List<String> deviations() {
        return deviations;
    }

    /** All that came in, as texts. */
    List<String> frames() {
        return frames;
    }

    Outcome<?> call(String identity, Record request) {
        return call(identity, request, Duration.ofSeconds(5));
    }

    Outcome<?> call(String identity, Record request, Duration timeout) {
        CompletableFuture<? extends Outcome<?>> future = links.get(identity).call((OcppCall<?>) request, timeout);
        try {
            return future.get(timeout.toMillis() + 5_000, TimeUnit.MILLISECONDS);
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    OcppResult answered(String identity, Record request) {
        Outcome<?> outcome = call(identity, request);
        if (outcome instanceof Outcome.Answered<?> answer) {
            return answer.response();
        }
        throw new AssertionError(request + " ended as " + outcome);
    }

    void kick(String identity) {
        sockets.get(identity).close();
    }

    boolean isConnected(String identity) {
        return links.containsKey(identity);
    }

    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Never came true: " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void opened(ServerWebSocket socket) {
        String path = socket.path();
        String identity = path.substring(path.lastIndexOf('/') + 1);
        OcppVersion version = OcppVersion.ofSubprotocol(socket.headers().get("Sec-WebSocket-Protocol"))
                .orElseThrow();
        OcppLink<String> link = new OcppLink<>(
                CallerOf.always(identity),
                routes(version),
                LinkSettings.DEFAULT.withStrict(strict).withCloseAfterTimeouts(0),
                wire(socket),
                engine,
                new LinkObserver() {
                    @Override
                    public void frameIn(String text, FrameType type, String action, String id, List<Deviation> found) {
                        frames.add(text);
                        found.forEach(one -> deviations.add(action + " " + one + " in " + text));
                    }
                });
        links.put(identity, link);
        sockets.put(identity, socket);
        socket.textMessageHandler(link::received);
        socket.closeHandler(closed -> {
            link.closed("closed");
            links.remove(identity, link);
        });
        link.open();
    }

    private static Wire wire(ServerWebSocket socket) {
        return new Wire() {
            @Override
            public void send(String text) {
                if (!socket.isClosed()) {
                    socket.writeTextMessage(text);
                }
            }

            @Override
            public void close(int code, String reason) {
                socket.close((short) code, reason);
            }

            @Override
            public void pause() {
                socket.pause();
            }

            @Override
            public void resume() {
                socket.resume();
            }
        };
    }

    private Routes<String> routes(OcppVersion version) {
        Routes.Builder<String> routes = Routes.of(version);
        for (Action action : Catalogue.of(version)) {
            if (action.direction().fromStation()) {
                add(routes, action, version);
            }
        }
        return routes.build();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void add(Routes.Builder<String> routes, Action action, OcppVersion version) {
        if (action.isSend()) {
            routes.send(
                    (Class<OcppSend>) (Class) action.request(),
                    (identity, message) -> heard.add(new Heard(identity, action.name(), (Record) message)));
        } else {
            routes.call((Class) action.request(), (identity, request) -> {
                heard.add(new Heard((String) identity, action.name(), (Record) request));
                return respond(version, action, (Record) request);
            });
        }
    }

    private OcppResult respond(OcppVersion version, Action action, Record request) {
        Function<Record, Object> own = answers.get(action.name());
        Object answer = own == null ? usual(version, action.name()) : own.apply(request);
        if (answer instanceof CallRefused refused) {
            throw refused;
        }
        if (answer instanceof OcppResult result) {
            return result;
        }
        var decoded = RecordCodec.of(action.response(), version).read((String) answer, Reading.STRICT);
        if (decoded.value() == null) {
            throw new CallRefused(ErrorCode.InternalError, action.name() + ": " + decoded.fatal());
        }
        return (OcppResult) decoded.value();
    }

    private String usual(OcppVersion version, String action) {
        String now =
                Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
        return switch (action) {
            case "BootNotification" -> "{\"status\":\"Accepted\",\"currentTime\":\"" + now + "\",\"interval\":300}";
            case "Heartbeat" -> "{\"currentTime\":\"" + now + "\"}";
            case "Authorize" ->
                version.isV2()
                        ? "{\"idTokenInfo\":{\"status\":\"Accepted\"}}"
                        : "{\"idTagInfo\":{\"status\":\"Accepted\"}}";
            case "StartTransaction" ->
                "{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":" + transactions.incrementAndGet() + "}";
            case "DataTransfer",
                    "SignCertificate",
                    "NotifyEVChargingNeeds",
                    "NotifyEVChargingSchedule",
                    "OpenPeriodicEventStream" -> "{\"status\":\"Accepted\"}";
            case "PullDynamicScheduleUpdate" -> "{\"status\":\"Rejected\"}";
            case "GetCertificateStatus" -> "{\"status\":\"Failed\"}";
            case "Get15118EVCertificate" -> "{\"status\":\"Failed\",\"exiResponse\":\"\"}";
            case "VatNumberValidation" -> "{\"status\":\"Accepted\",\"vatNumber\":\"DE123456789\"}";
            case "GetCertificateChainStatus" ->
                "{\"certificateStatus\":[{\"certificateHashData\":{\"hashAlgorithm\":\"SHA256\",\"issuerNameHash\":\"a\","
                        + "\"issuerKeyHash\":\"b\",\"serialNumber\":\"1\"},\"source\":\"OCSP\",\"status\":\"Good\",\"nextUpdate\":\""
                        + now + "\"}]}";
            default -> "{}";
        };
    }

    /** The actions in the order in which a station said them. */
    List<String> actions() {
        List<String> actions = new ArrayList<>();
        heard.forEach(one -> actions.add(one.action()));
        return actions;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        alarms.shutdownNow();
    }
}
