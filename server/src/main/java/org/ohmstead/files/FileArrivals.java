package org.ohmstead.files;

import org.ohmstead.db.lanes.Tx;

/**
 * A slice that has asked a station for a file. It is told within the unit of work that keeps the file. A bean that implements it
 * is found by itself.
 */
public interface FileArrivals {
    /** The file of an upload link has come. @param file with its number */
    void arrived(Tx tx, FileLink link, StoredFile file);
}
