package org.ohmstead.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.ohmstead.bench.load.Version;
import org.ohmstead.bench.rig.OwnProcess;
import picocli.CommandLine.Command;

/** A bare WebSocket server that sends back what it gets: the most that this machine can do with one event loop. */
@Command(hidden = true)
final class EchoServerCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(true));
        int port = vertx.createHttpServer(
                        new HttpServerOptions().setWebSocketSubProtocols(List.of(Version.V16.subprotocol())))
                .webSocketHandler(socket -> socket.textMessageHandler(socket::writeTextMessage))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        System.out.println("listening " + port);
        OwnProcess.untilEnded();
        return 0;
    }
}
