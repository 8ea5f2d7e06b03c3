package org.ohmstead.diagnosis;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Limit;
import org.ohmstead.diagnosis.SqlStartEvidence.Begun;
import org.ohmstead.diagnosis.SqlStartEvidence.Reserved;
import org.ohmstead.diagnosis.StartCheck.Evidence;
import org.ohmstead.diagnosis.StartCheck.Facts;
import org.ohmstead.messagelog.Message;
import org.ohmstead.messagelog.MessageFilter;
import org.ohmstead.messagelog.MessageLog;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.Tokens;

/** Whether the token was let in: what was decided then, and else what stands with it now. */
@Singleton
public class TokenChecks {
    private static final Limit FRAMES = new Limit(100);
    private static final int CALL = 2;
    private static final int RESULT = 3;

    private final SqlStartEvidence evidence;
    private final Tokens tokens;
    private final MessageLog messages;

    @Inject
    public TokenChecks(SqlStartEvidence evidence, Tokens tokens, MessageLog messages) {
        this.evidence = evidence;
        this.tokens = tokens;
        this.messages = messages;
    }

    /** What a station asked, and what it was answered. */
    private record Asked(Instant at, String token, String status) {
        boolean isRefused() {
            return !status.equals("Accepted");
        }
    }

    StartCheck authorization(Question question, List<Begun> sessions) {
        Optional<Begun> refused = sessions.stream()
                .filter(session -> session.tokenVerdict() != null)
                .filter(session -> !"accepted".equals(session.tokenVerdict()))
                .findFirst();
        return refused.isPresent() ? refused(question, refused.get()) : notRefused(question, sessions);
    }

    private StartCheck refused(Question question, Begun session) {
        return StartCheck.of(
                CheckName.AUTHORIZATION,
                CheckCode.TOKEN_REFUSED,
                session.started(),
                Facts.none()
                        .with("token", session.token())
                        .with("status", session.tokenVerdict())
                        .with(
                                "reason",
                                evidence.refusal(question.station(), session.id())
                                        .orElse(null)),
                new Evidence("session", session.id()));
    }

    private StartCheck notRefused(Question question, List<Begun> sessions) {
        Asked asked = asked(question);
        String token = question.token();
        StartCheck now = token == null ? null : standing(question, token);
        if (now != null && isProblem(now)) {
            return now; // it says why
        }
        if (asked != null) {
            return StartCheck.of(
                    CheckName.AUTHORIZATION,
                    asked.isRefused() ? CheckCode.TOKEN_REFUSED : CheckCode.TOKEN_ACCEPTED,
                    asked.at(),
                    Facts.none().with("token", asked.token()).with("status", asked.status()));
        }
        if (!sessions.isEmpty()) {
            Begun session = sessions.getFirst();
            return StartCheck.of(
                    CheckName.AUTHORIZATION,
                    CheckCode.TOKEN_ACCEPTED,
                    session.started(),
                    Facts.none().with("token", session.token()),
                    new Evidence("session", session.id()));
        }
        return now != null ? now : StartCheck.of(CheckName.AUTHORIZATION, CheckCode.NOTHING_ASKED, null, Facts.none());
    }

    private static boolean isProblem(StartCheck check) {
        return check.verdict().equals(CheckVerdict.PROBLEM.word());
    }

    /** The last question about a token, by the log of messages. */
    private @Nullable Asked asked(Question question) {
        MessageFilter filter = new MessageFilter(
                question.station().scope(), question.station().id(), "Authorize", question.from(), question.to(), null);
        Map<String, String> answers = new HashMap<>();
        for (Message message : messages.page(filter, FRAMES, null).items()) { // the newest first
            JsonNode frame = StoredJson.read(message.frame());
            if (message.kind() == RESULT && message.messageId() != null) {
                answers.put(message.messageId(), status(frame.path(2)));
            } else if (message.kind() == CALL) {
                String token = frame.path(3)
                        .path("idTag")
                        .asText(frame.path(3).path("idToken").path("idToken").asText(""));
                String answer = answers.get(message.messageId());
                boolean isMeant =
                        question.tokenKey() == null || Token.key(token).equals(question.tokenKey());
                if (isMeant && answer != null) {
                    return new Asked(message.at(), token, answer);
                }
            }
        }
        return null;
    }

    private static String status(JsonNode payload) {
        return payload.path("idTagInfo")
                .path("status")
                .asText(payload.path("idTokenInfo").path("status").asText(""));
    }

    /** What stands with the token, at the moment as far as that can be told. */
    private StartCheck standing(Question question, String value) {
        Optional<StoredToken> found = tokens.find(question.station().scope(), value, null);
        if (found.isEmpty()) {
            return StartCheck.of(
                    CheckName.AUTHORIZATION,
                    CheckCode.TOKEN_UNKNOWN,
                    null,
                    Facts.none().with("token", value));
        }
        Token token = found.get().token();
        Instant expires = token.expiresAt();
        boolean isElsewhere = !token.allowed().isEmpty()
                && token.allowed().stream().noneMatch(place -> place.station()
                        .equalsIgnoreCase(question.station().identity()));
        CheckCode code;
        if (token.blocked()) {
            code = CheckCode.TOKEN_BLOCKED;
        } else if (expires != null && !question.at().isBefore(expires)) {
            code = CheckCode.TOKEN_EXPIRED;
        } else {
            code = isElsewhere ? CheckCode.TOKEN_NOT_HERE : CheckCode.TOKEN_ACCEPTED;
        }
        return StartCheck.of(
                CheckName.AUTHORIZATION,
                code,
                code == CheckCode.TOKEN_EXPIRED ? expires : found.get().updatedAt(),
                Facts.none().with("token", token.value()).with("expiresAt", expires),
                new Evidence("token", found.get().id()));
    }

    StartCheck reservation(Question question) {
        List<Reserved> reserved = evidence.reservations(question);
        if (reserved.isEmpty()) {
            return StartCheck.of(CheckName.RESERVATION, CheckCode.NOT_RESERVED, null, Facts.none());
        }
        String key = question.tokenKey();
        Reserved shown = reserved.stream()
                .filter(each -> each.tokenKey().equals(key))
                .findFirst()
                .orElse(reserved.getFirst());
        CheckCode code;
        if (key == null) {
            code = CheckCode.RESERVED;
        } else {
            code = shown.tokenKey().equals(key) ? CheckCode.RESERVED_FOR_TOKEN : CheckCode.RESERVED_FOR_OTHER;
        }
        return StartCheck.of(
                CheckName.RESERVATION,
                code,
                shown.from(),
                Facts.none().with("evse", shown.evse()).with("expiresAt", shown.until()),
                new Evidence("reservation", shown.id()));
    }
}
