package org.ohmstead.doctor.connect;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What to type into a charger. */
@Schema(name = "ConnectSheet")
public record ConnectSheet(
        @Schema(description = "Its identity, also called charge point ID")
        String identity,

        @Schema(description = "Addresses under which it may find this server, the best first")
        List<Address> addresses,

        @Schema(description = "The user name of HTTP Basic, where a password is set: the identity")
        String userName,

        @Schema(description = "Whether a password is set for it; it is shown to nobody")
        boolean passwordSet,

        @Schema(description = "Whether this server demands a password of every station")
        boolean passwordRequired,

        @Schema(description = "In which form a charger takes the password, in a sentence")
        String passwordForm,

        @Schema(description = "What it may speak, as in Sec-WebSocket-Protocol")
        List<String> subprotocols,

        @Schema(description = "Who vouches for this server's certificate, in PEM; null: it speaks no TLS itself")
        @Nullable
        String rootCertificate,

        @Schema(description = "What else to know, in sentences")
        List<String> notes) {

    /** One address, in both forms in which chargers ask for it. */
    @Schema(name = "ConnectAddress")
    public record Address(
            @Schema(
                    description = "Where the charger appends its identity, as most do",
                    examples = "ws://10.0.0.7:8080/ocpp")
            String url,

            @Schema(description = "Where the charger wants the whole URL", examples = "ws://10.0.0.7:8080/ocpp/CP-7")
            String wholeUrl,

            @Schema(description = "Whether it is encrypted (wss://)")
            boolean tls) {}

    public ConnectSheet {
        addresses = List.copyOf(addresses);
        subprotocols = List.copyOf(subprotocols);
        notes = List.copyOf(notes);
    }

    /** What is in the QR code. */
    String scanned() {
        return addresses.getFirst().wholeUrl();
    }

    /** For people, to be printed. */
    String text() {
        StringBuilder text = new StringBuilder("What to type into charger " + identity + "\n");
        for (Address address : addresses) {
            text.append("\nURL                  ").append(address.url());
            text.append("\n  with identity      ").append(address.wholeUrl()).append('\n');
        }
        text.append("\nIdentity             ").append(identity);
        text.append("\nUser name            ").append(passwordSet ? userName : "(none)");
        text.append("\nPassword             ").append(passwordSet ? "(set; shown to nobody)" : "(none)");
        text.append("\nOCPP                 ")
                .append(String.join(", ", subprotocols))
                .append('\n');
        text.append('\n').append(passwordForm).append('\n');
        notes.forEach(note -> text.append(note).append('\n'));
        if (rootCertificate != null) {
            text.append("\nRoot certificate of this server:\n").append(rootCertificate);
        }
        return text.toString();
    }
}
