package org.ohmstead.messagelog;

import java.time.Duration;

/**
 * The message log.
 *
 * @param bufferedMessages how many frames may wait to be written; more are dropped and counted. Default 50,000
 * @param bufferedBytes how many characters of frames may wait. Default 32 Mi
 * @param batch how many make a pack, about; few enough that a charging session's write hardly waits behind them.
 *     Default 2,000, at most 8,000: a pack of one station may be eight times as long, and holds at most 65,536
 * @param linger how long a frame waits for company before it is written, three times as long where much comes. Default
 *     500 ms
 * @param retention how long a frame is kept. Default 30 days
 */
public record MessageLogSettings(
        int bufferedMessages, long bufferedBytes, int batch, Duration linger, Duration retention) {

    public static MessageLogSettings defaults() {
        return new MessageLogSettings(50_000, 32L << 20, 2_000, Duration.ofMillis(500), Duration.ofDays(30));
    }

    public MessageLogSettings withRetention(Duration kept) {
        return new MessageLogSettings(bufferedMessages, bufferedBytes, batch, linger, kept);
    }
}
