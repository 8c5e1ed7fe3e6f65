package dev.kioskguard.app.draft;

import dev.kioskguard.app.config.KioskConfig;
import dev.kioskguard.app.record.Replay;
import dev.kioskguard.app.record.Retold;
import dev.kioskguard.audit.Journal;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.paging.Page;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.web.desk.after.Closure;
import dev.kioskguard.web.desk.draft.Drafts;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes drafts of close-outs: of any of them a story, of fraud also a case card. What is known of customer and payee by
 * name stays out, also where somebody has written it.
 */
public final class Drafter {

    private static final Logger LOG = LoggerFactory.getLogger(Drafter.class);

    private final Drafts drafts;
    private final Journal journal;
    private final KioskConfig.Terminal terminal;

    public Drafter(Drafts drafts, Journal journal, KioskConfig.Terminal terminal) {
        this.drafts = drafts;
        this.journal = journal;
        this.terminal = terminal;
    }

    /** Writes what a close-out leaves. It reads the journal: not for the guard's own thread. */
    public void closedOut(Page page, Closure closure) {
        List<Replay.Step> steps = Retold.since(journal, page.raisedAt());
        Optional<TransferRequest> request = request(steps, page.transferId());
        List<String> story = CaseStory.steps(steps, page.transferId());
        YearMonth month = YearMonth.from(page.raisedAt().atZone(terminal.zone()));
        try {
            Optional<String> kept = drafts.keep(
                    closure.was() + "-" + month,
                    id -> new Drafts.Draft(
                            closure.isFraud()
                                    ? new CaseCard(id, closure, month, terminal.branchName(), request).text()
                                    : null,
                            StoryText.of(id, closure, story)));
            if (kept.isEmpty()) {
                LOG.warn("there are {} drafts already: take some out of the folder", Drafts.DRAFTS_MAX);
            }
        } catch (IOException e) {
            LOG.warn("a draft could not be written, close the page out once more: {}", e.getMessage());
        }
    }

    private static Optional<TransferRequest> request(List<Replay.Step> steps, String transferId) {
        return steps.stream()
                .map(step -> step.event() instanceof GuardEvent.TransferRequested asked
                                && asked.transferId().equals(transferId)
                        ? asked.request()
                        : null)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
