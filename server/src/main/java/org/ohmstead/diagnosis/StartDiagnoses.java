package org.ohmstead.diagnosis;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;
import org.ohmstead.diagnosis.SqlStartEvidence.Begun;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.Tokens;

/** Goes through all that can keep a session from starting. */
@Singleton
public class StartDiagnoses {
    private final StationChecks stations;
    private final TokenChecks tokenChecks;
    private final StartChecks starts;
    private final SqlStartEvidence evidence;
    private final Tokens tokens;
    private final Clock clock;

    @Inject
    public StartDiagnoses(
            StationChecks stations,
            TokenChecks tokenChecks,
            StartChecks starts,
            SqlStartEvidence evidence,
            Tokens tokens,
            Clock clock) {
        this.stations = stations;
        this.tokenChecks = tokenChecks;
        this.starts = starts;
        this.evidence = evidence;
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * @param token null: any
     * @param at    null: now
     */
    StartDiagnosis of(Station station, @Nullable String token, @Nullable Instant at) {
        StationRef ref = station.ref();
        Scope scope = ref.scope();
        Instant moment = at == null ? clock.instant().truncatedTo(ChronoUnit.MICROS) : at;
        Question question = new Question(ref, token, token == null ? null : tokens.keyOf(scope, token), moment);
        List<Begun> sessions = evidence.sessions(question);
        List<StartCheck> checks = List.of(
                stations.connection(question),
                stations.registration(station),
                stations.connector(question),
                tokenChecks.authorization(question, sessions),
                tokenChecks.reservation(question),
                stations.block(question),
                starts.remoteStart(question),
                starts.transactionEvent(sessions),
                starts.chargingProfile(question),
                stations.fault(question),
                stations.clock(station));
        return new StartDiagnosis(
                ref.identity(), token, moment, question.from(), question.to(), conclusion(checks), checks);
    }

    /** Where a session went on, whatever else is wrong has not kept it from that. */
    private static String conclusion(List<StartCheck> checks) {
        boolean isStarted = has(checks, CheckCode.STARTED) && !has(checks, CheckCode.TOKEN_REFUSED);
        if (isStarted) {
            return has(checks, CheckCode.LIMITED_TO_ZERO) ? CheckCode.LIMITED_TO_ZERO.word() : CheckCode.STARTED.word();
        }
        return checks.stream()
                .filter(check -> check.verdict().equals(CheckVerdict.PROBLEM.word()))
                .map(StartCheck::code)
                .findFirst()
                .orElse(CheckCode.NOTHING_FOUND.word());
    }

    private static boolean has(List<StartCheck> checks, CheckCode code) {
        return checks.stream().anyMatch(check -> check.code().equals(code.word()));
    }
}
