package org.ohmstead.bench.load;

/**
 * What a station was told is kept: called when a CALLRESULT came for it, never before. A session is named by its station
 * and what the database keeps of it: the station's own transaction id (2.x), or "m" and the meter at its start (1.6).
 */
public interface Facts {
    /** For load whose facts nobody checks. */
    Facts UNCHECKED = new Facts() {
        @Override
        public void started(String station, String session, String number) {}

        @Override
        public void read(String station, String session, int meterWh) {}

        @Override
        public void ended(String station, String session, int meterWh) {}
    };

    /**
     * @param number the transactionId that a 1.6 station was given; empty on 2.x
     */
    void started(String station, String session, String number);

    /** A station's meter never shows the same twice, so its value names the reading. */
    void read(String station, String session, int meterWh);

    /** @param meterWh at the end, as the station said; -1 where it did not */
    void ended(String station, String session, int meterWh);
}
