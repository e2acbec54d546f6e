// SPDX-License-Identifier: Apache-2.0
package io.roster.workspaces;

import io.roster.workspaces.binding.Client;
import io.roster.workspaces.member.keycloak.MembershipFollower;
import io.roster.workspaces.platform.Caller;
import io.roster.workspaces.realm.keycloak.RealmFollower;
import io.roster.workspaces.workspace.ClientId;
import io.roster.workspaces.workspace.RealmId;
import io.roster.workspaces.workspace.UserId;
import io.roster.workspaces.workspace.WorkspaceId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.keycloak.Config;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.OrganizationModel;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.PostMigrationEvent;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;
import org.keycloak.provider.ProviderEvent;
import org.keycloak.services.scheduled.ClusterAwareScheduledTaskRunner;
import org.keycloak.timer.TimerProvider;

/** Makes the wiring for each session, and follows what Keycloak does with realms, organizations, members, teams, users
 * and clients. */
public final class DefaultWorkspacesFactory implements WorkspacesFactory {

    private static final String CACHE_SIZE = "cacheSize";

    private static final int DEFAULT_CACHE_SIZE = 20_000;

    private static final String SWEEP_SECONDS = "sweepSeconds";

    private static final int DEFAULT_SWEEP_SECONDS = 60;

    private Node node;
    private int sweepSeconds;

    @Override
    public String getId() {
        return "default";
    }

    @Override
    public Workspaces create(KeycloakSession session) {
        return new DefaultWorkspaces(session, node);
    }

    @Override
    public void init(Config.Scope config) {
        node = new Node(config.getInt(CACHE_SIZE, DEFAULT_CACHE_SIZE));
        sweepSeconds = config.getInt(SWEEP_SECONDS, DEFAULT_SWEEP_SECONDS);
        if (sweepSeconds < 1) {
            throw new IllegalArgumentException(
                    "--spi-roster-workspaces--default--sweep-seconds is a whole number from 1 on, not " + sweepSeconds);
        }
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(CACHE_SIZE)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_CACHE_SIZE)
                .helpText(
                        "How many teammates, workspace aliases and people's memberships a node remembers at most, each.")
                .add()
                .property()
                .name(SWEEP_SECONDS)
                .type(ProviderConfigProperty.INTEGER_TYPE)
                .defaultValue(DEFAULT_SWEEP_SECONDS)
                .helpText(
                        "Seconds between two turns that delete what has ended and write it into the log. What has ended"
                                + " counts no more from its very end on, whether it is deleted or not.")
                .add()
                .build();
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        factory.register(this::follow);
    }

    @Override
    public void close() {
        node.close();
    }

    /** Keycloak calls this in the transaction of what happened. An exception would undo it, so there is no veto here. */
    private void follow(ProviderEvent event) {
        if (event instanceof OrganizationModel.OrganizationMemberJoinEvent joined) {
            if (wiring(joined.getSession()).realms().isFollowed()) {
                MembershipFollower.joined(
                        joined.getSession(),
                        joined.getOrganization(),
                        joined.getUser(),
                        wiring(joined.getSession()).members());
            }
        } else if (event instanceof OrganizationModel.OrganizationMemberLeaveEvent left) {
            MembershipFollower.left(
                    left.getSession(),
                    left.getOrganization(),
                    left.getUser(),
                    wiring(left.getSession()).members());
        } else if (event instanceof UserModel.UserPreRemovedEvent removed) {
            wiring(removed.getKeycloakSession())
                    .remove(
                            new Caller.Server(),
                            new RealmId(removed.getRealm().getId()),
                            new UserId(removed.getUser().getId()));
        } else if (event instanceof OrganizationModel.OrganizationRemovedEvent removed) {
            wiring(removed.getKeycloakSession())
                    .removeAll(
                            new Caller.Server(),
                            new WorkspaceId(removed.getOrganization().getId()));
        } else if (event instanceof GroupModel.GroupEvent changed) {
            if (changed.getGroup().getType() == GroupModel.Type.ORGANIZATION) {
                wiring(changed.getKeycloakSession()).teamFollower().heard(changed);
            }
        } else if (event instanceof ClientModel.ClientRemovedEvent removed) {
            ClientModel client = removed.getClient();
            wiring(removed.getKeycloakSession())
                    .bindings()
                    .removed(
                            new Caller.Server(),
                            new RealmId(client.getRealm().getId()),
                            new Client(
                                    new ClientId(client.getId()),
                                    client.getClientId(),
                                    client.isServiceAccountsEnabled()));
        } else if (event instanceof RealmModel.RealmRemovedEvent removed) {
            RealmId realm = new RealmId(removed.getRealm().getId());
            wiring(removed.getKeycloakSession()).removeAll(new Caller.Server(), realm);
            node.catalogues().forget(realm);
        } else if (event instanceof PostMigrationEvent started) {
            schedule(started.getFactory());
        } else if (event instanceof RealmModel.RealmPostCreateEvent created) {
            RealmFollower.created(created.getKeycloakSession(), created.getCreatedRealm());
        }
    }

    private void schedule(KeycloakSessionFactory factory) {
        long interval = TimeUnit.SECONDS.toMillis(sweepSeconds);
        try (KeycloakSession session = factory.create()) {
            session.getProvider(TimerProvider.class)
                    .schedule(
                            new ClusterAwareScheduledTaskRunner(factory, new LapsedAccessSweeper(), interval),
                            interval);
        }
    }

    private static DefaultWorkspaces wiring(KeycloakSession session) {
        return (DefaultWorkspaces) session.getProvider(Workspaces.class);
    }
}
