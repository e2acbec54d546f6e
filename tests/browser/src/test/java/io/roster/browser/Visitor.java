// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.roster.testkit.Person;
import java.nio.file.Path;

/** Somebody at a page of one of the consoles. */
final class Visitor {

    private final Page page;

    Visitor(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    /** Opens an address, and signs in on Keycloak's page, which has to come. With organizations it asks who, then proof. */
    Visitor signsIn(String address, Person person) {
        page.navigate(address);
        page.locator("#username").fill(person.username());
        Locator password = page.locator("#password");
        if (password.count() == 0) {
            page.locator("#kc-login").click();
        }
        password.fill(person.password());
        page.locator("#kc-login").click();
        page.waitForURL(url -> !url.contains("/login-actions/") && !url.contains("/protocol/"));
        return this;
    }

    Visitor goesTo(String address) {
        page.navigate(address);
        return this;
    }

    Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator tab(String name) {
        return page.locator(".roster-tabs")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Keeps how it looks now. */
    Visitor pictured(String name) {
        Path file = Chromium.PICTURES.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return this;
    }
}
