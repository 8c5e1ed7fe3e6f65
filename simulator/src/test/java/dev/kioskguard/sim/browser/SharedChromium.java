package dev.kioskguard.sim.browser;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for all tests of a run, opened by the first class that wants it and closed at the end of the run. */
public final class SharedChromium implements BeforeAllCallback {

    private @Nullable Chromium browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        browser = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedChromium.class))
                .getOrComputeIfAbsent(Chromium.class, first -> Chromium.open(), Chromium.class);
    }

    public Chromium browser() {
        return Objects.requireNonNull(browser, "asked for before the first test");
    }
}
