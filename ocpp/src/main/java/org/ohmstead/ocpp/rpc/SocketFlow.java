package org.ohmstead.ocpp.rpc;

/** Whether a socket is read, told to it without a lock and yet in the right order: one change at a time, until it is as wanted. */
final class SocketFlow {
    private final Wire wire;

    /** Whether it should be read, whether it is, and whether somebody is just seeing to it. */
    private boolean wanted = true;

    private boolean flowing = true;
    private boolean steering;

    SocketFlow(Wire wire) {
        this.wire = wire;
    }

    /** Says what is wanted; {@link #steer} tells the socket. */
    synchronized void want(boolean flow) {
        wanted = flow;
    }

    synchronized boolean isWanted() {
        return wanted;
    }

    /** Not under a lock of the caller's. */
    void steer() {
        while (true) {
            boolean flow;
            synchronized (this) {
                if (steering || flowing == wanted) {
                    return;
                }
                steering = true;
                flow = wanted;
            }
            if (flow) {
                wire.resume();
            } else {
                wire.pause();
            }
            synchronized (this) {
                flowing = flow;
                steering = false;
            }
        }
    }
}
