// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces.stores;

import io.roster.workspaces.audit.jpa.WorkspaceAuditEntity;
import io.roster.workspaces.binding.jpa.WorkspaceClientBindingEntity;
import io.roster.workspaces.member.jpa.WorkspaceMemberEntity;
import io.roster.workspaces.member.jpa.WorkspaceMemberWordEntity;
import io.roster.workspaces.override.jpa.WorkspaceOverrideEntity;
import io.roster.workspaces.permission.Catalogues;
import io.roster.workspaces.permission.jpa.JpaCatalogueStore;
import io.roster.workspaces.permission.jpa.WorkspacePermissionEntity;
import io.roster.workspaces.permission.jpa.WorkspacePresetEntity;
import io.roster.workspaces.permission.jpa.WorkspaceRealmEntity;
import io.roster.workspaces.plan.jpa.WorkspacePlanEntity;
import io.roster.workspaces.project.jpa.WorkspaceEnvironmentEntity;
import io.roster.workspaces.project.jpa.WorkspaceGrantEntity;
import io.roster.workspaces.project.jpa.WorkspaceProjectEntity;
import io.roster.workspaces.role.jpa.WorkspacePresetEditEntity;
import io.roster.workspaces.role.jpa.WorkspaceRoleEntity;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.WorkspaceId;
import io.roster.workspaces.workspace.jpa.JpaWorkspaceStore;
import io.roster.workspaces.workspace.jpa.WorkspaceEntity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.hibernate.cfg.Configuration;

/**
 * A database with our tables as the changelog makes them. Hibernate compares its mapping with them when it opens, so a
 * column that one of the two forgot fails every test here.
 */
final class Database implements AutoCloseable {

    private final String url;
    private final EntityManagerFactory factory;
    private final EntityManager em;

    /** A new one in this process. */
    static Database h2() {
        return new Database("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    }

    /** A new one on a server that has none of our tables in it yet. */
    Database(String url) {
        this(url, null);
    }

    /** The same, used through this data source, if there is one. */
    Database(String url, DataSource source) {
        this.url = url;
        try (Connection connection = DriverManager.getConnection(url)) {
            Liquibase changelog = new Liquibase(
                    "META-INF/roster/changelog.xml", new ClassLoaderResourceAccessor(), new JdbcConnection(connection));
            changelog.update(new Contexts());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Configuration configuration = new Configuration()
                .addAnnotatedClass(WorkspaceEntity.class)
                .addAnnotatedClass(WorkspaceRealmEntity.class)
                .addAnnotatedClass(WorkspacePermissionEntity.class)
                .addAnnotatedClass(WorkspacePresetEntity.class)
                .addAnnotatedClass(WorkspaceRoleEntity.class)
                .addAnnotatedClass(WorkspacePresetEditEntity.class)
                .addAnnotatedClass(WorkspaceMemberEntity.class)
                .addAnnotatedClass(WorkspaceClientBindingEntity.class)
                .addAnnotatedClass(WorkspaceAuditEntity.class)
                .addAnnotatedClass(WorkspaceMemberWordEntity.class)
                .addAnnotatedClass(WorkspaceOverrideEntity.class)
                .addAnnotatedClass(WorkspaceProjectEntity.class)
                .addAnnotatedClass(WorkspaceEnvironmentEntity.class)
                .addAnnotatedClass(WorkspaceGrantEntity.class)
                .addAnnotatedClass(WorkspacePlanEntity.class)
                .setProperty("hibernate.connection.url", url)
                .setProperty("hibernate.hbm2ddl.auto", "validate");
        if (source != null) {
            configuration.getProperties().put("hibernate.connection.datasource", source);
        }
        factory = configuration.buildSessionFactory();
        em = factory.createEntityManager();
    }

    EntityManager em() {
        return em;
    }

    /** For what isn't said in the language of entities; each statement is committed at once. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** What is done here is written and forgotten by the session, so that the next reading really reads. */
    void commit(Consumer<EntityManager> work) {
        em.getTransaction().begin();
        try {
            work.accept(em);
            em.getTransaction().commit();
        } catch (RuntimeException e) {
            em.getTransaction().rollback();
            throw e;
        } finally {
            em.clear();
        }
    }

    /** Gives a realm its row, as switching on does. */
    void seed(RealmId realm) {
        commit(em -> new Catalogues(new JpaCatalogueStore(em), new Catalogues.Loaded()).seed(realm, "default"));
    }

    /** Gives a workspace its row, as the first change does. */
    void lock(RealmId realm, WorkspaceId workspace) {
        commit(em -> new JpaWorkspaceStore(null, em).lock(realm, workspace));
    }

    /** As {@link #commit}, in a session of its own, for threads that meet. */
    void commitApart(Consumer<EntityManager> work) {
        try (EntityManager own = factory.createEntityManager()) {
            own.getTransaction().begin();
            try {
                work.accept(own);
                own.getTransaction().commit();
            } catch (RuntimeException e) {
                own.getTransaction().rollback();
                throw e;
            }
        }
    }

    @Override
    public void close() {
        em.close();
        factory.close();
    }
}
