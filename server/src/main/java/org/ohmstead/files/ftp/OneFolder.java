package org.ohmstead.files.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.ftpserver.ftplet.FileSystemView;
import org.apache.ftpserver.ftplet.FtpFile;

/** All that a user sees: an empty folder, which is the only one. No path of theirs is ever one of ours. */
record OneFolder(String owner) implements FileSystemView, FtpFile {
    @Override
    public FtpFile getHomeDirectory() {
        return this;
    }

    @Override
    public FtpFile getWorkingDirectory() {
        return this;
    }

    @Override
    public boolean changeWorkingDirectory(String path) {
        return true;
    }

    @Override
    public FtpFile getFile(String path) {
        return this;
    }

    @Override
    public boolean isRandomAccessible() {
        return false;
    }

    @Override
    public void dispose() {
        // holds nothing
    }

    @Override
    public String getAbsolutePath() {
        return "/";
    }

    @Override
    public String getName() {
        return "/";
    }

    @Override
    public boolean isHidden() {
        return false;
    }

    @Override
    public boolean isDirectory() {
        return true;
    }

    @Override
    public boolean isFile() {
        return false;
    }

    @Override
    public boolean doesExist() {
        return true;
    }

    @Override
    public boolean isReadable() {
        return false;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    @Override
    public boolean isRemovable() {
        return false;
    }

    @Override
    public String getOwnerName() {
        return owner;
    }

    @Override
    public String getGroupName() {
        return owner;
    }

    @Override
    public int getLinkCount() {
        return 1;
    }

    @Override
    public long getLastModified() {
        return 0;
    }

    @Override
    public boolean setLastModified(long time) {
        return false;
    }

    @Override
    public long getSize() {
        return 0;
    }

    @Override
    public Object getPhysicalFile() {
        return this;
    }

    @Override
    public boolean mkdir() {
        return false;
    }

    @Override
    public boolean delete() {
        return false;
    }

    @Override
    public boolean move(FtpFile destination) {
        return false;
    }

    @Override
    public List<? extends FtpFile> listFiles() {
        return List.of();
    }

    @Override
    public OutputStream createOutputStream(long offset) throws IOException {
        throw new IOException("files are stored by STOR alone");
    }

    @Override
    public InputStream createInputStream(long offset) throws IOException {
        throw new IOException("nothing can be read here");
    }
}
