package org.ohmstead.charging.trail;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.OneByOne;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.tokens.TokenVerdict;

/** Puts an answer together: what charging says, and what others add to it. */
@Singleton
public class TransactionAnswers {
    private final List<TransactionAnswerPart> parts;

    @Inject
    public TransactionAnswers(Instance<TransactionAnswerPart> parts) {
        this(parts.stream().toList());
    }

    public TransactionAnswers(List<TransactionAnswerPart> parts) {
        this.parts = List.copyOf(parts);
    }

    public TransactionAnswer of(@Nullable TokenVerdict verdict, TransactionReport report, ChargingSession session) {
        TransactionAnswer answer = TransactionAnswer.of(verdict);
        for (TransactionAnswerPart part : parts) {
            answer = added(part, answer, report, session);
        }
        return answer;
    }

    /** A part that fails adds nothing: the event is on disk, and its station must not send it for ever. */
    private static TransactionAnswer added(
            TransactionAnswerPart part, TransactionAnswer answer, TransactionReport report, ChargingSession session) {
        AtomicReference<TransactionAnswer> more = new AtomicReference<>(answer);
        OneByOne.attemptOrLeave(
                "session=" + session.id() + " answering by " + part.getClass().getSimpleName(),
                () -> more.set(part.add(answer, report, session)));
        return more.get();
    }
}
