package dev.kioskguard.guard.decide;

import dev.kioskguard.app.config.ShippedPolicy;
import dev.kioskguard.content.Question;
import dev.kioskguard.content.Scam;
import dev.kioskguard.content.Script;
import dev.kioskguard.device.Key;
import dev.kioskguard.guard.event.Decision;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.GuardEvent.StaffWord;
import dev.kioskguard.guard.screen.Channel;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.state.GuardState;
import dev.kioskguard.guard.state.Limits;
import dev.kioskguard.guard.state.Means;
import dev.kioskguard.guard.state.Policy;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.risk.Condition;
import dev.kioskguard.risk.LookUp;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.Money;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Payer;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.Tier;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.vision.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Random events in any order, many of them plausible: a bad day, a bad driver and a bad customer together. */
final class Storm {

    static final Instant NOON = Instant.parse("2026-01-01T04:00:00Z");
    private static final Pattern LEADS_ASIDE = Pattern.compile("first|second|third|surname-.*|happening|not-yet|wrong"
            + "|cheated|refund|safe-account|police-check|help|stop|repeat|slower|pause|go-back");

    /** One kind of fraud of each response. */
    private static final List<Scam> SCAMS = List.of(
            new Scam(
                    "fake-police",
                    Scam.Response.STOP,
                    List.of(new Scam.Clue(Condition.answered("bait", "police-check"), 10))),
            new Scam("romance", Scam.Response.HOLD, List.of(clue("lend-to-friend", 6))),
            new Scam("fake-shopping", Scam.Response.WARN, List.of(clue("goods", 6))));

    static final Script SCRIPT = new Script(
            List.of("family-support", "goods", "rent", "house", "lend-to-friend", "other"),
            List.of("refund", "safe-account", "police-check"),
            List.of(
                    Question.ofAll("know-payee", List.of("relative", "friend", "met-online", "stranger")),
                    Question.ofAll("how-met", List.of("in-person", "by-phone", "app", "group")),
                    Question.ofAll("first-time", List.of("yes", "no")),
                    Question.ofAll("contact-now", List.of("nobody", "phone")),
                    Question.ofAll("purpose-again", List.of("family-support", "goods", "rent", "other", "refund")),
                    new Question("coached", List.of("yes", "no"), Condition.from(Tier.YELLOW)),
                    Question.ofAll("bait-sure", List.of("yes", "no"))),
            SCAMS,
            List.of());

    static final Policy POLICY = new Policy(
            Limits.USUAL, SCRIPT, ShippedPolicy.RISK, new Policy.Site("B-001", ZoneId.of("Asia/Shanghai"), true));

    private final Random random;
    private final int wildness;
    private Instant now = NOON;
    private int transfers;
    GuardState state = GuardState.EMPTY.with(Means.ALL);
    final List<Decision> decisions = new ArrayList<>();
    final List<GuardEvent> events = new ArrayList<>();

    Storm(long seed) {
        this.random = new Random(seed);
        // From storms that are nothing but noise to a breeze over an honest transfer.
        this.wildness = List.of(100, 60, 25, 10, 4).get(random.nextInt(5));
    }

    private static Scam.Clue clue(String purpose, int weight) {
        return new Scam.Clue(Condition.answered("purpose", purpose), weight);
    }

    /** Takes one more event, wild or the sensible next one, and returns what was decided. */
    Decision blow() {
        if (random.nextInt(100) < wildness) {
            now = now.plus(Duration.ofMillis(random.nextInt(12) == 0 ? 150_000 : random.nextInt(9_000)));
            return take(event());
        }
        now = now.plusMillis(100 + random.nextInt(400));
        return take(sensible());
    }

    /** What a customer who knows what they want would bring about next. */
    private GuardEvent sensible() {
        Case open = state.open();
        Visit visit = state.visit();
        Screen screen = open == null ? null : open.screen();
        if (visit == null) {
            return new GuardEvent.VisitBegan(now, visit());
        }
        if (open == null || screen == null || open.stage().isEnd()) {
            return request(visit.sessionId());
        }
        Set<Channel> proven = screen.kind() == Screen.Kind.CONFIRM
                ? open.proof().confirmed()
                : open.proof().warned();
        Set<Channel> wanted = screen.kind() == Screen.Kind.CONFIRM
                ? EnumSet.of(Channel.PAYEE, Channel.AMOUNT, Channel.TIMING)
                : screen.kind() == Screen.Kind.WARNING ? Channel.PROMPT : Set.of();
        for (Channel channel : wanted) {
            if (!proven.contains(channel)) {
                return new GuardEvent.ChannelProven(now, screen.id(), channel, true);
            }
        }
        if (now.isBefore(screen.times().ready())) {
            now = screen.times().ready();
        }
        return answer(open, screen);
    }

    private GuardEvent answer(Case open, Screen screen) {
        if (screen.typed() != null) {
            return new GuardEvent.TextTyped(now, screen.id(), screen.typed() == Screen.Typed.AMOUNT ? "20000" : "1234");
        }
        if (open.stage() == Stage.HELD) {
            var word = new StaffWord(
                    "a",
                    "staff-" + random.nextInt(3),
                    StaffWord.Action.RELEASE,
                    open.care().code(),
                    "");
            return new GuardEvent.StaffSpoke(now, open.transferId(), word);
        }
        if (open.stage() == Stage.HANG_UP) {
            return state.watching().call()
                    ? new GuardEvent.SignalChanged(now, Signal.CALL_AT_EAR, false)
                    : elevenSecondsOn();
        }
        List<String> right = screen.choices().stream()
                .filter(choice -> choice.textId().equals("comprehension.true")
                        || "张".equals(choice.literal())
                        || !LEADS_ASIDE.matcher(choice.id()).matches())
                .map(Screen.Choice::id)
                .toList();
        return new GuardEvent.ChoiceMade(
                now, screen.id(), right.isEmpty() ? "none" : right.get(random.nextInt(right.size())));
    }

    Decision take(GuardEvent event) {
        Decision decision = Guard.decide(state, event, random.nextLong(), POLICY);
        state = decision.next();
        events.add(event);
        decisions.add(decision);
        return decision;
    }

    private GuardEvent event() {
        Case open = state.open();
        Visit visit = state.visit();
        if (visit == null && random.nextInt(4) > 0) {
            return new GuardEvent.VisitBegan(now, visit());
        }
        if (visit != null && (open == null || open.stage().isEnd()) && random.nextInt(4) > 0) {
            return request(visit.sessionId());
        }
        Screen screen = open == null ? null : open.screen();
        if (screen != null && random.nextInt(6) > 0) {
            return atTheScreen(screen);
        }
        return fromElsewhere(open, visit);
    }

    private GuardEvent atTheScreen(Screen screen) {
        int drawn = random.nextInt(10);
        String id = random.nextInt(30) == 0 ? "an-older-screen" : screen.id();
        if (drawn < 4) {
            Channel channel = any(Channel.values());
            return new GuardEvent.ChannelProven(now, id, channel, random.nextInt(12) > 0);
        }
        if (screen.typed() != null && drawn < 8) {
            return new GuardEvent.TextTyped(
                    now, id, random.nextBoolean() ? "20000" : random.nextBoolean() ? "1234" : "99");
        }
        if (drawn == 9) {
            return new GuardEvent.KeyPressed(now, any(Key.values()));
        }
        // Help, stop and pause stand last; a customer who presses them in every second screen would never get anywhere.
        int choices = screen.choices().size();
        int pick = random.nextInt(5) == 0
                ? random.nextInt(Math.max(1, choices))
                : random.nextInt(Math.max(1, choices - 3));
        return new GuardEvent.ChoiceMade(
                now, id, choices == 0 ? "none" : screen.choices().get(pick).id());
    }

    private GuardEvent fromElsewhere(@Nullable Case open, @Nullable Visit visit) {
        String transfer = open == null ? "t-0" : open.transferId();
        return switch (random.nextInt(11)) {
            case 0, 1, 2 -> new GuardEvent.SignalChanged(now, any(Signal.values()), random.nextInt(3) == 0);
            case 3 -> new GuardEvent.VoiceChanged(now, random.nextInt(4) > 0);
            case 4 ->
                random.nextInt(8) == 0
                        ? new GuardEvent.ScreenChanged(now, false)
                        : new GuardEvent.ScreenChanged(now, true);
            case 5, 6 -> new GuardEvent.StaffSpoke(now, transfer, word(open));
            case 7 ->
                visit == null || random.nextInt(4) > 0
                        ? new GuardEvent.TimePassed(now)
                        : new GuardEvent.VisitEnded(now, visit.sessionId());
            case 8 -> resume(visit);
            case 9 -> random.nextInt(6) == 0 ? new GuardEvent.Restarted(now) : new GuardEvent.TimePassed(now);
            default ->
                random.nextInt(6) == 0
                        ? new GuardEvent.TransferWithdrawn(now, transfer)
                        : new GuardEvent.ClockChanged(now, random.nextInt(10) > 0);
        };
    }

    private GuardEvent resume(@Nullable Visit visit) {
        return state.paused().values().stream()
                .findFirst()
                .<GuardEvent>map(paused -> new GuardEvent.TransferResumed(
                        now,
                        paused.transferId(),
                        visit == null ? "none" : visit.sessionId(),
                        paused.care().code() == null ? "0000" : paused.care().code()))
                .orElse(new GuardEvent.TimePassed(now));
    }

    private StaffWord word(@Nullable Case open) {
        String code =
                open == null || random.nextInt(4) == 0 ? "0000" : open.care().code();
        StaffWord.Action action = random.nextInt(3) > 0 ? StaffWord.Action.RELEASE : any(StaffWord.Action.values());
        return new StaffWord("a-" + random.nextInt(), "staff-" + random.nextInt(3), action, code, "reason");
    }

    private GuardEvent elevenSecondsOn() {
        now = now.plusSeconds(11);
        return new GuardEvent.TimePassed(now);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private Visit visit() {
        return new Visit(
                "s-" + random.nextInt(1_000_000),
                "card-" + random.nextInt(3),
                "622202******0001",
                "zh-CN",
                Visit.Mode.GUARD,
                Set.of(),
                now);
    }

    private GuardEvent request(String session) {
        Relation relation = random.nextInt(3) == 0 ? any(Relation.values()) : null;
        var standing = new Payee.Standing(relation, random.nextBoolean(), random.nextInt(20) == 0);
        var history = new Payer.History(null, null, null, random.nextInt(5) == 0 ? 0.9 : 0.1, random.nextInt(4) == 0);
        DelayMode delay = random.nextBoolean() ? null : any(DelayMode.values());
        var request = new TransferRequest(
                TransferRequest.Kind.TRANSFER,
                new Money("CNY", 2_000_000),
                new Payee("张三", "6222020000001234", "ICBC", null, standing),
                new Payer(null, random.nextBoolean() ? "ICBC" : "ABC", null, history),
                delay);
        return new GuardEvent.TransferRequested(
                now, "t-" + ++transfers, session, request, null, null, LookUp.NOTHING, null);
    }
}
