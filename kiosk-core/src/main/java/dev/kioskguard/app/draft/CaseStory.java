package dev.kioskguard.app.draft;

import dev.kioskguard.app.record.Replay;
import dev.kioskguard.guard.event.Effect;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.transfer.EndState;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a story out of the steps of a guard: what a customer did at one transfer, who came, and how it ended.
 * Who they were is left out: names, accounts, staff and their words are examples, and the amount is rounded.
 */
final class CaseStory {

    private static final List<String> PEOPLE = List.of("lobby-manager", "head-of-branch", "officer");
    private static final Duration NOTICEABLE = Duration.ofSeconds(1);
    private static final String SOON = "30s";

    private final String transferId;
    private final List<String> lines = new ArrayList<>();
    private final List<String> staff = new ArrayList<>();
    private @Nullable Instant told;
    private Set<Signal> seen = Set.of();
    private boolean paged;
    private boolean ended;

    private CaseStory(String transferId) {
        this.transferId = transferId;
    }

    /** Returns the story's steps, a line each and without indentation; empty where nothing is known of the transfer. */
    static List<String> steps(List<Replay.Step> steps, String transferId) {
        var story = new CaseStory(transferId);
        steps.forEach(story::take);
        return List.copyOf(story.lines);
    }

    private void take(Replay.Step step) {
        if (told == null) {
            if (step.event() instanceof GuardEvent.TransferRequested asked
                    && asked.transferId().equals(transferId)) {
                begin(step, asked);
            }
        } else if (!ended) {
            line(step);
        }
        if (told != null && !ended) {
            effects(step);
        }
    }

    private void begin(Replay.Step step, GuardEvent.TransferRequested asked) {
        told = asked.at();
        lines.add("insert-card");
        lines.add("enter-pin");
        sees(step.before().watching().evident());
        lines.add("transfer: " + Flow.text(Example.of(asked.request())));
    }

    private void line(Replay.Step step) {
        GuardEvent event = step.event();
        if (event instanceof GuardEvent.ChoiceMade made) {
            answered(step, screen(step).flatMap(screen -> screen.choice(made.choice())));
        } else if (event instanceof GuardEvent.TextTyped) {
            answered(step, Optional.empty());
        } else if (event instanceof GuardEvent.KeyPressed pressed) {
            answered(step, screen(step).flatMap(screen -> screen.choice(pressed.key())));
        } else if (event instanceof GuardEvent.SignalChanged changed) {
            seen(step, changed);
        } else if (event instanceof GuardEvent.StaffSpoke spoke && concerns(step)) {
            after(spoke.at(), "staff: " + Flow.text(word(spoke.word())));
        } else if (event instanceof GuardEvent.VisitEnded left && isIn(left.sessionId(), step.before())) {
            after(event.at(), "pull-card");
        } else if (event instanceof GuardEvent.TransferWithdrawn && concerns(step)) {
            after(event.at(), "withdraw");
        } else if (event instanceof GuardEvent.TransferResumed && concerns(step)) {
            after(event.at(), "insert-card");
            lines.add("enter-pin");
            lines.add("resume");
        }
    }

    private boolean concerns(Replay.Step step) {
        return step.decision().moves().stream()
                .anyMatch(move -> move.transferId().equals(transferId));
    }

    private boolean isIn(String sessionId, GuardState state) {
        return Stream.concat(Stream.ofNullable(state.open()), state.paused().values().stream())
                .anyMatch(open -> open.transferId().equals(transferId)
                        && open.named().sessionId().equals(sessionId));
    }

    private Optional<Screen> screen(Replay.Step step) {
        return Optional.ofNullable(step.before().open())
                .filter(open -> open.transferId().equals(transferId))
                .map(Case::screen);
    }

    /** An answer that moved nothing on is none: it came too early, or asked to hear something again. */
    private void answered(Replay.Step step, Optional<Screen.Choice> choice) {
        Screen screen = screen(step).orElse(null);
        if (screen == null || !concerns(step) || (choice.isEmpty() && screen.typed() == null)) {
            return;
        }
        lines.add("answer: " + Flow.text(AnswerStep.of(step, screen, choice)));
        told = step.event().at();
    }

    private void seen(Replay.Step step, GuardEvent.SignalChanged changed) {
        Set<Signal> now = step.decision().next().watching().evident();
        if (!now.equals(seen)) {
            pass(changed.at());
            sees(now);
        }
    }

    private void sees(Set<Signal> now) {
        if (!now.equals(seen)) {
            lines.add(
                    "sees: " + Flow.text(now.stream().map(Signal::name).sorted().toList()));
            seen = now;
        }
    }

    private Map<String, Object> word(GuardEvent.StaffWord word) {
        if (!staff.contains(word.staff())) {
            staff.add(word.staff());
        }
        String person = PEOPLE.get(Math.min(staff.indexOf(word.staff()), PEOPLE.size() - 1));
        var said = new LinkedHashMap<String, Object>();
        said.put("action", word.action().name().toLowerCase(Locale.ROOT));
        said.put("by", person);
        said.put("reason", "as closed out");
        return said;
    }

    private void effects(Replay.Step step) {
        for (Effect effect : step.decision().effects()) {
            if (effect instanceof Effect.RaisePage page && page.transferId().equals(transferId) && !paged) {
                paged = true;
                pass(step.event().at());
                var expected = new LinkedHashMap<String, Object>();
                expected.put("page", "raised");
                expected.put("tier", page.tier());
                page.reasons().stream().findFirst().ifPresent(reason -> expected.put("reason", reason));
                expect(expected);
            } else if (effect instanceof Effect.End end && end.transferId().equals(transferId)) {
                ended = true;
                pass(step.event().at());
                expect(end(end));
            }
        }
    }

    private static Map<String, Object> end(Effect.End end) {
        var expected = new LinkedHashMap<String, Object>();
        expected.put("verdict", end.verdict().end().word());
        expected.put("tier", end.verdict().tier().word());
        if (end.verdict().end() != EndState.CLEARED) {
            expected.put("paid", 0);
            expected.put("pending", 0);
        }
        return expected;
    }

    private void expect(Map<String, Object> expected) {
        expected.put("within", SOON);
        lines.add("expect: " + Flow.text(expected));
    }

    private void after(Instant at, String line) {
        pass(at);
        lines.add(line);
    }

    private void pass(Instant at) {
        Duration gap = told == null ? Duration.ZERO : Duration.between(told, at);
        if (gap.compareTo(NOTICEABLE) >= 0) {
            lines.add("wait: " + gap.toSeconds() + "s");
        }
        told = at;
    }
}
