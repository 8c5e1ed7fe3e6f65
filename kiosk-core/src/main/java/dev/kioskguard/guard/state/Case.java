package dev.kioskguard.guard.state;

import dev.kioskguard.guard.screen.Manner;
import dev.kioskguard.guard.screen.Screen;
import dev.kioskguard.guard.table.Stage;
import dev.kioskguard.risk.Facts.Background;
import dev.kioskguard.risk.Judgement;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.transfer.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One guarded transfer between its request and its end.
 *
 * @param named ids that never change
 * @param background what was known of card and payee when it was asked for
 * @param place where it stands in the table
 * @param against codes of what ended it or was held against it beyond the judgement's reasons, in order
 * @param verdict null until the end
 */
public record Case(
        Named named,
        TransferRequest request,
        Background background,
        Place place,
        Asked asked,
        Proof proof,
        Care care,
        Judgement judgement,
        List<String> against,
        @Nullable Screen screen,
        @Nullable Verdict verdict) {

    public Case {
        against = List.copyOf(against);
    }

    public static Case of(Named named, TransferRequest request, Background background) {
        return new Case(
                named,
                request,
                background,
                new Place(Stage.REQUESTED, null, 0),
                Asked.NOTHING,
                Proof.NONE,
                Care.NONE,
                Judgement.NONE,
                List.of(),
                null,
                null);
    }

    public String transferId() {
        return named.transferId();
    }

    public Stage stage() {
        return place.stage();
    }

    public Case at(Place now) {
        return new Case(named, request, background, now, asked, proof, care, judgement, against, screen, verdict);
    }

    public Case with(Asked now) {
        return new Case(named, request, background, place, now, proof, care, judgement, against, screen, verdict);
    }

    public Case with(Proof now) {
        return new Case(named, request, background, place, asked, now, care, judgement, against, screen, verdict);
    }

    public Case with(Care now) {
        return new Case(named, request, background, place, asked, proof, now, judgement, against, screen, verdict);
    }

    public Case with(Judgement now) {
        return now.equals(judgement)
                ? this
                : new Case(named, request, background, place, asked, proof, care, now, against, screen, verdict);
    }

    public Case with(@Nullable Screen now) {
        return new Case(named, request, background, place, asked, proof, care, judgement, against, now, verdict);
    }

    public Case with(Verdict now) {
        return new Case(named, request, background, place, asked, proof, care, judgement, against, screen, now);
    }

    public Case against(String reason) {
        if (against.contains(reason)) {
            return this;
        }
        var all = new ArrayList<>(against);
        all.add(reason);
        return new Case(named, request, background, place, asked, proof, care, judgement, all, screen, verdict);
    }

    public Case in(String sessionId) {
        return with(named.in(sessionId));
    }

    public Case as(Manner manner) {
        return with(named.as(manner));
    }

    private Case with(Named now) {
        return new Case(now, request, background, place, asked, proof, care, judgement, against, screen, verdict);
    }

    @Override
    public String toString() {
        return "Case[" + named.transferId() + ", " + place + ", " + judgement.tier() + "]";
    }

    /**
     * The names of a case.
     *
     * @param sessionId the visit it belongs to now
     * @param language of the screen
     * @param manner as whom the customer is served
     */
    public record Named(String transferId, String sessionId, String cardToken, String language, Manner manner) {
        Named in(String otherSession) {
            return new Named(transferId, otherSession, cardToken, language, manner);
        }

        Named as(Manner now) {
            return new Named(transferId, sessionId, cardToken, language, now);
        }
    }

    /**
     * Where a case stands.
     *
     * @param left the stage to come back to, while the case stands aside of the way
     * @param showings how many screens have been shown; numbers their ids
     */
    public record Place(Stage stage, @Nullable Stage left, int showings) {}
}
