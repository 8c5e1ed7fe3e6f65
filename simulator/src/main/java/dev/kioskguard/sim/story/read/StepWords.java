package dev.kioskguard.sim.story.read;

import dev.kioskguard.device.Key;
import dev.kioskguard.sim.story.Stage;
import dev.kioskguard.sim.story.Story;
import dev.kioskguard.sim.story.Story.Action;
import dev.kioskguard.sim.story.Story.Expectation;
import dev.kioskguard.sim.story.Story.Step;
import dev.kioskguard.sim.story.StoryFailedException;
import dev.kioskguard.sim.story.StoryPlayer;
import dev.kioskguard.sim.story.persona.Answer;
import dev.kioskguard.sim.story.persona.Personas;
import dev.kioskguard.sim.terminal.Card;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words that a step may begin with, and how each is read. */
final class StepWords {

    private static final Set<String> CARDS = Card.all().stream().map(Card::name).collect(Collectors.toSet());

    private static final Map<String, Function<Part, Action>> STEPS = Map.ofEntries(
            Map.entry("insert-card", StepWords::insertCard),
            Map.entry("enter-pin", part -> bare(part, stage -> stage.machine().enterPin())),
            Map.entry("pull-card", part -> bare(part, stage -> stage.machine().pullCard())),
            Map.entry("transfer", BankWords::transfer),
            Map.entry("withdraw", part -> bare(part, stage -> stage.bank().withdraw())),
            Map.entry("resume", BankWords::resume),
            Map.entry("host", BankWords::host),
            Map.entry("answer", StepWords::answer),
            Map.entry("press", StepWords::press),
            Map.entry("as", StepWords::as),
            Map.entry("wait", part -> pass(part, false)),
            Map.entry("advance", part -> pass(part, true)),
            Map.entry("sees", Surroundings::sees),
            Map.entry("camera", Surroundings::camera),
            Map.entry("fault", Surroundings::fault),
            Map.entry("staff", Surroundings::staff),
            Map.entry("staff-as", Surroundings::staffAs),
            Map.entry("neighbour-stopped", Surroundings::neighbourStopped),
            Map.entry("restart", part -> bare(part, stage -> stage.branch().restart())),
            Map.entry("expect", StepWords::expect));

    private StepWords() {}

    static Step step(Part part) {
        if (part.node().isString()) {
            return read(part, part.word(), part);
        }
        if (!part.node().isObject() || part.node().size() != 1) {
            throw part.wrong("write one step an item, such as '- insert-card' or '- wait: 5s'");
        }
        var only = part.node().properties().iterator().next();
        return read(part, only.getKey(), part.child(only.getValue(), only.getKey()));
    }

    private static Step read(Part item, String word, Part argument) {
        Function<Part, Action> reader = STEPS.get(word);
        if (reader == null) {
            throw item.wrong("'%s' is no step; write one of %s"
                    .formatted(word, String.join(", ", new TreeSet<>(STEPS.keySet()))));
        }
        var named = new Part(argument.file(), argument.node(), argument.line(), word);
        // A step's own line is the one its dash stands on, however far below its details begin.
        return new Step(item.line(), word, reader.apply(named));
    }

    /** A step that has no details: its word alone, or with nothing behind the colon. */
    private static Action bare(Part part, Consumer<Stage> does) {
        if (!isBare(part)) {
            throw part.wrong("write '- " + part.name() + "' alone, it has no details");
        }
        return scene -> does.accept(scene.stage());
    }

    static boolean isBare(Part part) {
        return part.node().isNull()
                || (part.node().isString() && part.node().stringValue().equals(part.name()))
                || (part.node().isBoolean() && part.node().booleanValue());
    }

    private static Action insertCard(Part part) {
        @Nullable String card = isBare(part) ? null : card(part);
        return scene ->
                scene.stage().machine().insertCard(card == null ? scene.given().card() : card);
    }

    static String card(Part part) {
        return part.oneOf(CARDS);
    }

    private static Action answer(Part part) {
        part.onlyWith("question", "kind", "choice", "text");
        List<String> names = Stream.of(part.wordAt("question"), part.wordAt("kind"))
                .filter(name -> name != null)
                .toList();
        @Nullable String choice = part.wordAt("choice");
        @Nullable String text = part.wordAt("text");
        if (names.isEmpty()) {
            throw part.wrong("write which screen: 'question: know-payee', or 'kind: warning'");
        }
        if ((choice == null) == (text == null)) {
            throw part.wrong("write either 'choice: ID' or 'text: WORDS'");
        }
        var answer = new Answer(choice, text);
        return scene -> scene.answer(look -> names.stream().allMatch(look::is), String.join(" ", names), answer);
    }

    private static Action press(Part part) {
        if (part.node().isObject()) {
            return pressed(part);
        }
        List<Part> all = part.node().isArray() ? part.list() : List.of(part);
        List<Key> keys =
                all.stream().map(key -> key.oneOf(Key.values(), Key::word)).toList();
        return scene -> keys.forEach(key -> scene.stage().machine().press(key));
    }

    /** The key of an answer, once or again and again: whatever stands there by then, it is the same key. */
    private static Action pressed(Part part) {
        part.onlyWith("choice", "times", "every");
        String choice = part.wordAt("choice");
        int times = part.countAt("times");
        @Nullable Duration every = part.spanAt("every");
        if (choice == null) {
            throw part.wrong("write keys such as [enter], or 'choice: ID' for the key of an answer");
        }
        return scene -> {
            Key key = scene.stage()
                    .key(choice)
                    .orElseThrow(() -> new StoryFailedException("no key means '" + choice + "' on this screen"));
            for (int i = 0; i < times; i++) {
                if (i > 0 && every != null) {
                    scene.pass(every, false);
                }
                scene.stage().machine().press(key);
            }
        };
    }

    private static Action as(Part part) {
        Personas character = part.oneOf(Personas.values(), Personas::word);
        return scene -> scene.play(character);
    }

    private static Action pass(Part part, boolean nobodyThere) {
        Duration span = part.span();
        return scene -> scene.pass(span, nobodyThere);
    }

    private static Action expect(Part part) {
        var known = new ArrayList<>(Story.expectations());
        known.add("within");
        part.onlyWith(known.toArray(String[]::new));
        var all = new ArrayList<Expectation>();
        for (var entry : part.node().properties()) {
            if (!entry.getKey().equals("within")) {
                Part value = part.child(entry.getValue(), entry.getKey());
                List<Part> values = value.node().isArray() ? value.list() : List.of(value);
                values.forEach(one -> all.add(new Expectation(entry.getKey(), ExpectedWords.read(one))));
            }
        }
        if (all.isEmpty()) {
            throw part.wrong("write what is expected, such as 'screen: warning' or 'paid: 1'");
        }
        return StoryPlayer.expecting(all, part.spanAt("within"));
    }
}
