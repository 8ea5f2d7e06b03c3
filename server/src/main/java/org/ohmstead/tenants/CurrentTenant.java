package org.ohmstead.tenants;

import jakarta.enterprise.context.RequestScoped;

/** For whom the HTTP request at hand is served: the default tenant, until users sign in. */
@RequestScoped
public class CurrentTenant {
    public long id() {
        return Tenant.DEFAULT.id();
    }
}
