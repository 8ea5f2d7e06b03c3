package org.ohmstead.diagnostics;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.QueryWords;

/** Which log is wanted. */
public record LogBody(
        @Schema(implementation = LogKind.class, description = "Default: diagnostics") @Nullable
        String type,

        @Schema(description = "Oldest entry that is wanted; default: from the beginning") @Nullable
        Instant from,

        @Schema(description = "Latest entry that is wanted; default: until now") @Nullable
        Instant to,

        @Schema(
                description = "How often the station tries again where an upload fails; default: it decides",
                minimum = "0",
                maximum = "100")
        @Nullable
        Integer retries,

        @Schema(description = "Seconds between two of its tries; default: it decides", minimum = "0", maximum = "86400")
        @Nullable
        Integer retryInterval,

        @Schema(
                implementation = Transport.class,
                description =
                        "How the station leaves the file. ftp is for OCPP 1.6 stations that know no other way, and"
                                + " needs the setting ftp-port. Default: http")
        @Nullable
        String transport) {

    /** How a file comes. */
    @Schema(name = "LogTransport")
    public enum Transport {
        HTTP,
        FTP
    }

    static LogBody orUsual(@Nullable LogBody body) {
        return body == null ? new LogBody(null, null, null, null, null, null) : body;
    }

    LogRequest.Wanted wanted() {
        LogKind kind = QueryWords.word("type", LogKind.class, type);
        return new LogRequest.Wanted(kind == null ? LogKind.DIAGNOSTICS : kind, from, to, retries, retryInterval);
    }

    boolean byFtp() {
        return QueryWords.word("transport", Transport.class, transport) == Transport.FTP;
    }
}
