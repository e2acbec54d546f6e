// SPDX-License-Identifier: Apache-2.0
package io.roster.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.keycloak.testframework.injection.LifeCycle;

/** Injects the {@link TestRealm} around the {@code @InjectRealm} of the same class. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface InjectTestRealm {

    LifeCycle lifecycle() default LifeCycle.CLASS;

    String ref() default "";

    /** The {@code ref} of the realm, where a class has several. */
    String realmRef() default "";
}
