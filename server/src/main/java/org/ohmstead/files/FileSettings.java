package org.ohmstead.files;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Where files lie and how stations reach them.
 *
 * @param folder     that they lie in; made when the first one comes
 * @param largest    of a file, in bytes
 * @param server     the URL under which stations reach this server, without a slash at its end; known once it listens
 * @param retention  how long logs are kept; zero: for ever. Images stay until somebody deletes them
 * @param ftp        for stations that know nothing else
 */
public record FileSettings(Path folder, long largest, Supplier<String> server, Duration retention, Ftp ftp) {

    /**
     * The FTP server.
     *
     * @param host         that it listens on
     * @param port         0: there is none
     * @param passivePorts for the data, such as {@code 30000-30100}; empty: any free one
     */
    public record Ftp(String host, int port, String passivePorts) {
        public static final Ftp OFF = new Ftp("127.0.0.1", 0, "");

        public boolean isOn() {
            return port > 0;
        }
    }
}
