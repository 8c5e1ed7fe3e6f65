package dev.kioskguard.sim.browser;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The customer's page on a stage of its own for one class of tests, in the browser that all of them share. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OnTheScreen {

    @RegisterExtension
    static final SharedChromium BROWSER = new SharedChromium();

    @SuppressWarnings("NullAway.Init") // opened before the first test
    ScreenPage page;

    @BeforeAll
    void openPage() {
        page = ScreenPage.in(BROWSER.browser());
    }

    /** What one test pressed last is no press of a moment ago for the next one. */
    @BeforeEach
    void aMomentHasPassed() {
        page.browser.run("window.passedMs = (window.passedMs ?? 0) + 2000;"
                + "performance.now = () => Performance.prototype.now.call(performance) + passedMs;");
    }

    @AfterAll
    void closePage() {
        page.close();
    }
}
