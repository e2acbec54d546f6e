// SPDX-License-Identifier: Apache-2.0
package io.roster.access;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Date;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessModelTest {

    private static final ArchRule PLAIN_JAVA =
            classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "io.roster.access");

    private static final ArchRule NO_CLOCK = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.time\\.(Clock|InstantSource)|java\\.util\\.(Date|Calendar|Timer)")
            .orShould()
            .accessTargetWhere(describe(
                    "the time of the machine",
                    access -> access instanceof JavaCodeUnitAccess<?>
                            && access.getTarget()
                                    .getFullName()
                                    .matches("java\\.time\\..*\\.now\\(.*|"
                                            + "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*")));

    private final JavaClasses model = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.roster.access");

    @Test
    void the_rules_have_classes_to_check() {
        assertTrue(model.size() >= 20, () -> "only " + model.size() + " classes");
        assertTrue(model.contain(Resolver.class) && model.contain(PermissionSet.class));
    }

    @Test
    void the_access_model_is_plain_java_and_the_rule_sees_what_isnt() {
        assertDoesNotThrow(() -> PLAIN_JAVA.check(model));
        JavaClasses foreign = new ClassFileImporter().importClasses(Foreign.class);
        assertThrows(AssertionError.class, () -> PLAIN_JAVA.check(foreign));
    }

    @Test
    void the_access_model_asks_no_clock() {
        assertDoesNotThrow(() -> NO_CLOCK.check(model));
    }

    @ParameterizedTest
    @ValueSource(classes = {AsksInstant.class, AsksInstantByReference.class, AsksSystem.class, AsksDate.class})
    void the_rule_sees_every_way_of_asking_a_clock(Class<?> asking) {
        JavaClasses classes = new ClassFileImporter().importClasses(asking);
        assertThrows(AssertionError.class, () -> NO_CLOCK.check(classes));
    }

    static final class Foreign {
        void fail() {
            Assertions.fail();
        }
    }

    static final class AsksInstant {
        Instant now() {
            return Instant.now();
        }
    }

    static final class AsksInstantByReference {
        Supplier<Instant> now() {
            return Instant::now;
        }
    }

    static final class AsksSystem {
        long now() {
            return System.currentTimeMillis();
        }
    }

    static final class AsksDate {
        Date now() {
            return new Date();
        }
    }
}
