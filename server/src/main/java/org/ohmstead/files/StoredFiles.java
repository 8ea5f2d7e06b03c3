package org.ohmstead.files;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;

/** The files that operators see: images that they upload once for all stations, and what stations have left. */
@Singleton
public class StoredFiles {
    private static final String ENTITY = "file";
    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_VERSION = 50;

    private final SqlFileStore store;
    private final Storage storage;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Supplier<? extends Iterable<FileHolders>> holders;
    private final Clock clock;

    @Inject
    public StoredFiles(
            SqlFileStore store,
            Storage storage,
            Outbox outbox,
            AuditLog audit,
            @Any Instance<FileHolders> holders,
            Clock clock) {
        this(store, storage, outbox, audit, () -> holders, clock);
    }

    /** For those who have no container. */
    StoredFiles(
            SqlFileStore store,
            Storage storage,
            Outbox outbox,
            AuditLog audit,
            Supplier<? extends Iterable<FileHolders>> holders,
            Clock clock) {
        this.store = store;
        this.storage = storage;
        this.outbox = outbox;
        this.audit = audit;
        this.holders = holders;
        this.clock = clock;
    }

    /** The newest first. */
    Page<StoredFile> page(Scope scope, FileFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(scope, filter, limit.rows() + 1, after), limit, file -> Cursor.at(file.id()));
    }

    public Optional<StoredFile> find(Scope scope, long id) {
        return store.find(scope, id);
    }

    /** @throws Refused not found */
    public StoredFile get(Scope scope, long id) {
        return find(scope, id)
                .orElseThrow(() ->
                        Refused.notFound("There is no file " + id + ". GET /api/v1/files lists those that there are."));
    }

    /** An image that stations are to load. @throws Refused invalid naming the field, where it is none */
    public StoredFile image(Scope scope, String field, long id) {
        return find(scope, id)
                .filter(file -> file.kind() == FileKind.FIRMWARE)
                .orElseThrow(() -> Refused.invalid(
                        field,
                        field + " is " + id
                                + ", which is no file of firmware. Upload it with POST /api/v1/files, or look"
                                + " at GET /api/v1/files?kind=firmware."));
    }

    /**
     * Keeps an image that somebody uploads.
     *
     * @param sha256 that it must have, in hexadecimal digits; null: nobody has said
     * @throws Refused invalid or too large; then nothing of it is kept
     */
    StoredFile upload(Actor by, StoredFile.About about, @Nullable String sha256, long declared, StationFiles.Body body)
            throws IOException {
        StoredFile.About checked = checked(about);
        if (sha256 != null && !sha256.matches("[0-9A-Fa-f]{64}")) {
            throw Refused.invalid("sha256", "sha256 has to be 64 hexadecimal digits.");
        }
        storage.mustFit(declared);
        StoredFile.Content content = storage.keep(body);
        boolean kept = false;
        try {
            mustBe(content, sha256);
            StoredFile file = store.write(by.scope(), by.tenant(), tx -> keep(tx, by, checked, content));
            kept = true;
            return file;
        } finally {
            if (!kept) {
                storage.delete(content);
            }
        }
    }

    private static void mustBe(StoredFile.Content content, @Nullable String sha256) {
        if (content.size() == 0) {
            throw new Refused(Refused.Kind.MALFORMED, "Nothing came", "The file is empty. Send it as the body.", null);
        }
        if (sha256 != null && !sha256.equalsIgnoreCase(content.sha256())) {
            throw Refused.invalid(
                    "sha256",
                    "What came has the SHA-256 " + content.sha256() + " and not " + sha256
                            + ". Nothing of it was kept; send it again.");
        }
    }

    private StoredFile keep(Tx tx, Actor by, StoredFile.About about, StoredFile.Content content) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredFile file = SqlFileStore.insert(
                tx, new StoredFile(0, by.tenant(), null, FileKind.FIRMWARE, about, content, by.word(), now));
        audit.record(tx, by, AuditEntry.created(ENTITY, file.id(), fields(file)));
        outbox.append(tx, FileUploaded.of(file));
        return file;
    }

    private static StoredFile.About checked(StoredFile.About about) {
        String name = FileNames.clean(about.name());
        if (name == null || !name.equals(about.name().strip())) {
            throw Refused.invalid(
                    "name",
                    "name is '" + about.name() + "'; allowed is the name of a file of 1 to " + FileNames.LONGEST
                            + " characters, without a path.");
        }
        return new StoredFile.About(
                name, text("note", about.note(), LONGEST_NOTE), text("version", about.version(), LONGEST_VERSION));
    }

    private static @Nullable String text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest || text.chars().anyMatch(Character::isISOControl)) {
            throw Refused.invalid(
                    field,
                    field + " has " + text.length() + " characters; allowed are " + longest
                            + ", none of them a line break.");
        }
        return text.strip();
    }

    /** @throws Refused not found; in conflict where something needs it still */
    void delete(Actor by, long id) {
        StoredFile file = get(by.scope(), id);
        long lane = file.station() == null ? by.tenant() : file.station().id();
        boolean deleted = store.write(by.scope(), lane, tx -> {
            for (FileHolders each : holders.get()) {
                each.holds(tx, file).ifPresent(why -> {
                    throw Refused.conflict(null, "File " + id + " cannot be deleted: " + why + ".");
                });
            }
            if (!SqlFileStore.delete(tx, file)) {
                return false;
            }
            audit.record(tx, by, AuditEntry.deleted(ENTITY, id, fields(file)));
            outbox.append(tx, deleted(by, file));
            return true;
        });
        if (deleted) {
            storage.delete(file.content());
        }
    }

    private FileDeleted deleted(Actor by, StoredFile file) {
        return new FileDeleted(
                file.tenant(),
                file.station() == null ? null : file.station().id(),
                clock.instant(),
                file.station() == null ? null : file.station().identity(),
                file.id(),
                file.kind().word(),
                file.name(),
                by.word());
    }

    private static Map<String, Object> fields(StoredFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", file.kind().word());
        fields.put("name", file.name());
        fields.put("sizeBytes", file.content().size());
        fields.put("sha256", file.content().sha256());
        if (file.about().version() != null) {
            fields.put("version", file.about().version());
        }
        if (file.station() != null) {
            fields.put("station", file.station().identity());
        }
        return fields;
    }
}
