package org.ohmstead.partners;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.netty.channel.Channel;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Refused;

/** The live feed of partners, as server-sent events and over a WebSocket. */
@Path("/api/v1/partner/feed")
@Tag(name = "Partners")
@RunOnVirtualThread
public class PartnerFeedResource {
    /** What is spoken over it. */
    static final String SUBPROTOCOL = "ohmstead.feed.v1";

    private static final String PROTOCOLS = "Sec-WebSocket-Protocol";
    private static final int LAST_WORDS_SECONDS = 2;

    private final PartnerFeed feed;
    private final ObjectMapper json;
    private final CurrentVertxRequest request;
    private final CurrentActor actor;
    private final Guard guard;

    /** Bounds what the other end of a WebSocket may send. */
    @FunctionalInterface
    public interface Guard {
        /**
         * On the event loop, as soon as the handshake is done.
         *
         * @param extensions {@code Sec-WebSocket-Extensions} of the handshake
         */
        void guard(ServerWebSocket socket, HttpConnection connection, @Nullable String extensions);
    }

    @Inject
    public PartnerFeedResource(
            PartnerFeed feed, ObjectMapper json, CurrentActor actor, CurrentVertxRequest request, Guard guard) {
        this.feed = feed;
        this.guard = guard;
        this.json = json;
        this.actor = actor;
        this.request = request;
    }

    @GET
    @LongestAnswer(LongestAnswer.FOREVER)
    @Permission(PartnerFeed.PERMISSION)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "streamPartnerFeed",
            summary = "Streams the connectors of the stations that the key sees, and each change of them",
            description =
                    "Server-sent events. First comes `connector` for each of them, then `current`; from then on `connector`"
                            + " with the same JSON as in the list for each that has changed, and `removed` for one that is gone."
                            + " Whoever comes back with the id of the last event (Last-Event-ID, as browsers do by themselves) is told"
                            + " what happened meanwhile, or the state of all where that is not known any more. `end` says why the feed"
                            + " ends: `access`, `slow`, `unavailable`, `shutdown`. A reader behind which too much waits is cut off. A"
                            + " key may have five feeds open at once.")
    @APIResponse(
            responseCode = "200",
            description = "The stream; it ends when either side closes it",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING, description = "Events, one after the other")))
    @APIResponse(
            responseCode = "429",
            description = "Five feeds of the key are open, or a quarter of all of its tenant")
    @APIResponse(responseCode = "503", description = "Too many feeds are open")
    public void feed(
            @Parameter(description = "The id of the last event that was received")
                    @HeaderParam("Last-Event-ID")
                    @Nullable
                    String lastEventId,
            @jakarta.ws.rs.core.Context SseEventSink sink,
            @jakarta.ws.rs.core.Context Sse sse) {
        HttpConnection connection = request.getCurrent().request().connection();
        PartnerFeed.Place place = feed.enter(actor.principal()); // before the answer has begun
        try (sink;
                place) {
            place.stream(lastEventId, new Events(sink, sse, connection));
        }
    }

    @GET
    @LongestAnswer(LongestAnswer.FOREVER)
    @Path("/socket")
    @Permission(PartnerFeed.PERMISSION)
    @Operation(
            operationId = "openPartnerFeedSocket",
            summary = "The same over a WebSocket",
            description =
                    "Text messages `{\"event\", \"id\", \"data\"}` with the events of the stream; what is sent to the server"
                            + " is passed over, and ends it where it is more than a kilobyte or 20 messages a second. A page in a browser, which cannot set headers, offers the subprotocols ohmstead.feed.v1"
                            + " and, as a second one, its key. A page of another origin is refused unless cors-origins allows it.")
    @APIResponse(responseCode = "101", description = "The socket is open")
    @APIResponse(responseCode = "400", description = "It is no handshake of a WebSocket")
    @APIResponse(
            responseCode = "429",
            description = "Five feeds of the key are open, or a quarter of all of its tenant")
    @APIResponse(responseCode = "503", description = "Too many feeds are open")
    public void socket(
            @Parameter(description = "The id of the last message that was received")
                    @QueryParam("lastEventId")
                    @Nullable
                    String lastEventId,
            @Suspended AsyncResponse neverResumed) {
        HttpServerRequest handshake = request.getCurrent().request();
        if (!"websocket".equalsIgnoreCase(handshake.getHeader("Upgrade"))) {
            throw new Refused(
                    Refused.Kind.MALFORMED,
                    "No WebSocket",
                    "This is a WebSocket: the headers Connection: Upgrade and Upgrade: websocket are missing. With plain HTTP"
                            + " take GET /api/v1/partner/feed.",
                    "Upgrade");
        }
        HttpConnection connection = handshake.connection();
        try (PartnerFeed.Place place = feed.enter(actor.principal())) {
            place.stream(lastEventId, new Socket(upgraded(handshake), connection));
        }
    }

    private ServerWebSocket upgraded(HttpServerRequest handshake) {
        boolean offered = handshake.headers().getAll(PROTOCOLS).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .anyMatch(one -> one.strip().equals(SUBPROTOCOL));
        if (offered) {
            handshake.response().putHeader(PROTOCOLS, SUBPROTOCOL);
        }
        Promise<ServerWebSocket> socket = Promise.promise();
        Context eventLoop = Objects.requireNonNull(Vertx.currentContext(), "of the request");
        eventLoop.runOnContext(
                on -> handshake.toWebSocket().map(it -> guarded(handshake, it)).onComplete(socket));
        try {
            return socket.future().toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException e) {
            throw new Refused(
                    Refused.Kind.MALFORMED, "No WebSocket", "The handshake is none of RFC 6455: " + e.getCause(), null);
        }
    }

    private ServerWebSocket guarded(HttpServerRequest handshake, ServerWebSocket socket) {
        guard.guard(socket, handshake.connection(), handshake.getHeader("Sec-WebSocket-Extensions"));
        return socket;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Server-sent events. */
    private final class Events implements FeedOutlet {
        private final SseEventSink sink;
        private final Sse sse;
        private final HttpConnection connection;

        Events(SseEventSink sink, Sse sse, HttpConnection connection) {
            this.sink = sink;
            this.sse = sse;
            this.connection = connection;
        }

        @Override
        public boolean isOpen() {
            return !sink.isClosed();
        }

        @Override
        public CompletionStage<?> send(FeedMessage message) {
            OutboundSseEvent.Builder event =
                    sse.newEventBuilder().name(message.event()).data(text(message.data()));
            String id = message.id();
            return sink.send((id == null ? event : event.id(id)).build());
        }

        @Override
        public CompletionStage<?> alive() {
            return sink.send(sse.newEventBuilder().comment("alive").build());
        }

        @Override
        public void end(FeedEnd why) {
            if (!isOpen()) {
                return;
            }
            try {
                send(FeedMessage.end(why)).toCompletableFuture().get(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException | IllegalStateException gone) {
                // nobody to be told
            }
        }

        @Override
        public void cut() {
            connection.close();
        }
    }

    /** A WebSocket. */
    private final class Socket implements FeedOutlet {
        private final ServerWebSocket socket;
        private final Channel channel;

        Socket(ServerWebSocket socket, HttpConnection connection) {
            this.socket = socket;
            this.channel = ((ConnectionBase) connection).channelHandlerContext().channel();
            socket.handler(passedOver -> {});
        }

        @Override
        public boolean isOpen() {
            return !socket.isClosed();
        }

        @Override
        public CompletionStage<?> send(FeedMessage message) {
            return sent(socket.writeTextMessage(text(message)));
        }

        @Override
        public CompletionStage<?> alive() {
            return sent(socket.writePing(Buffer.buffer()));
        }

        private static CompletionStage<?> sent(Future<?> frame) {
            return frame.toCompletionStage();
        }

        @Override
        public void end(FeedEnd why) {
            if (isOpen()) {
                socket.writeTextMessage(text(FeedMessage.end(why)))
                        .onComplete(sent -> socket.close((short) why.code(), why.reason()));
            }
        }

        @Override
        public void cut() {
            channel.close(); // a close frame would wait behind what is not read
        }
    }
}
