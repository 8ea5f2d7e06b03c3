package org.ohmstead.simulator;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.simulator.station.network.ClientTls;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Where the stations go, and who they say they are. */
final class CsmsOptions {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "where stations connect to; the identity is appended (default: ${DEFAULT-VALUE})",
            defaultValue = "ws://127.0.0.1:8080/ocpp")
    String url = "";

    @Option(
            names = "--secure-url",
            paramLabel = "URL",
            description =
                    "wss:// of the same CSMS, to which 1.6 stations go when they are told security profile 2 or 3")
    @Nullable
    String secureUrl;

    @Option(names = "--password", paramLabel = "TEXT", description = "HTTP Basic password of all stations")
    @Nullable
    String password;

    @Option(
            names = "--token",
            paramLabel = "TEXT",
            description = "token of all drivers (default: ${DEFAULT-VALUE})",
            defaultValue = "SIMULATED")
    String token = "";

    @Option(
            names = "--register",
            paramLabel = "URL",
            description = "REST API at which the stations and the token are created first (default: the host of --url)")
    @Nullable
    URI register;

    @Option(names = "--no-register", description = "create nothing: the CSMS knows the stations and the token")
    boolean noRegister;

    @Option(
            names = "--api-key",
            paramLabel = "TEXT",
            description =
                    "an API key that may create stations and tokens there; better the variable OHMSTEAD_API_KEY, which"
                            + " no list of processes shows (default: the key of this machine, data/admin-key, if it can be read)",
            defaultValue = "${env:OHMSTEAD_API_KEY}",
            showDefaultValue = CommandLine.Help.Visibility.NEVER)
    @Nullable
    String apiKey;

    @Option(names = "--insecure", description = "take any certificate of the CSMS (wss://)")
    boolean insecure;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "PEM with the root that has signed the certificate of the CSMS (default: those of the JDK)")
    @Nullable
    Path trust;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "PEM with the certificate that all stations show (wss://), with --key")
    @Nullable
    Path certificate;

    @Option(names = "--key", paramLabel = "FILE", description = "PEM with the key of --certificate, without a password")
    @Nullable
    Path certificateKey;

    @Option(
            names = "--tls-version",
            paramLabel = "1.2|1.3",
            description = "the only version of TLS that the stations speak (default: both)")
    @Nullable
    String tlsVersion;

    private static final Path ADMIN_KEY = Path.of("data", "admin-key");

    /** That of this machine counts on this machine only. */
    private @Nullable String key(URI server) throws IOException {
        boolean here = List.of("127.0.0.1", "localhost", "[::1]").contains(String.valueOf(server.getHost()));
        return apiKey == null && here && Files.isReadable(ADMIN_KEY)
                ? Files.readString(ADMIN_KEY).strip()
                : apiKey;
    }

    /** What the stations believe and show over TLS; read once, for all of them. */
    ClientTls tls() {
        try {
            ClientTls.Identity identity = certificate == null || certificateKey == null
                    ? null
                    : new ClientTls.Identity(
                            Buffer.buffer(Files.readString(certificate)),
                            Buffer.buffer(Files.readString(certificateKey)));
            return new ClientTls(trust, tlsVersion == null ? null : "TLSv" + tlsVersion, identity);
        } catch (IOException e) {
            throw new UncheckedIOException("--certificate or --key cannot be read: " + e.getMessage(), e);
        }
    }

    /** Creates the stations and the token, unless told not to; a CSMS that cannot is reported, and tried all the same. */
    void register(List<String> identities, PrintStream err) {
        if (noRegister) {
            return;
        }
        URI server = register == null ? Registrar.besides(url) : register;
        try (Registrar registrar = new Registrar(server, key(server), RegistrarTrust.of(insecure, trust))) {
            registrar.token(token);
            for (String identity : identities) {
                registrar.station(identity, password);
            }
        } catch (IOException e) {
            err.println("Could not register at " + server + " (" + e.getMessage()
                    + "). Connecting all the same; --no-register skips this, --register=URL names another place.");
        }
    }
}
