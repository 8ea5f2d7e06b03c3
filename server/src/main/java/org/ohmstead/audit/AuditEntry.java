package org.ohmstead.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change as it is recorded: of what, and the fields that it changed, before and after. Secrets are masked already, and what is
 * very long is told by its length and hash.
 *
 * @param entity   what kind of thing, in the word of the API, with hyphens: {@code station}, {@code display-message}
 * @param entityId which one, as the API names it: an identity, or a number; a part of a thing has a slash: {@code CP-7/1/2}
 * @param action   {@link #CREATED}, {@link #CHANGED}, {@link #DELETED}, or a verb of its own, such as {@code closed}
 * @param before   the fields that are others now, as they were; null: nothing to tell
 * @param after    as they are now, or what was done in particular; null: nothing to tell
 */
public record AuditEntry(
        String entity,
        String entityId,
        String action,
        @Nullable ObjectNode before,
        @Nullable ObjectNode after) {
    public static final String CREATED = "created";
    public static final String CHANGED = "changed";
    public static final String DELETED = "deleted";

    /**
     * There is a new thing.
     *
     * @param fields a record, a map or a tree, with the names of the API; those that are null are left out
     */
    public static AuditEntry created(String entity, Object entityId, Object fields) {
        return done(entity, entityId, CREATED, fields);
    }

    /** A thing is gone. @param fields how it was last, as in {@link #created} */
    public static AuditEntry deleted(String entity, Object entityId, Object fields) {
        return new AuditEntry(entity, entityId.toString(), DELETED, AuditFields.present(fields), null);
    }

    /** Something was done with a thing. @param fields what in particular, as in {@link #created} */
    public static AuditEntry done(String entity, Object entityId, String action, Object fields) {
        return new AuditEntry(entity, entityId.toString(), action, null, AuditFields.present(fields));
    }

    /** The same, where the verb says all. */
    public static AuditEntry done(String entity, Object entityId, String action) {
        return new AuditEntry(entity, entityId.toString(), action, null, null);
    }

    /**
     * A thing is another now. Only the fields that differ are kept, and where none does, nothing is recorded.
     *
     * @param before all its fields: a record, a map or a tree, with the names of the API
     * @param after  the same afterwards
     */
    public static AuditEntry changed(String entity, Object entityId, Object before, Object after) {
        ObjectNode was = AuditFields.tree(before);
        ObjectNode is = AuditFields.tree(after);
        Set<String> names = new LinkedHashSet<>();
        was.fieldNames().forEachRemaining(names::add);
        is.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> was.path(name).equals(is.path(name)));
        return new AuditEntry(
                entity,
                entityId.toString(),
                CHANGED,
                picked(AuditFields.shown(was), names),
                picked(AuditFields.shown(is), names));
    }

    /** The same under a verb of its own; then it is recorded also where no field differs. */
    public AuditEntry as(String verb) {
        return new AuditEntry(entity, entityId, verb, before, after);
    }

    /** The same with a word more about what was done, such as why. */
    public AuditEntry with(String name, Object value) {
        ObjectNode more = AuditFields.present(Map.of(name, value));
        ObjectNode all = after == null ? JsonNodeFactory.instance.objectNode() : after.deepCopy();
        return new AuditEntry(entity, entityId, action, before, more == null ? all : all.setAll(more));
    }

    /** Whether it changed nothing. */
    boolean isNothing() {
        return action.equals(CHANGED) && isEmpty(before) && isEmpty(after);
    }

    private static boolean isEmpty(@Nullable ObjectNode fields) {
        return fields == null || fields.isEmpty();
    }

    /** From the whole, because a field may be secret by what stands beside it. */
    private static ObjectNode picked(ObjectNode fields, Set<String> names) {
        ObjectNode picked = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            JsonNode value = fields.get(name);
            if (value != null) {
                picked.set(name, value);
            }
        }
        return picked;
    }
}
