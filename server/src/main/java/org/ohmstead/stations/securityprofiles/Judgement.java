package org.ohmstead.stations.securityprofiles;

import org.ohmstead.stations.connections.Attempt;

/** Whether what somebody has shown lets him in as a station. */
public sealed interface Judgement {

    record Passed(Contact contact) implements Judgement {}

    /** @param detail for people: what was found, and what would be right; never a secret */
    record Failed(Attempt.Reason reason, String detail) implements Judgement {}
}
