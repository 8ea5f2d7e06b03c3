package org.ohmstead.api;

import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code If-Match} of a change: it is made only of a state that the sender has seen (RFC 9110 §13.1.1).
 *
 * @param tags one of which the state must have; empty: any will do
 */
public record IfMatch(Optional<Set<String>> tags) {
    public static final String HEADER = "If-Match";

    /** Without the header: whatever stands is changed. */
    public static final IfMatch ANY = new IfMatch(Optional.empty());

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"[!#-~\\x80-\\xff]*\"");
    private static final Pattern LIST = Pattern.compile("[ \\t,]*" + TAG + "(?:[ \\t]*,[ \\t,]*" + TAG + ")*[ \\t,]*");

    /** @throws Refused invalid for a header that is no list of tags */
    public static IfMatch of(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return ANY;
        }
        if (!LIST.matcher(header).matches()) {
            throw Refused.invalid(
                    HEADER,
                    "If-Match is '" + header
                            + "'; allowed is what the header ETag of an earlier answer says, with its quotes, several of them"
                            + " with commas between them, or *.");
        }
        return new IfMatch(Optional.of(
                TAG.matcher(header).results().map(MatchResult::group).collect(Collectors.toSet())));
    }

    /**
     * Whether the change may be made of what stands.
     *
     * @throws Refused changed where that is another state
     */
    public void check(Tagged standing) {
        if (tags.isPresent() && !tags.get().contains(standing.entityTag().text())) {
            throw new Refused(
                    Refused.Kind.CHANGED,
                    "Precondition failed",
                    "It was changed by somebody else meanwhile: its ETag is "
                            + standing.entityTag().text()
                            + " now, which If-Match does not name. Nothing was changed; read it again, and send what is still to"
                            + " be changed with the new ETag.",
                    HEADER);
        }
    }
}
