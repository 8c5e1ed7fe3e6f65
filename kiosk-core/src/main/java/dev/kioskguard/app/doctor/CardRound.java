package dev.kioskguard.app.doctor;

import dev.kioskguard.device.CardReader;
import dev.kioskguard.device.CardReader.CardPlace;
import dev.kioskguard.device.DeviceException;
import dev.kioskguard.device.DeviceException.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** A card in, read, and out again; what was on it is not told. */
final class CardRound {

    /** Places told of one card; a reader that tells more is cut short. */
    private static final int PLACES_MAX = 16;

    private final Examiner examiner;
    private final Person person;
    private final Duration move;
    private final List<CardPlace> told = new CopyOnWriteArrayList<>();
    private final CompletableFuture<CardPlace> gone = new CompletableFuture<>();

    CardRound(Examiner examiner, Person person, Duration move) {
        this.examiner = examiner;
        this.person = person;
        this.move = move;
    }

    void work(CardReader reader, String label) {
        Duration limit = person.hand().multipliedBy(2).plus(move.multipliedBy(2));
        Outcome outcome = examiner.check(Item.CYCLE, label, limit, () -> round(reader));
        if (outcome.grade() == Grade.PASS) {
            String places = told.stream().map(Readiness::words).collect(Collectors.joining(", "));
            examiner.note(
                    Item.EVENTS,
                    label,
                    told.contains(CardPlace.NONE)
                            ? Outcome.pass("told where the card was: " + places)
                            : Outcome.warn("never told that the card was taken: " + places));
        }
    }

    private Outcome round(CardReader reader) throws InterruptedException, ExecutionException, TimeoutException {
        if (reader.place() == CardPlace.INSIDE || reader.place() == CardPlace.AT_EXIT) {
            return Outcome.fail("there is a card in it already", "请先取走读卡器内的卡片", "take out the card that is in it");
        }
        reader.onPlace(this::moved);
        person.please("请插入一张测试卡", "put a test card in");
        try {
            reader.accept(person.hand())
                    .toCompletableFuture()
                    .get(person.hand().plus(move).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return unread(reader, e);
        }
        return returned(reader, "a card was read");
    }

    private Outcome unread(CardReader reader, ExecutionException e)
            throws ExecutionException, InterruptedException, TimeoutException {
        Fault fault = e.getCause() instanceof DeviceException known ? known.fault() : Fault.OTHER;
        if (fault == Fault.TIMEOUT) {
            return Outcome.fail("no card came within " + person.hand());
        }
        if (fault != Fault.INVALID_MEDIA) {
            throw e;
        }
        Outcome back = returned(reader, "a card came that could not be read");
        return Outcome.fail(back.seen(), "请换一张好卡重试；仍不行则清洁磁头", "try a good card; then clean the head");
    }

    private Outcome returned(CardReader reader, String read)
            throws InterruptedException, ExecutionException, TimeoutException {
        reader.eject(move).toCompletableFuture().get(move.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
        person.please("请取走卡片", "take the card");
        try {
            gone.get(person.hand().toMillis(), TimeUnit.MILLISECONDS);
            return Outcome.pass(read + ", came out and was taken");
        } catch (TimeoutException e) {
            return Outcome.warn(read + " and came out, and was not taken", "请取走卡片", "take the card");
        }
    }

    private void moved(CardPlace place) {
        if (told.size() < PLACES_MAX) {
            told.add(place);
        }
        if (place == CardPlace.NONE && told.contains(CardPlace.AT_EXIT)) {
            gone.complete(place);
        }
    }
}
