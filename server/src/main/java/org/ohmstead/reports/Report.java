package org.ohmstead.reports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A report of which at least one page has come.
 *
 * @param id          grows with each report that was begun
 * @param station     the identity of who sends it
 * @param action      the message that brings the pages
 * @param request     the requestId of the command that asked for it
 * @param openedAt    when its first page came
 * @param completedAt when its last missing page came; null: pages are missing
 * @param pages       how many have come
 */
public record Report(
        long id,
        String station,
        String action,
        int request,
        Instant openedAt,
        @Nullable Instant completedAt,
        int pages) {}
