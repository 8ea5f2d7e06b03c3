package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.util.concurrent.TimeoutException;

/** One thing that is measured. */
public interface Scenario {
    /** As the command line names it. */
    String name();

    /** Measures, and adds figures to the report. */
    void run(Setting setting) throws IOException, InterruptedException, TimeoutException;
}
