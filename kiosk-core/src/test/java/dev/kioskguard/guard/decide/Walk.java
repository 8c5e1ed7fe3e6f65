package dev.kioskguard.guard.decide;

import dev.kioskguard.content.ShippedContent;
import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.guard.event.Reply;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.CardMemory;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A transfer walked honestly to any stage, and from there wherever a test wants it. */
final class Walk {

    static final String TRANSFER = "t-1";
    static final String SESSION = "s-1";
    static final TransferRequest REQUEST = request(Payee.Standing.UNKNOWN, Payer.UNKNOWN);

    /** Answers that an honest customer does not give. */
    private static final Set<String> NOT_TO_GO_ON = Set.of("happening", "not-yet", "wrong");

    private static final int STEPS_MAX = 80;

    private final Map<String, String> answers = new HashMap<>(Map.of(
            "purpose", "family-support",
            "know-payee", "friend",
            "how-met", "in-person",
            "first-time", "no",
            "contact-now", "nobody",
            "purpose-again", "family-support",
            "coached", "no"));
    private final EnumSet<Channel> proven = EnumSet.allOf(Channel.class);
    private Policy policy = Storm.POLICY;
    private long chance = 1;
    private @Nullable Manner manner;
    private @Nullable Key pressed;

    GuardState state = GuardState.EMPTY.with(Means.ALL);
    Instant now = Storm.NOON;
    Decision last = new Decision(state, List.of(), List.of(), Reply.TAKEN);

    static TransferRequest request(Payee.Standing standing, Payer payer) {
        return new TransferRequest(
                TransferRequest.Kind.TRANSFER,
                new Money("CNY", 2_000_000),
                new Payee("张三", "6222020000001234", "ICBC", null, standing),
                payer,
                null);
    }

    static Walk begun() {
        return new Walk().visit(SESSION, "card-1");
    }

    static Walk at(Stage stage) {
        return begun().asked(REQUEST).on(stage);
    }

    /** Begins with the words that ship instead of a few. */
    static Walk shipped() {
        Walk walk = new Walk();
        walk.policy = Shipped.POLICY;
        return walk.visit(SESSION, "card-1");
    }

    Walk visit(String session, String card) {
        return visit(session, card, false);
    }

    Walk visit(String session, String card, boolean elder) {
        var visit = new Visit(session, card, "622202******0001", "zh-CN", Visit.Mode.GUARD, Set.of(), now);
        return take(new GuardEvent.VisitBegan(now, visit.ofElder(elder)));
    }

    Walk asked(TransferRequest request) {
        return take(
                new GuardEvent.TransferRequested(now, TRANSFER, SESSION, request, null, manner, LookUp.NOTHING, null));
    }

    /** Answers a question otherwise than honestly, when it comes. */
    Walk saying(String question, String choice) {
        answers.put(question, choice);
        return this;
    }

    /** Leaves a channel without its proof. */
    Walk unproven(Channel channel) {
        proven.remove(channel);
        return this;
    }

    Walk by(Policy other) {
        policy = other;
        return this;
    }

    Walk seeded(long seed) {
        chance = seed;
        return this;
    }

    /** Is served so, by the application's word. */
    Walk served(Manner how) {
        manner = how;
        return this;
    }

    Walk headset(boolean plugged) {
        return take(new GuardEvent.HeadsetChanged(now, plugged));
    }

    Walk resume(String session, String code) {
        return take(new GuardEvent.TransferResumed(now, TRANSFER, session, code));
    }

    /** Returns the key of the last answer that was chosen. */
    @Nullable
    Key pressed() {
        return pressed;
    }

    /** Has everything that the screen now shown owes proven. */
    Walk proven() {
        for (Channel channel : owed(open())) {
            take(new GuardEvent.ChannelProven(now, screen().id(), channel, true));
        }
        return this;
    }

    /** Goes on until a stage is reached. */
    Walk on(Stage stage) {
        for (int step = 0; step < STEPS_MAX && stage() != stage; step++) {
            step();
        }
        if (stage() != stage) {
            throw new IllegalStateException("the walk came to " + stage() + ", not to " + stage);
        }
        return this;
    }

    /** Does what the screen now shown wants next. */
    Walk step() {
        Case open = open();
        Screen screen = screen();
        proven().ready();
        if (screen.typed() != null) {
            return type(
                    switch (screen.typed()) {
                        case AMOUNT -> "20000";
                        case SURNAME -> "张";
                        case LAST_FOUR -> "1234";
                    });
        }
        if (open.stage() == Stage.ASK_PURPOSE) {
            return choose(answers.get("purpose"));
        }
        if (open.stage() == Stage.ASK || open.stage() == Stage.BAIT_SURE) {
            String usual = screen.choice("no").orElse(screen.choices().get(0)).id();
            return choose(answers.getOrDefault(Objects.requireNonNull(screen.question()), usual));
        }
        return choose(screen.choices().stream()
                .filter(one ->
                        open.stage() != Stage.COMPREHENSION || one.textId().equals("comprehension.true"))
                .filter(one -> one.literal() == null || one.literal().equals("张"))
                .filter(one -> !NOT_TO_GO_ON.contains(one.id()))
                .findFirst()
                .orElseThrow()
                .id());
    }

    private Set<Channel> owed(Case open) {
        Set<Channel> owed = EnumSet.copyOf(proven);
        owed.retainAll(
                switch (open.stage()) {
                    case WARNING -> Channel.PROMPT;
                    case CONFIRM -> Set.of(Channel.PAYEE, Channel.AMOUNT, Channel.TIMING);
                    default -> Set.<Channel>of();
                });
        return owed;
    }

    /** Waits until the screen takes answers. */
    Walk ready() {
        Instant ready = screen().times().ready();
        now = ready.isAfter(now) ? ready : now;
        return this;
    }

    Walk choose(String choice) {
        pressed = screen().choice(choice).map(Screen.Choice::key).orElse(null);
        return take(new GuardEvent.ChoiceMade(now, screen().id(), choice));
    }

    Walk type(String text) {
        return take(new GuardEvent.TextTyped(now, screen().id(), text));
    }

    Walk key(Key key) {
        return take(new GuardEvent.KeyPressed(now, key));
    }

    /** The card goes, and with it the visit. */
    Walk gone() {
        return take(new GuardEvent.VisitEnded(now, SESSION));
    }

    Walk signal(Signal signal, boolean holds) {
        return take(new GuardEvent.SignalChanged(now, signal, holds));
    }

    Walk staff(String who, StaffWord.Action action, String code) {
        return take(new GuardEvent.StaffSpoke(now, TRANSFER, new StaffWord("a-" + chance, who, action, code, "seen")));
    }

    Walk later(Duration span) {
        now = now.plus(span);
        return take(new GuardEvent.TimePassed(now));
    }

    Walk take(GuardEvent event) {
        last = Guard.decide(state, event, chance++, policy);
        state = last.next();
        return this;
    }

    Case open() {
        return Objects.requireNonNull(state.open(), "no transfer at the machine");
    }

    Screen screen() {
        return Objects.requireNonNull(open().screen(), "no screen");
    }

    boolean remembersStop(String card) {
        CardMemory memory = state.cards().get(card);
        return memory != null && memory.stoppedAt(now);
    }

    Stage stage() {
        return open().stage();
    }

    /** Read once, and only for who wants it. */
    private static final class Shipped {
        static final Policy POLICY = Storm.POLICY.with(ShippedContent.pack().script());
    }

    /** Returns why the transfer ended so, without what the host has not told. */
    List<String> reasons() {
        return Objects.requireNonNull(open().verdict(), "no verdict").reasons().stream()
                .filter(reason -> !reason.startsWith("unknown-"))
                .toList();
    }
}
