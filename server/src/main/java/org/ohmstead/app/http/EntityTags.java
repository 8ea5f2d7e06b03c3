package org.ohmstead.app.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.ohmstead.api.Tagged;

/** Gives every answer that shows something that can be changed its {@code ETag}. */
@Singleton
public class EntityTags {
    @ServerResponseFilter
    public void tag(ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Tagged shown) {
            answer.getHeaders().putSingle(HttpHeaders.ETAG, shown.entityTag().text());
        }
    }
}
