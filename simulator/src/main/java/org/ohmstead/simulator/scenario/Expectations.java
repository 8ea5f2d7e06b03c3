package org.ohmstead.simulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ohmstead.simulator.scenario.Scenario.Deed;
import org.ohmstead.simulator.station.OutletState;

/** The step that checks: what is expected must come true within its time. */
final class Expectations {
    private static final Set<String> FIELDS = Set.of(
            "connector",
            "within",
            "state",
            "verdict",
            "outcome",
            "status",
            "connected",
            "delivered",
            "charging",
            "minEnergyWh",
            "maxEnergyWh");

    private Expectations() {}

    /** Something that should be so. */
    private interface Check {
        /** What is instead; empty when it is as it should. */
        String mismatch(Play play);
    }

    static Deed read(Field field) {
        Map<String, Field> members = field.members(FIELDS);
        Field within = members.get("within");
        Duration time = within == null ? Duration.ofSeconds(10) : within.time();
        Field connector = members.get("connector");
        int wanted = connector == null ? 0 : connector.whole(1);
        List<Check> checks = new ArrayList<>();
        members.forEach((name, value) -> {
            if (!name.equals("within") && !name.equals("connector")) {
                checks.add(check(name, value, wanted));
            }
        });
        if (checks.isEmpty()) {
            throw field.wrong("nothing to expect", String.join(", ", FIELDS));
        }
        return play -> play.awaitNoMismatch(time, () -> first(checks, play));
    }

    private static String first(List<Check> checks, Play play) {
        return checks.stream()
                .map(check -> check.mismatch(play))
                .filter(mismatch -> !mismatch.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Check check(String name, Field value, int connector) {
        return switch (name) {
            case "state" -> {
                OutletState state = value.oneOf(OutletState.class);
                yield play -> is("state", play.state(number(play, connector)).name(), state.name());
            }
            case "verdict" -> {
                String verdict = value.text();
                yield play -> is("verdict", play.verdict(), verdict);
            }
            case "outcome" -> {
                String outcome = value.text();
                yield play -> is("outcome", play.outcome(), outcome);
            }
            case "status" -> {
                String status = value.text();
                yield play -> is("status of the answer", play.answerStatus(), status);
            }
            case "connected" -> {
                boolean connected = value.flag();
                yield play -> is("connected", play.station().isReady(), connected);
            }
            case "delivered" -> {
                boolean delivered = value.flag();
                yield play -> is("delivered", play.station().station().queue().size() == 0, delivered);
            }
            case "charging" -> {
                boolean charging = value.flag();
                yield play -> is("charging", play.watts(number(play, connector)) > 0, charging);
            }
            case "minEnergyWh", "maxEnergyWh" -> energy(name, value.number(), connector);
            default -> throw value.wrong(name, String.join(", ", FIELDS));
        };
    }

    /** Of the transaction that runs, or of the last one. */
    private static Check energy(String name, double limit, int connector) {
        return play -> {
            double energy = play.energyWh(number(play, connector));
            boolean fine = name.startsWith("min") ? energy >= limit : energy <= limit;
            return fine ? "" : "energy: found " + Math.round(energy) + " Wh, expected is " + name + " " + limit;
        };
    }

    private static int number(Play play, int connector) {
        return connector == 0 ? play.connector() : connector;
    }

    private static String is(String what, Object found, Object expected) {
        boolean same = String.valueOf(found).equalsIgnoreCase(String.valueOf(expected));
        return same ? "" : what + ": found " + found + ", expected is " + expected;
    }
}
