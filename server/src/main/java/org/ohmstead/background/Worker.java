package org.ohmstead.background;

/** Works behind everybody's back, from the server's start to its end. A bean that implements it is found by itself. */
public interface Worker {
    /** Begins; returns at once. */
    void start();

    /** Begins nothing new, and returns when what runs has ended, within reason. The database is still there. */
    void stop();
}
