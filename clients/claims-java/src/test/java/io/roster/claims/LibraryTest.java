// SPDX-License-Identifier: Apache-2.0
package io.roster.claims;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class LibraryTest {

    private static final ArchRule JDK_ONLY =
            classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "io.roster.claims");

    @Test
    void the_library_needs_nothing_but_the_jdk_and_the_rule_sees_what_does() {
        JavaClasses library = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.roster.claims");
        assertTrue(library.contain(WorkspaceClaim.class));
        assertDoesNotThrow(() -> JDK_ONLY.check(library));
        JavaClasses test = new ClassFileImporter().importClasses(LibraryTest.class);
        assertThrows(AssertionError.class, () -> JDK_ONLY.check(test));
    }
}
