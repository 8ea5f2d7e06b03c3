package org.ohmstead.iso15118.checks;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation lets pass that proves nothing: for test environments alone.
 *
 * @param withoutOcsp where no responder has said anything, the certificate counts as good. One that is said to be revoked is
 *                    refused all the same
 * @param expired     certificates may be over
 * @param unknownRoot nobody need have installed the root, nor the issuer of what a responder signs
 */
public record Leniency(boolean withoutOcsp, boolean expired, boolean unknownRoot) {
    public static final Leniency NONE = new Leniency(false, false, false);

    /** For people: what does not count now. Null: nothing is let pass. */
    @Nullable
    String warning() {
        return equals(NONE)
                ? null
                : "Contract certificates are not checked in full: "
                        + String.join(
                                ", ",
                                Stream.of(
                                                withoutOcsp ? "no responder need answer" : "",
                                                expired ? "they may have expired" : "",
                                                unknownRoot ? "their root need not be known" : "")
                                        .filter(part -> !part.isEmpty())
                                        .toList())
                        + ". Whoever can make such certificates can charge at the cost of others. For tests alone.";
    }
}
