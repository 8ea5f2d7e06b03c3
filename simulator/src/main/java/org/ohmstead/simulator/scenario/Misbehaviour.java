package org.ohmstead.simulator.scenario;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.ohmstead.simulator.scenario.Scenario.Deed;
import org.ohmstead.simulator.station.network.Mischief;

/** The step that makes a station do things wrong. */
final class Misbehaviour {
    private static final Set<String> SWITCHES = Set.of(
            "refuseCommands",
            "refuse",
            "silent",
            "answerTwice",
            "answerLate",
            "numericIds",
            "brokenJson",
            "lost1970",
            "sendTwice",
            "breakAfter",
            "loseAnswer");

    private Misbehaviour() {}

    static Deed read(Field field) {
        Map<String, Field> members = field.members(SWITCHES);
        // Read once now, so that what is wrong is found before the station moves.
        members.forEach((name, value) -> turn(new Mischief(), name, value));
        return play -> members.forEach((name, value) -> turn(play.station().mischief(), name, value));
    }

    private static void turn(Mischief mischief, String name, Field value) {
        switch (name) {
            case "refuseCommands" -> mischief.refusesCommands(value.flag());
            case "refuse" -> mischief.refuses(value.text());
            case "silent" -> mischief.silent(value.flag());
            case "answerTwice" -> mischief.answersTwice(value.flag());
            case "answerLate" -> mischief.answersLate(value.isEmpty() ? Duration.ZERO : value.time());
            case "numericIds" -> mischief.numericIds(value.flag());
            case "brokenJson" -> mischief.brokenJson(value.flag());
            case "lost1970" -> mischief.lost1970(value.flag());
            case "sendTwice" -> mischief.sendsTwice(value.flag());
            case "breakAfter" -> mischief.breaksAfter(value.text());
            case "loseAnswer" -> mischief.losesAnswer(value.text());
            default -> throw value.wrong(name, String.join(", ", SWITCHES));
        }
    }
}
