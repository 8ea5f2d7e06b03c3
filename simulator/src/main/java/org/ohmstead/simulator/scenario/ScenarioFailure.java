package org.ohmstead.simulator.scenario;

/** A script that cannot be read, or whose expectation was not met; says the line and the field. */
public final class ScenarioFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScenarioFailure(String file, int line, String what) {
        super(file + " line " + line + ": " + what, null, false, false);
    }
}
