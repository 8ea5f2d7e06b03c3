package org.ohmstead.files.ftp;

import java.util.List;
import org.apache.ftpserver.ftplet.Authentication;
import org.apache.ftpserver.ftplet.AuthenticationFailedException;
import org.apache.ftpserver.ftplet.User;
import org.apache.ftpserver.ftplet.UserManager;
import org.apache.ftpserver.usermanager.UsernamePasswordAuthentication;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.ConcurrentLoginPermission;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.files.FileLink;
import org.ohmstead.files.StationFiles;

/** The users are the upload links that count: {@code u17} with the secret of link 17. */
final class LinkUsers implements UserManager {
    private static final int MOST_LOGINS = 2;

    private final StationFiles files;

    LinkUsers(StationFiles files) {
        this.files = files;
    }

    /** Whose upload it is. */
    static final class LinkUser extends BaseUser {
        private final String link;

        LinkUser(String name, String link) {
            this.link = link;
            setName(name);
            setEnabled(true);
            setHomeDirectory("/");
            setAuthorities(List.of(new ConcurrentLoginPermission(MOST_LOGINS, MOST_LOGINS)));
        }

        /** Its number and secret. */
        String link() {
            return link;
        }
    }

    @Override
    public User authenticate(Authentication shown) throws AuthenticationFailedException {
        if (shown instanceof UsernamePasswordAuthentication pair
                && pair.getUsername() != null
                && pair.getPassword() != null
                && pair.getUsername().startsWith("u")) {
            String link = pair.getUsername().substring(1) + "-" + pair.getPassword();
            try {
                files.link(link, FileLink.Direction.UPLOAD);
                return new LinkUser(pair.getUsername(), link);
            } catch (Refused e) {
                throw new AuthenticationFailedException(e.detail());
            }
        }
        throw new AuthenticationFailedException("There is no such upload");
    }

    /** Nobody is known before the password. */
    @Override
    public @Nullable User getUserByName(String name) {
        return null;
    }

    @Override
    public String[] getAllUserNames() {
        return new String[0];
    }

    @Override
    public void delete(String name) {
        throw new UnsupportedOperationException("users are links");
    }

    @Override
    public void save(User user) {
        throw new UnsupportedOperationException("users are links");
    }

    @Override
    public boolean doesExist(String name) {
        return false;
    }

    @Override
    public String getAdminName() {
        return "nobody";
    }

    @Override
    public boolean isAdmin(String name) {
        return false;
    }
}
