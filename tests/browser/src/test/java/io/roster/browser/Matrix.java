// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** The table of roles and permissions, as somebody uses it. */
final class Matrix {

    private Matrix() {}

    static Locator box(Visitor visitor, String name) {
        return visitor.page().locator("roster-matrix [role=checkbox][aria-label^='" + name + "']");
    }

    static void save(Visitor visitor) {
        visitor.page().locator(".roster-savebar .pf-m-primary").click();
    }

    static void choose(Visitor visitor, String role, String action) {
        visitor.button("Actions for " + role).click();
        visitor.page().getByRole(AriaRole.MENUITEM).getByText(action).click();
    }
}
