package dev.kioskguard.guard.show;

import dev.kioskguard.device.Key;
import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.screen.Screen.Choice;
import dev.kioskguard.guard.screen.Screen.Typed;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.guard.table.GuardTable;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.risk.Facts;
import dev.kioskguard.transfer.CompoundSurnames;
import dev.kioskguard.transfer.Relation;
import dev.kioskguard.transfer.Tier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What may be answered on each screen, in an order and on keys that chance decides anew for every showing. */
public final class Offers {

    public static final String UNDERSTOOD = "understood";
    public static final String NOT_HAPPENING = "not-happening";
    public static final String HAPPENING = "happening";
    /** On a reminder: not checked yet, so the transfer waits. */
    public static final String NOT_YET = "not-yet";

    public static final String CONFIRM = "confirm";

    /** On the first confirmation: payee or amount is not what the customer meant. */
    public static final String WRONG = "wrong";

    /** On the result of a transfer that was let go, and at the next card while it has not moved. */
    public static final String CHEATED = "cheated";

    public static final String GO_BACK = "go-back";
    public static final String DONE = "done";
    public static final String HELP = "help";
    public static final String STOP = "stop";
    public static final String REPEAT = "repeat";
    public static final String SLOWER = "slower";
    public static final String PAUSE = "pause";

    /** The sentence of the comprehension screen that is true; the others are made of the usual lies. */
    public static final String TRUE_SENTENCE = "comprehension.true";

    private static final List<String> SENTENCES =
            List.of(TRUE_SENTENCE, "comprehension.false-mine", "comprehension.false-back");

    private static final List<String> SURNAMES =
            List.of("王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭", "何", "高", "林", "罗");
    private static final int SURNAMES_SHOWN = 6;

    private Offers() {}

    /** Returns what is to be typed on the second confirmation, or null where it is to be picked out. */
    static @Nullable Typed typed(Case subject, RandomGenerator chance) {
        if (subject.stage() != Stage.CONFIRM_AGAIN) {
            return null;
        }
        Screen before = subject.screen();
        Typed last = before == null ? null : before.typed();
        if (subject.named().manner() == Manner.AUDIO) {
            // Neither names nor account numbers are read aloud; the amount is.
            return Typed.AMOUNT;
        }
        List<Typed> typable = new ArrayList<>(List.of(Typed.AMOUNT, Typed.LAST_FOUR));
        // A keypad has no point and no letters.
        if (subject.request().amount().units().stripTrailingZeros().scale() > 0) {
            typable.remove(Typed.AMOUNT);
        }
        if (!subject.request().payee().lastFour().matches("[0-9]{4}")) {
            typable.remove(Typed.LAST_FOUR);
        }
        if (last == null && typable.contains(Typed.AMOUNT) && isLarge(subject)) {
            return Typed.AMOUNT;
        }
        if (last != null) {
            typable.remove(last);
            return typable.isEmpty() ? null : typable.get(0);
        }
        int drawn = chance.nextInt(typable.size() + 1);
        return drawn == typable.size() ? null : typable.get(drawn);
    }

    /** A large amount is asked for once more, whatever chance would have drawn (the second of the five must-asks). */
    private static boolean isLarge(Case subject) {
        return subject.judgement().reasons().contains("large-amount");
    }

    static List<Choice> choices(Case subject, @Nullable Typed typed, Showing showing) {
        var all = new ArrayList<>(answers(subject, typed, showing));
        if (subject.stage().isEnd()) {
            all.add(Choice.of(REPEAT, Key.FDK06));
            return all;
        }
        if (GuardTable.PAUSABLE.contains(subject.stage())) {
            all.add(Choice.of(PAUSE, Key.FDK07));
        }
        switch (subject.stage()) {
            // Eighteen purposes leave one key, which harms nobody who presses it without reading.
            case ASK_PURPOSE -> all.add(Choice.of(REPEAT, Key.ENTER));
            case PAUSED -> all.add(Choice.of(REPEAT, Key.FDK06));
            default -> {
                all.add(Choice.of(REPEAT, Key.FDK06));
                all.add(Choice.of(SLOWER, Key.FDK05));
            }
        }
        all.add(Choice.of(HELP, Key.FDK08));
        all.add(Choice.of(STOP, Key.CANCEL));
        return all;
    }

    private static List<Choice> answers(Case subject, @Nullable Typed typed, Showing showing) {
        return switch (subject.stage()) {
            case REQUESTED, HANG_UP, PAUSED -> List.of();
            case ASK_PURPOSE -> purposes(subject, showing);
            case BAIT_SURE, ASK -> AnswerKeys.keyed(subject, question(subject, showing), showing);
            case WARNING ->
                AnswerKeys.keyed(
                        subject,
                        subject.judgement().tier() == Tier.GREEN
                                ? List.of(UNDERSTOOD, HAPPENING)
                                : List.of(NOT_HAPPENING, HAPPENING),
                        showing);
            case REMIND_BEWARE -> AnswerKeys.keyed(subject, List.of(UNDERSTOOD, HAPPENING), showing);
            case REMIND_FAMILY, REMIND_TRUE -> AnswerKeys.keyed(subject, List.of(UNDERSTOOD, NOT_YET), showing);
            case CONFIRM -> AnswerKeys.keyed(subject, List.of(CONFIRM, WRONG), showing);
            case COMPREHENSION -> sentences(subject, showing);
            case CONFIRM_AGAIN -> typed == null ? surnames(subject, showing) : List.of();
            case HELD ->
                subject.care().askedByCustomer() ? AnswerKeys.keyed(subject, List.of(GO_BACK), showing) : List.of();
            case CLEARED ->
                AnswerKeys.keyed(subject, calledBack(subject) ? List.of(DONE) : List.of(DONE, CHEATED), showing);
            case STOPPED, WITHDRAWN, EXPIRED, REFUSED -> AnswerKeys.keyed(subject, List.of(DONE), showing);
        };
    }

    private static boolean calledBack(Case subject) {
        return subject.against().contains("cheated");
    }

    private static List<Choice> purposes(Case subject, Showing showing) {
        var all = new ArrayList<>(showing.script().purposes());
        all.addAll(showing.script().baits());
        return AnswerKeys.keyedAll(subject, all, showing);
    }

    private static List<String> question(Case subject, Showing showing) {
        String id = subject.stage() == Stage.BAIT_SURE
                ? Asking.BAIT_SURE
                : subject.asked().question();
        if (id == null) {
            throw new IllegalStateException("no question to ask: " + subject);
        }
        return id.startsWith(Facts.SCAM_QUESTION)
                ? List.of("yes", "no")
                : showing.script().question(id).choices();
    }

    private static List<Choice> sentences(Case subject, Showing showing) {
        var answers = new ArrayList<Choice>();
        // Of one's own account it would be true that the money stays one's own.
        List<String> offered = subject.request().payee().standing().relation() == Relation.SELF
                ? List.of(TRUE_SENTENCE, "comprehension.false-back")
                : SENTENCES;
        List<String> shuffled = AnswerKeys.ordered(subject, offered, showing);
        List<Choice> slots =
                AnswerKeys.keyed(subject, List.of("first", "second", "third").subList(0, offered.size()), showing);
        for (int i = 0; i < slots.size(); i++) {
            answers.add(new Choice(slots.get(i).id(), slots.get(i).key(), shuffled.get(i), null));
        }
        return answers;
    }

    private static List<Choice> surnames(Case subject, Showing showing) {
        String right = subject.request().payee().surname();
        // Among names of one character one of two would stand out.
        var company = CompoundSurnames.ALL.contains(right) ? CompoundSurnames.ALL : SURNAMES;
        var names = new ArrayList<>(
                company.stream().filter(name -> !name.equals(right)).toList());
        Collections.shuffle(names, new Random(showing.chance().nextLong()));
        var shown = new ArrayList<>(names.subList(0, SURNAMES_SHOWN - 1));
        shown.add(showing.chance().nextInt(SURNAMES_SHOWN), right);
        return AnswerKeys.keyed(subject, shown, showing).stream()
                .map(choice -> new Choice("surname-" + choice.key().word(), choice.key(), "surname", choice.id()))
                .toList();
    }
}
