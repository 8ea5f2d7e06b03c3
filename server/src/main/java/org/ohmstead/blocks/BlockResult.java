package org.ohmstead.blocks;

import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the station has said to it; the words of the API are these in camelCase. */
@Schema(name = "BlockResult")
public enum BlockResult {
    /** It was not told yet, or has not answered: it is told when it is there. */
    PENDING("pending"),
    /** It does so. */
    ACCEPTED("accepted"),
    /** It does so when the transaction that runs has ended. */
    SCHEDULED("scheduled"),
    /** It does not; it is told again after its next boot. */
    REJECTED("rejected"),
    /** It knows no ChangeAvailability. */
    NOT_SUPPORTED("notSupported");

    private final String word;

    BlockResult(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static BlockResult of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a block has the result " + word));
    }
}
