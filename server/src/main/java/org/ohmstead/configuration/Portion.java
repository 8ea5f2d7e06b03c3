package org.ohmstead.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.VerbResult;

/**
 * A part of what was to be sent in one message.
 *
 * @param result  null: it was not sent
 * @param refused why it was not; null: it was, or one before it got no answer
 */
record Portion<T>(
        List<T> items,
        @Nullable VerbResult result,
        @Nullable Refused refused) {}
