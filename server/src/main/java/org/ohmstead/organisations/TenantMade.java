package org.ohmstead.organisations;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.users.InvitedUser;

/** A new organisation. */
public record TenantMade(
        TenantView tenant,

        @Schema(
                description =
                        "Its first owner, with the link by which they choose a password; null: none was asked for")
        @Nullable
        InvitedUser owner) {
    @Override
    public String toString() {
        return "TenantMade " + tenant;
    }
}
