// SPDX-License-Identifier: Apache-2.0
package io.roster.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The browser of the machine: the one that {@code roster.chromium} or {@code ROSTER_CHROMIUM} names, else what is
 * installed. One process serves all tests; what a test opened is closed after it, with a picture if it failed.
 */
final class Chromium implements ExecutionCondition, AfterEachCallback {

    static final Path PICTURES = Path.of("target/pictures");

    private static final List<String> USUAL =
            List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/snap/bin/chromium");
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;
    private static final double PATIENCE_MILLIS = 30_000;

    private static Browser browser;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final List<BrowserContext> profiles = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return executable().isPresent()
                ? ConditionEvaluationResult.enabled("there is a browser")
                : ConditionEvaluationResult.disabled(
                        "no Chromium: install the package chromium, or name the program in ROSTER_CHROMIUM");
    }

    /** A new browser profile with one empty tab, light and wide. */
    Page page() {
        return page(new Browser.NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    }

    Page page(Browser.NewContextOptions options) {
        if (options.viewportSize == null) {
            options.setViewportSize(WIDTH, HEIGHT);
        }
        BrowserContext profile = browser().newContext(options.setLocale("en-GB"));
        profile.setDefaultTimeout(PATIENCE_MILLIS);
        profiles.add(profile);
        Page page = profile.newPage();
        page.onPageError(error -> errors.add(error));
        page.onConsoleMessage(message -> {
            // what a policy keeps out is an error too; a refused call is the page's to show
            if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
        return page;
    }

    /** What the pages of this test have logged as errors so far. */
    List<String> errors() {
        return List.copyOf(errors);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        List<String> seen = List.copyOf(errors);
        try {
            for (BrowserContext profile : profiles) {
                if (failed) {
                    picture(profile, context);
                }
                profile.close();
            }
        } finally {
            profiles.clear();
            errors.clear();
        }
        if (!seen.isEmpty()) {
            throw new AssertionError("the page logged errors: " + String.join("\n", seen));
        }
    }

    private static void picture(BrowserContext profile, ExtensionContext context) {
        for (Page page : profile.pages()) {
            String name = context.getRequiredTestClass().getSimpleName() + "-"
                    + context.getRequiredTestMethod().getName() + ".png";
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("failed").resolve(name)));
        }
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create();
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable().orElseThrow())
                            .setArgs(FLAGS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }

    private static Optional<Path> executable() {
        String named = System.getProperty("roster.chromium", System.getenv("ROSTER_CHROMIUM"));
        return (named == null ? USUAL.stream() : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
