package dev.kioskguard.adapter.jxfs;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who has a device for itself, who wants it, and who wants to give it up. Where nothing else is said, confined to the
 * deciding thread.
 */
final class Claims {

    /** Who wants it; {@code granted} completes with whether they got it in time. */
    private record Wish(DeviceControl control, CompletableFuture<Boolean> granted) {}

    private final Loop loop;
    private final Runnable goOn;
    private final Runnable changed;
    private final Deque<Wish> wishes = new ArrayDeque<>();
    private volatile @Nullable DeviceControl owner;
    private @Nullable Wish leaving;

    Claims(Loop loop, Runnable goOn, Runnable changed) {
        this.loop = loop;
        this.goOn = goOn;
        this.changed = changed;
    }

    /** Any thread. */
    boolean isOwner(DeviceControl control) {
        return owner == control;
    }

    /** Any thread. */
    boolean isOwnedByOther(DeviceControl control) {
        DeviceControl now = owner;
        return now != null && now != control;
    }

    /** Returns whether an operation of this control may begin. */
    boolean lets(DeviceControl control) {
        return owner == null ? wishes.isEmpty() : owner == control;
    }

    /** Wants the device; a time-out of {@link JxfsCodes#FOREVER} milliseconds is none. Any thread. */
    CompletableFuture<Boolean> claim(DeviceControl control, int timeoutMillis) {
        var wish = new Wish(control, new CompletableFuture<>());
        loop.require(() -> {
            if (owner == control) {
                wish.granted.completeExceptionally(
                        new JxfsException(JxfsCodes.E_CLAIMED, "this control has the device already"));
                return;
            }
            wishes.add(wish);
            goOn.run();
            giveUpAfter(timeoutMillis, wish, () -> wishes.remove(wish));
        });
        return wish.granted;
    }

    private void giveUpAfter(int timeoutMillis, Wish wish, Runnable forget) {
        if (timeoutMillis == JxfsCodes.FOREVER || wish.granted.isDone()) {
            return;
        }
        var timer = loop.later(Duration.ofMillis(timeoutMillis), () -> {
            if (!wish.granted.isDone()) {
                forget.run();
                wish.granted.complete(false);
                goOn.run();
            }
        });
        var unused = wish.granted.whenComplete((got, failure) -> timer.cancel(false));
    }

    /** Wants to give the device up, once nothing of this control's waits or works any more. Any thread. */
    CompletableFuture<Boolean> release(DeviceControl control, int timeoutMillis) {
        var wish = new Wish(control, new CompletableFuture<>());
        loop.require(() -> {
            if (owner != control) {
                wish.granted.completeExceptionally(
                        new JxfsException(JxfsCodes.E_NOTCLAIMED, "claim the device before you release it"));
                return;
            }
            leaving = wish;
            goOn.run();
            giveUpAfter(timeoutMillis, wish, () -> leaving = null);
        });
        return wish.granted;
    }

    /** Gives the device to whoever may have it now. */
    void look(@Nullable DeviceControl atWork, Predicate<DeviceControl> busy) {
        Wish release = leaving;
        if (release != null && owner == release.control && !busy.test(release.control)) {
            leaving = null;
            pass(null);
            release.granted.complete(true);
        }
        Wish first = wishes.peek();
        if (owner == null && first != null && (atWork == null || atWork == first.control)) {
            wishes.remove(first);
            pass(first.control);
            first.granted.complete(true);
        }
    }

    /** Takes a control out: it has nothing and wants nothing any more. */
    void leave(DeviceControl control) {
        List<Wish> its = wishes.stream().filter(wish -> wish.control == control).toList();
        wishes.removeAll(its);
        its.forEach(wish -> wish.granted.complete(false));
        Wish release = leaving;
        if (release != null && release.control == control) {
            leaving = null;
            release.granted.complete(true);
        }
        if (owner == control) {
            pass(null);
        }
    }

    /** Ends every wish as closed. */
    void end() {
        List<Wish> all = new ArrayList<>(wishes);
        wishes.clear();
        Wish release = leaving;
        if (release != null) {
            leaving = null;
            all.add(release);
        }
        all.forEach(wish -> wish.granted.completeExceptionally(
                new JxfsException(JxfsCodes.E_CLOSED, "the controls of this terminal were closed")));
    }

    private void pass(@Nullable DeviceControl to) {
        owner = to;
        changed.run();
    }
}
