package org.ohmstead.commands;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v2.Attribute;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.SetNetworkProfile;
import org.ohmstead.ocpp.v2.SetVariables;
import org.ohmstead.ocpp.v2.Variable;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.credentials.PasswordChanges;
import org.ohmstead.stations.credentials.PasswordChanges.Change;

/** Commands that change the password with which the station signs in here: both ends have to know it. */
public final class PasswordCommands {
    public static final String KEY_16 = "AuthorizationKey";
    public static final String COMPONENT_2 = "SecurityCtrlr";
    public static final String VARIABLE_2 = "BasicAuthPassword";

    /** How the station took it. */
    private enum Taken {
        NOW,
        /** After a boot, or once the station connects with the profile that it belongs to. */
        LATER,
        NOT,
        UNKNOWN
    }

    private final PasswordChanges changes;

    PasswordCommands(PasswordChanges changes) {
        this.changes = changes;
    }

    /** Sends what may be such a command, with the right thing before and after it. */
    <R extends OcppResult> Outcome<R> around(
            Actor by, Station station, OcppCall<R> request, Supplier<Outcome<R>> send) {
        Optional<String> password = passwordIn(request);
        if (password.isEmpty()) {
            return send.get();
        }
        Change change = changes.begin(by, station, password.get());
        Taken taken = Taken.UNKNOWN;
        try {
            Outcome<R> outcome = send.get();
            taken = taken(outcome, isForProfile(request));
            return outcome;
        } finally {
            switch (taken) {
                case NOW -> changes.taken(change);
                case LATER -> changes.takenForLater(change);
                case NOT -> changes.refused(change);
                case UNKNOWN -> changes.unknown(change);
            }
        }
    }

    private static Optional<String> passwordIn(OcppCall<?> request) {
        return switch (request) {
            case ChangeConfiguration.Request change
            when change.key().strip().equalsIgnoreCase(KEY_16) -> Optional.of(change.value());
            case SetVariables.Request set ->
                set.setVariableData().stream()
                        .filter(one -> isPassword(one.component(), one.variable(), one.attributeType()))
                        .map(SetVariables.SetVariableData::attributeValue)
                        .findFirst();
            case SetNetworkProfile.Request profile ->
                Optional.ofNullable(profile.connectionData().basicAuthPassword());
            default -> Optional.empty();
        };
    }

    /** Also the one of a slot, which 2.1 prefers (B09.FR.26). */
    private static boolean isPassword(Component component, Variable variable, @Nullable Attribute attribute) {
        boolean actual = attribute == null || attribute == Attribute.Actual;
        return actual
                && variable.name().equalsIgnoreCase(VARIABLE_2)
                && (component.name().equalsIgnoreCase(COMPONENT_2) || isSlot(component));
    }

    private static boolean isSlot(Component component) {
        return component.name().equalsIgnoreCase("NetworkConfiguration");
    }

    private static boolean isForProfile(OcppCall<?> request) {
        return request instanceof SetNetworkProfile.Request
                || (request instanceof SetVariables.Request set
                        && set.setVariableData().stream()
                                .anyMatch(one -> isSlot(one.component())
                                        && isPassword(one.component(), one.variable(), one.attributeType())));
    }

    private static Taken taken(Outcome<?> outcome, boolean forProfile) {
        Taken taken =
                switch (outcome) {
                    case Outcome.Answered<?> answered -> taken(answered.response());
                    case Outcome.Refused<?> _,
                            Outcome.NotConnected<?> _,
                            Outcome.Busy<?> _,
                            Outcome.NotSupported<?> _ -> Taken.NOT;
                    case Outcome.TimedOut<?> _, Outcome.ConnectionLost<?> _, Outcome.Unreadable<?> _ -> Taken.UNKNOWN;
                };
        return taken == Taken.NOW && forProfile ? Taken.LATER : taken;
    }

    private static Taken taken(OcppResult response) {
        return switch (response) {
            case ChangeConfiguration.Response changed ->
                switch (changed.status()) {
                    case Accepted -> Taken.NOW;
                    case RebootRequired -> Taken.LATER;
                    case Rejected, NotSupported -> Taken.NOT;
                };
            case SetVariables.Response set -> taken(set.setVariableResult());
            case SetNetworkProfile.Response profile ->
                switch (profile.status()) {
                    case Accepted -> Taken.NOW;
                    case Rejected, Failed -> Taken.NOT;
                };
            default -> Taken.UNKNOWN;
        };
    }

    private static Taken taken(List<SetVariables.SetVariableResult> results) {
        return results.stream()
                .filter(one -> isPassword(one.component(), one.variable(), one.attributeType()))
                .findFirst()
                .map(one -> switch (one.attributeStatus()) {
                    case Accepted -> Taken.NOW;
                    case RebootRequired -> Taken.LATER;
                    case Rejected, UnknownComponent, UnknownVariable, NotSupportedAttributeType -> Taken.NOT;
                })
                .orElse(Taken.UNKNOWN);
    }
}
