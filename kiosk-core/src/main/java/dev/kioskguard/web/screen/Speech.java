package dev.kioskguard.web.screen;

import dev.kioskguard.content.Words;
import dev.kioskguard.content.speech.SpokenAmount;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Kind;
import dev.kioskguard.guard.show.Offers;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.transfer.TransferRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a screen, clip by clip. Whoever has no screen hears everything that others read: the surname and the
 * amount, and each answer with its key. Account numbers and balances are never said.
 */
final class Speech {

    /** That the wait for an answer is as good as over. */
    static final String TIME_LEFT = "say.time.left";

    /** That the wait has been made longer. */
    static final String TIME_MORE = "say.time.more";

    private static final Set<Kind> ABOUT_THE_MONEY = EnumSet.of(Kind.WARNING, Kind.CONFIRM, Kind.CONFIRM_AGAIN);

    private Speech() {}

    /**
     * Returns the names of the clips in their order.
     *
     * @param clip that says the screen itself, first; null where it is silent
     * @param open the transfer that the screen belongs to; null where it belongs to none
     */
    static List<String> of(@Nullable String clip, Screen screen, @Nullable Case open, Words words) {
        var clips = new ArrayList<String>();
        if (clip != null) {
            clips.add(clip);
        }
        if (screen.look().manner() == Manner.AUDIO) {
            if (clip != null && open != null && ABOUT_THE_MONEY.contains(screen.kind())) {
                money(open.request(), words, clips);
            }
            if (screen.typed() != null) {
                clips.add(Words.HOW_TO_TYPE);
            }
            // Where silence protects somebody, the keys are said as on any screen: they tell nobody why they are there.
            screen.choices().forEach(choice -> answer(choice, words, clips));
        }
        return clips;
    }

    private static void money(TransferRequest request, Words words, List<String> clips) {
        words.told().surnameClip(request.payee().surname()).ifPresent(clips::add);
        if (request.amount().currency().equals("CNY") && request.amount().minor() <= SpokenAmount.MINOR_MAX) {
            clips.addAll(SpokenAmount.clips(request.amount().minor()));
        }
    }

    private static void answer(Choice choice, Words words, List<String> clips) {
        clips.add(key(choice));
        if (choice.literal() == null) {
            clips.add(words(choice));
        } else {
            words.told().surnameClip(choice.literal()).ifPresent(clips::add);
        }
    }

    /** Returns what is said shortly before a screen waits no longer: that it ends, and which key makes it wait. */
    static List<String> ending(Screen screen) {
        boolean longer = screen.times().extended() < Limits.EXTENSIONS_MAX;
        return Stream.of(Offers.SLOWER, Offers.REPEAT)
                .flatMap(id -> screen.choice(id).stream())
                .filter(choice -> longer)
                .findFirst()
                .map(choice -> List.of(TIME_LEFT, key(choice), words(choice)))
                .orElse(List.of(TIME_LEFT));
    }

    private static String key(Choice choice) {
        return "say.key." + choice.key().word();
    }

    private static String words(Choice choice) {
        return "say.choice." + choice.textId();
    }
}
