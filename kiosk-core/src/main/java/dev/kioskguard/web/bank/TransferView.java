package dev.kioskguard.web.bank;

import dev.kioskguard.content.Text;
import dev.kioskguard.content.Words;
import dev.kioskguard.transfer.Evidence;
import dev.kioskguard.transfer.Verdict;
import dev.kioskguard.web.front.TransferBook.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** A transfer as {@code GET /api/transfers/{id}} tells it: its state and, at the end, verdict and clearance. */
public final class TransferView {

    private final Supplier<Words> words;

    public TransferView(Supplier<Words> words) {
        this.words = words;
    }

    Map<String, Object> body(Entry entry) {
        var body = new LinkedHashMap<String, Object>();
        body.put("transferId", entry.transferId());
        body.put("state", entry.state());
        if (entry.verdict() != null) {
            body.put("verdict", verdict(entry.verdict()));
        }
        if (entry.clearance() != null) {
            body.put("clearance", entry.clearance());
        }
        return body;
    }

    private Map<String, Object> verdict(Verdict verdict) {
        var body = new LinkedHashMap<String, Object>();
        body.put("end", verdict.end().word());
        body.put("tier", verdict.tier().word());
        body.put("reasons", verdict.reasons().stream().map(this::reason).toList());
        if (verdict.release() != null) {
            body.put(
                    "delay",
                    Map.of(
                            "mode", verdict.release().mode().word(),
                            "until", verdict.release().until().toString()));
        }
        body.put("evidence", evidence(verdict.evidence()));
        return body;
    }

    private Map<String, Object> reason(String code) {
        Text text = words.get().reason(code);
        return Map.of("code", code, "zh", text.zh(), "en", text.en());
    }

    private static Map<String, Object> evidence(Evidence evidence) {
        var body = new LinkedHashMap<String, Object>();
        body.put("voice", evidence.voice());
        body.put("text", evidence.text());
        body.put("sign", evidence.sign());
        body.put("popup", evidence.popup());
        body.put("payeeShown", evidence.payeeShown());
        body.put("realTimeSaid", evidence.realTimeSaid());
        body.put("confirmedTwice", evidence.confirmedTwice());
        return body;
    }
}
