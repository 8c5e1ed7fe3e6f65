package dev.kioskguard.web.front;

import dev.kioskguard.content.Language;
import dev.kioskguard.guard.state.Case;
import dev.kioskguard.transfer.DelayMode;
import dev.kioskguard.transfer.EndState;
import dev.kioskguard.transfer.Payee;
import dev.kioskguard.transfer.Verdict;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is printed of transfers that have ended: the receipt, the packet of whoever was cheated, and the risk card. Kept
 * in memory alone, masked, and bounded; after a restart a receipt says less. Thread-safe.
 */
public final class Receipts {

    /** How many transfers are remembered. */
    public static final int PAPERS_MAX = 500;

    private static final String CHEATED = "receipt.cheated";
    private static final DateTimeFormatter DAY_AND_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<Language> CHINESE_FIRST = List.of(Language.ZH, Language.EN);

    private final Wording wording;
    private final Map<String, Paper> papers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Paper> eldest) {
            return size() > PAPERS_MAX;
        }
    };

    public Receipts(Wording wording) {
        this.wording = wording;
    }

    /** Notes what a transfer that has ended may say on paper: nothing that a bystander must not read. */
    public synchronized void ended(Case ended) {
        Verdict verdict = ended.verdict();
        if (verdict == null) {
            return;
        }
        var facts = new LinkedHashMap<>(masked(ended));
        if (ended.screen() != null) {
            Instant shown = ended.screen().times().shown();
            facts.put("date", DAY_AND_MINUTE.format(shown.atZone(wording.zone())));
        }
        if (verdict.release() != null) {
            facts.put("until", verdict.release().until().toString());
        }
        if (!verdict.reasons().isEmpty()) {
            facts.put("reason", verdict.reasons().get(0));
        }
        papers.put(ended.transferId(), new Paper(facts, textId(verdict)));
    }

    /** Returns what of a transfer may be read by others: its amount, and the payee masked. */
    public static Map<String, String> masked(Case subject) {
        Payee payee = subject.request().payee();
        var facts = new LinkedHashMap<String, String>();
        facts.put("payee", payee.maskedName());
        facts.put("account", payee.lastFour());
        facts.put("amount", subject.request().amount().printed());
        facts.put("currency", subject.request().amount().currency());
        return facts;
    }

    /** Notes that the customer was cheated: from now on the paper is the packet for police and bank. */
    public synchronized void cheated(String transferId) {
        Paper known = papers.getOrDefault(transferId, Paper.UNKNOWN);
        papers.put(transferId, new Paper(known.facts(), CHEATED));
    }

    /** Returns what is known of a transfer, masked; empty where it is not remembered. */
    public synchronized Map<String, String> facts(String transferId) {
        return papers.getOrDefault(transferId, Paper.UNKNOWN).facts();
    }

    /** Returns the lines of the packet for police and bank, which is all that the guard itself ever wants printed. */
    public List<String> packet(String transferId) {
        return lines(transferId, CHEATED);
    }

    /** Returns the lines to print of a transfer, of which perhaps nothing but its end is known. */
    public List<String> lines(String transferId, Verdict verdict) {
        return lines(transferId, textId(transferId, verdict));
    }

    private synchronized String textId(String transferId, Verdict verdict) {
        Paper known = papers.get(transferId);
        return known == null ? textId(verdict) : known.textId();
    }

    private List<String> lines(String transferId, String textId) {
        var facts = new LinkedHashMap<>(facts(transferId));
        facts.put("reference", transferId);
        var lines = new ArrayList<String>();
        for (Language language : CHINESE_FIRST) {
            for (String text : List.of(textId, "receipt.card")) {
                Wording.Told told = wording.told(text, facts, language);
                lines.add(told.title());
                lines.addAll(told.lines());
                lines.add("");
            }
        }
        return List.copyOf(lines);
    }

    private static String textId(Verdict verdict) {
        if (verdict.end() != EndState.CLEARED) {
            return "receipt.stopped";
        }
        Verdict.Release release = verdict.release();
        boolean atOnce = release != null && release.mode() == DelayMode.REAL_TIME;
        return atOnce ? "receipt.cleared" : "receipt.delayed";
    }

    private record Paper(Map<String, String> facts, String textId) {

        static final Paper UNKNOWN = new Paper(Map.of(), CHEATED);

        Paper {
            facts = Map.copyOf(facts);
        }
    }
}
