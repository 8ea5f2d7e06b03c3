package org.ohmstead.commands;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.commands.limits.LimitCheck;
import org.ohmstead.commands.limits.LocalListParts;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.credentials.PasswordChanges;

/**
 * The way of a request to its station and of the answer back, and what we ourselves have to do on both: keep to the limits
 * that the station has told, learn new ones, and know its new password.
 */
@Singleton
public class Sending {
    private final PasswordCommands passwords;
    private final StationLimits limits;

    @Inject
    public Sending(PasswordChanges passwords, StationLimits limits) {
        this.passwords = new PasswordCommands(passwords);
        this.limits = limits;
    }

    /**
     * What became of a request.
     *
     * @param note for people, about what is not plain from the outcome; null: nothing
     */
    record Sent(
            Outcome<? extends OcppResult> outcome, @Nullable String note) {}

    /** @throws org.ohmstead.api.Refused in conflict for more than the station takes; then nothing was sent */
    void check(Station station, StationLink link, OcppCall<?> request, String payload) {
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        new LimitCheck(limits).check(station.ref(), request, link.version(), bytes);
    }

    /** Blocks until the outcome is known. @param patience for each message, if it takes several */
    Sent send(Actor by, Station station, StationLink link, OcppCall<OcppResult> request, Duration patience) {
        List<OcppCall<?>> parts = LocalListParts.of(request, station.ref(), limits);
        int sent = 0;
        Outcome<? extends OcppResult> outcome = null;
        for (OcppCall<?> part : parts) {
            outcome = one(by, station, link, part, patience);
            sent++;
            boolean goesOn =
                    outcome instanceof Outcome.Answered<?> answered && LocalListParts.isTaken(answered.response());
            if (!goesOn) {
                break;
            }
        }
        Outcome<? extends OcppResult> last = Objects.requireNonNull(outcome, "there is one part at least");
        String note = parts.size() == 1 ? null : note(parts, sent, last);
        return new Sent(sent == 1 ? last : behindOthers(last, patience), note);
    }

    /** Of a part behind others that were taken: that "it was not sent" would be read as if nothing had changed. */
    private static Outcome<? extends OcppResult> behindOthers(Outcome<?> part, Duration patience) {
        if (part instanceof Outcome.NotConnected<?> gone) {
            return new Outcome.ConnectionLost<>(gone.why());
        }
        return part instanceof Outcome.Busy<?> ? new Outcome.TimedOut<>(patience) : part;
    }

    private <R extends OcppResult> Outcome<R> one(
            Actor by, Station station, StationLink link, OcppCall<R> request, Duration patience) {
        Outcome<R> outcome = passwords.around(by, station, request, () -> call(link, request, patience));
        if (outcome instanceof Outcome.Answered<R> answered) {
            limits.answered(station.ref(), answered.response());
        }
        return outcome;
    }

    private static <R extends OcppResult> Outcome<R> call(StationLink link, OcppCall<R> request, Duration patience) {
        try {
            return link.call(request, patience).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    request.getClass().getName() + " for " + link.station().identity(), e.getCause());
        }
    }

    private static String note(List<OcppCall<?>> parts, int sent, Outcome<?> last) {
        boolean taken = last instanceof Outcome.Answered<?> answered && LocalListParts.isTaken(answered.response());
        String why = "The station takes fewer entries in a message than the list has, so it goes in " + parts.size()
                + " messages. ";
        return taken
                ? why + "All were taken: its list has version " + LocalListParts.version(parts.getLast()) + "."
                : why + "Message " + sent + ", of version " + LocalListParts.version(parts.get(sent - 1))
                        + ", was not taken; its outcome is shown, and those behind it were not sent. Send the whole list again.";
    }
}
