package org.ohmstead.files.ftp;

import org.apache.ftpserver.command.AbstractCommand;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.impl.FtpIoSession;
import org.apache.ftpserver.impl.FtpServerContext;

/** CWD, CDUP, MKD: clients go to a folder before they store, or make one; any is the one that there is. */
final class AnyFolder extends AbstractCommand {
    @Override
    public void execute(FtpIoSession session, FtpServerContext context, FtpRequest request) {
        session.resetState();
        session.write(
                request.getCommand().equals("MKD")
                        ? new DefaultFtpReply(FtpReply.REPLY_257_PATHNAME_CREATED, "\"/\" is there.")
                        : new DefaultFtpReply(FtpReply.REPLY_250_REQUESTED_FILE_ACTION_OKAY, "The folder is /"));
    }
}
