// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import java.util.List;
import org.keycloak.testframework.TestFrameworkExtension;
import org.keycloak.testframework.injection.Supplier;

/** Registers our injectors with Keycloak's test framework. */
public final class RosterTestExtension implements TestFrameworkExtension {

    @Override
    public List<Supplier<?, ?>> suppliers() {
        return List.of(new TestRealmSupplier());
    }
}
