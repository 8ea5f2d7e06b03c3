package org.ohmstead.bench.load;

/** Where a station is in its charging sessions, one after the other. */
final class Course {
    enum Step {
        PREPARE,
        AUTHORIZE,
        START,
        READ,
        END,
        LEAVE
    }

    private final int readings;
    private Step step = Step.LEAVE;
    private int sinceStart;

    /** @param readings of each session */
    Course(int readings) {
        this.readings = readings;
    }

    Step next() {
        sinceStart++;
        step = switch (step) {
            case LEAVE -> Step.PREPARE;
            case PREPARE -> Step.AUTHORIZE;
            case AUTHORIZE -> Step.START;
            case START, READ -> sinceStart <= readings ? Step.READ : Step.END;
            case END -> Step.LEAVE;
        };
        if (step == Step.START) {
            sinceStart = 0;
        }
        return step;
    }

    Step step() {
        return step;
    }

    /** How many messages of the session came after its start. */
    int sinceStart() {
        return sinceStart;
    }
}
