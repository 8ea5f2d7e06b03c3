package org.ohmstead.bench.load;

/**
 * How long answers took: a histogram in microseconds whose buckets are at most 1.6 % wide, up to two hours. Not
 * for several threads.
 */
public final class Latencies {
    private static final int SUB_BITS = 6;
    private static final int SUB = 1 << SUB_BITS;
    private static final int BUCKETS = SUB * 28;

    private final long[] counts = new long[BUCKETS];
    private long count;
    private long maxMicros;

    public void record(long nanos) {
        long micros = Math.max(0, nanos / 1000);
        counts[Math.min(BUCKETS - 1, bucket(micros))]++;
        count++;
        maxMicros = Math.max(maxMicros, micros);
    }

    public void clear() {
        java.util.Arrays.fill(counts, 0);
        count = 0;
        maxMicros = 0;
    }

    public long count() {
        return count;
    }

    public double maxMillis() {
        return maxMicros / 1000.0;
    }

    /**
     * The latency that a share of all answers did not exceed, in milliseconds; 0 when there are none.
     *
     * @param share from 0 to 1, such as 0.99
     */
    public double millis(double share) {
        long wanted = Math.max(1, (long) Math.ceil(share * count));
        long seen = 0;
        for (int i = 0; i < BUCKETS; i++) {
            seen += counts[i];
            if (seen >= wanted) {
                return Math.min(upperEdge(i), maxMicros) / 1000.0;
            }
        }
        return 0;
    }

    /** Below 64 µs one bucket each; from there 64 buckets for every doubling. */
    private static int bucket(long micros) {
        if (micros < SUB) {
            return (int) micros;
        }
        int shift = 63 - Long.numberOfLeadingZeros(micros) - SUB_BITS;
        return (int) (SUB * (shift + 1) + (micros >>> shift) - SUB);
    }

    private static long upperEdge(int bucket) {
        if (bucket < SUB) {
            return bucket;
        }
        int shift = bucket / SUB - 1;
        return ((long) (bucket % SUB + SUB + 1) << shift) - 1;
    }
}
