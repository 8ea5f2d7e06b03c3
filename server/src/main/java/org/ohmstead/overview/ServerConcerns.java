package org.ohmstead.overview;

import java.time.Instant;
import java.util.List;

/** What is wrong with the server itself; told to whoever sees all stations of the organisation that runs it. */
public interface ServerConcerns {
    /** @param info in a sentence */
    record Concern(AttentionKind kind, Severity severity, Instant since, String info) {
        AttentionItem item() {
            return AttentionItem.of(kind, severity, null, since, AttentionItem.Facts.fault(null, null, info));
        }
    }

    List<Concern> concerns(Instant now);
}
