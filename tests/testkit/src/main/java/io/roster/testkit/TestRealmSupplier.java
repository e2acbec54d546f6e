// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import java.util.List;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.testframework.injection.DependenciesBuilder;
import org.keycloak.testframework.injection.Dependency;
import org.keycloak.testframework.injection.InstanceContext;
import org.keycloak.testframework.injection.RequestedInstance;
import org.keycloak.testframework.injection.Supplier;
import org.keycloak.testframework.injection.SupplierOrder;
import org.keycloak.testframework.realm.ManagedRealm;
import org.keycloak.testframework.server.KeycloakServer;

final class TestRealmSupplier implements Supplier<TestRealm, InjectTestRealm> {

    /** The framework's own administrator, who made the realm and so may do everything in it. */
    private static final String ADMINISTRATOR = "bootstrap-client";

    @Override
    public List<Dependency> getDependencies(RequestedInstance<TestRealm, InjectTestRealm> requested) {
        return DependenciesBuilder.create(KeycloakServer.class)
                .add(Keycloak.class, ADMINISTRATOR)
                .add(ManagedRealm.class, requested.getAnnotation().realmRef())
                .build();
    }

    @Override
    public TestRealm getValue(InstanceContext<TestRealm, InjectTestRealm> context) {
        KeycloakServer server = context.getDependency(KeycloakServer.class);
        Keycloak administrator = context.getDependency(Keycloak.class, ADMINISTRATOR);
        ManagedRealm realm = context.getDependency(
                ManagedRealm.class, context.getAnnotation().realmRef());
        TestRealm testRealm = new TestRealm(server.getBaseUrl(), realm.getName(), administrator);
        testRealm.offer(RosterOff.APP);
        return testRealm;
    }

    @Override
    public boolean compatible(
            InstanceContext<TestRealm, InjectTestRealm> a, RequestedInstance<TestRealm, InjectTestRealm> b) {
        return a.getAnnotation().realmRef().equals(b.getAnnotation().realmRef());
    }

    @Override
    public int order() {
        return SupplierOrder.DEFAULT;
    }
}
