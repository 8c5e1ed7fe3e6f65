package dev.kioskguard.guard.show;

import dev.kioskguard.content.LocalCase;
import dev.kioskguard.guard.screen.Layout;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.screen.Screen.Look;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.table.Stage;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a screen is composed. A warning never looks twice in a row the same to one card, because what looks the same is
 * not read again.
 */
final class Looks {

    private Looks() {}

    static Look of(Case subject, Showing showing) {
        var manner = subject.named().manner();
        if (subject.stage() != Stage.WARNING) {
            return new Look(manner, null, null);
        }
        Screen before = subject.screen();
        if (before != null && before.kind() == Kind.WARNING) {
            // Heard once more, it is the same warning still.
            return new Look(manner, before.look().layout(), before.look().localCase());
        }
        return new Look(manner, layout(showing), localCase(subject, showing));
    }

    private static Layout layout(Showing showing) {
        List<Layout> others = Arrays.stream(Layout.values())
                .filter(layout -> layout != showing.lastLayout())
                .toList();
        return others.get(showing.chance().nextInt(others.size()));
    }

    private static @Nullable String localCase(Case subject, Showing showing) {
        List<String> told = Fitting.likeliest(subject, showing).stream()
                .flatMap(scam -> Fitting.nearBy(scam, subject, showing).stream())
                .map(LocalCase::id)
                .toList();
        return told.isEmpty() ? null : told.get(showing.chance().nextInt(told.size()));
    }
}
