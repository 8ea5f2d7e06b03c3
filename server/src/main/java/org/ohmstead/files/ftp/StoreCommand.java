package org.ohmstead.files.ftp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.ftpserver.command.AbstractCommand;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.DataType;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.files.StationFiles;
import org.ohmstead.files.StoredFile;

/** STOR and APPE: the file of the upload. It is answered with 226 once the file is kept, and no sooner. */
final class StoreCommand extends AbstractCommand {
    private static final Logger LOG = System.getLogger(StoreCommand.class.getName());
    private static final int PIPE = 256 << 10;

    private final StationFiles files;

    StoreCommand(StationFiles files) {
        this.files = files;
    }

    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        try {
            if (!(session.getUser() instanceof LinkUsers.LinkUser user)) {
                session.write(new DefaultFtpReply(FtpReply.REPLY_530_NOT_LOGGED_IN, "Log in first"));
            } else if (session.getDataConnection().getInetAddress() == null) {
                session.write(
                        new DefaultFtpReply(FtpReply.REPLY_503_BAD_SEQUENCE_OF_COMMANDS, "PASV or PORT comes first"));
            } else {
                session.write(new DefaultFtpReply(
                        FtpReply.REPLY_150_FILE_STATUS_OKAY, "Send it; what ASCII would change stays as it is"));
                session.setDataType(DataType.BINARY); // a log that was zipped would be broken else
                session.write(store(session, user, request.getArgument()));
            }
        } finally {
            session.resetState();
            session.getDataConnection().closeDataConnection();
        }
    }

    private DefaultFtpReply store(FtpIoSession session, LinkUsers.LinkUser user, String name) {
        AtomicBoolean complete = new AtomicBoolean();
        try (PipedOutputStream out = new PipedOutputStream();
                InputStream in = new Whole(new PipedInputStream(out, PIPE), complete)) {
            DataConnection data = open(session);
            FutureTask<StoredFile> keeping = new FutureTask<>(() -> files.leave(user.link(), name, -1, () -> in));
            Thread.ofVirtual().name("ftp-upload").start(keeping);
            transfer(session, data, out, complete);
            keeping.get();
            return new DefaultFtpReply(FtpReply.REPLY_226_CLOSING_DATA_CONNECTION, "The file is kept");
        } catch (ExecutionException e) {
            return failed(e.getCause());
        } catch (IOException e) {
            return failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        }
    }

    private static DataConnection open(FtpIoSession session) throws IOException {
        try {
            return session.getDataConnection().openConnection();
        } catch (Exception e) { // as it is declared
            throw new IOException("there is no data connection: " + e.getMessage(), e);
        }
    }

    /** Where the one who keeps it has stopped, that is what is told. */
    private static void transfer(
            FtpIoSession session, DataConnection data, PipedOutputStream out, AtomicBoolean complete)
            throws IOException {
        try (out) {
            data.transferFromClient(session.getFtpletSession(), out);
            complete.set(true);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "An upload by FTP broke off", e);
        }
    }

    private static DefaultFtpReply failed(@Nullable Throwable why) {
        if (why instanceof Refused refused) {
            return new DefaultFtpReply(
                    FtpReply.REPLY_552_REQUESTED_FILE_ACTION_ABORTED_EXCEEDED_STORAGE, refused.detail());
        }
        LOG.log(Level.WARNING, "An upload by FTP was not kept: " + why);
        return new DefaultFtpReply(
                FtpReply.REPLY_451_REQUESTED_ACTION_ABORTED, "The file could not be kept; try again");
    }

    /** An end that was not meant is none. */
    private static final class Whole extends FilterInputStream {
        private final AtomicBoolean complete;

        Whole(InputStream in, AtomicBoolean complete) {
            super(in);
            this.complete = complete;
        }

        @Override
        public int read() throws IOException {
            return atEnd(in.read());
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return atEnd(in.read(into, offset, length));
        }

        private int atEnd(int read) throws IOException {
            if (read < 0 && !complete.get()) {
                throw new IOException("the connection broke off");
            }
            return read;
        }
    }
}
