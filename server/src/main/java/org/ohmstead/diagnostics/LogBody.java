package org.ohmstead.diagnostics;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which log is wanted. */
public record LogBody(
        @Schema(description = "Default: diagnostics") @Nullable
        LogKind type,

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
                description =
                        "How the station leaves the file. ftp is for OCPP 1.6 stations that know no other way, and"
                                + " needs the setting ftp-port. Default: http")
        @Nullable
        Transport transport) {

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
        return new LogRequest.Wanted(type == null ? LogKind.DIAGNOSTICS : type, from, to, retries, retryInterval);
    }
}
