package org.ohmstead.ocpp.rpc;

import org.ohmstead.ocpp.rpc.frame.MessageId;

/**
 * One thing to do.
 *
 * @param text  the frame that asked for it
 * @param work  what is done when nothing waits before it
 * @param later what is done in its place otherwise; holds no more than it must
 * @param waits whether it is counted among what waits
 */
record Task(MessageId id, String text, Runnable work, Runnable later, boolean waits) {
    Task(MessageId id, String text, Runnable work, Runnable later) {
        this(id, text, work, later, false);
    }

    Task(MessageId id, String text, Runnable work) {
        this(id, text, work, work, false);
    }

    Task waiting() {
        return new Task(id, text, later, later, true);
    }
}
