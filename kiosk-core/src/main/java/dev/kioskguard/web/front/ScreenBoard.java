package dev.kioskguard.web.front;

import dev.kioskguard.guard.screen.Screen;
import java.util.function.Consumer;

/** The screen that is shown now. Thread-safe. */
public final class ScreenBoard {

    private volatile Screen now;
    private volatile Consumer<Screen> shown = screen -> {};

    public ScreenBoard(Screen first) {
        this.now = first;
    }

    public Screen now() {
        return now;
    }

    /** Registers the one listener for new screens; it must return at once. */
    public void onShown(Consumer<Screen> listener) {
        this.shown = listener;
    }

    public void show(Screen screen) {
        now = screen;
        shown.accept(screen);
    }
}
