package org.ohmstead.iso15118.roots;

import static org.ohmstead.db.schema.Tables.CONTRACT_ROOT;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.ContractRootRecord;

/** The rows of authorities. */
@Singleton
public class SqlContractRootStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlContractRootStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** What is recorded with a change. */
    @FunctionalInterface
    interface Also {
        void of(Tx tx, ContractRoot root);
    }

    /** @return the new one; empty: it stands there already */
    Optional<ContractRoot> add(Scope scope, ContractRoot root, Consumer<Tx> before, Also also) {
        return commits.write(scope, GroupCommit.BACKGROUND, tx -> {
            before.accept(tx);
            long id = tx.nextId("contract_root");
            int added = tx.sql()
                    .insertInto(CONTRACT_ROOT)
                    .set(CONTRACT_ROOT.ID, id)
                    .set(CONTRACT_ROOT.TENANT_ID, scope.tenant())
                    .set(CONTRACT_ROOT.ROOT_USE, root.use().word())
                    .set(CONTRACT_ROOT.FINGERPRINT, Certificates.fingerprint(root.certificate()))
                    .set(CONTRACT_ROOT.PEM, Certificates.write(root.certificate()))
                    .set(
                            CONTRACT_ROOT.SUBJECT,
                            root.certificate().getSubjectX500Principal().getName())
                    .set(
                            CONTRACT_ROOT.STARTS_AT,
                            root.certificate().getNotBefore().toInstant())
                    .set(CONTRACT_ROOT.ENDS_AT, root.certificate().getNotAfter().toInstant())
                    .set(CONTRACT_ROOT.NOTE, root.note())
                    .set(CONTRACT_ROOT.ACTOR, root.actor())
                    .set(CONTRACT_ROOT.ADDED_AT, root.addedAt())
                    .onConflict(CONTRACT_ROOT.TENANT_ID, CONTRACT_ROOT.ROOT_USE, CONTRACT_ROOT.FINGERPRINT)
                    .doNothing()
                    .execute();
            if (added == 0) {
                return Optional.<ContractRoot>empty();
            }
            ContractRoot made =
                    new ContractRoot(id, root.use(), root.certificate(), root.note(), root.actor(), root.addedAt());
            also.of(tx, made);
            return Optional.of(made);
        });
    }

    /** @return false: there is none */
    boolean remove(Scope scope, long id, Also also) {
        return commits.write(scope, GroupCommit.BACKGROUND, tx -> {
            Condition where = scope.of(CONTRACT_ROOT.TENANT_ID).and(CONTRACT_ROOT.ID.eq(id));
            ContractRoot root = tx.sql().selectFrom(CONTRACT_ROOT).where(where).fetchOne(SqlContractRootStore::read);
            if (root != null) {
                tx.sql().deleteFrom(CONTRACT_ROOT).where(where).execute();
                also.of(tx, root);
            }
            return root != null;
        });
    }

    static int count(Tx tx, Scope scope) {
        return tx.sql().fetchCount(CONTRACT_ROOT, scope.of(CONTRACT_ROOT.TENANT_ID));
    }

    Optional<ContractRoot> find(Scope scope, long id) {
        return database.read(scope)
                .selectFrom(CONTRACT_ROOT)
                .where(scope.of(CONTRACT_ROOT.TENANT_ID))
                .and(CONTRACT_ROOT.ID.eq(id))
                .fetchOptional(SqlContractRootStore::read);
    }

    /** In the order in which they came. @param use null: all */
    List<ContractRoot> after(Scope scope, @Nullable RootUse use, int rows, @Nullable Cursor after) {
        Condition where = scope.of(CONTRACT_ROOT.TENANT_ID);
        where = use == null ? where : where.and(CONTRACT_ROOT.ROOT_USE.eq(use.word()));
        return database.read(scope)
                .selectFrom(CONTRACT_ROOT)
                .where(after == null ? where : where.and(CONTRACT_ROOT.ID.gt(after.id())))
                .orderBy(CONTRACT_ROOT.ID)
                .limit(rows)
                .fetch(SqlContractRootStore::read);
    }

    private static ContractRoot read(ContractRootRecord row) {
        try {
            return new ContractRoot(
                    row.getId(),
                    RootUse.of(row.getRootUse()),
                    Certificates.read(row.getPem()).getFirst(),
                    row.getNote(),
                    row.getActor(),
                    row.getAddedAt());
        } catch (CertificateException e) {
            throw new IllegalStateException("contract_root " + row.getId() + " has no certificate", e);
        }
    }
}
