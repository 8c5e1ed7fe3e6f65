package dev.kioskguard.app.draft;

import dev.kioskguard.content.pack.CaseCards;
import dev.kioskguard.transfer.TransferRequest;
import dev.kioskguard.web.desk.after.Closure;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A case as it stands in {@code cases.yaml} of a content pack, empty where a person has to write. */
record CaseCard(String id, Closure closure, YearMonth month, String branch, Optional<TransferRequest> request) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns the card, ready to be appended once it is filled in: until then no pack takes it. */
    String text() {
        Map<String, Object> card = fields();
        // What does not fit is better written anew than cut: it stays empty, and so the pack says where.
        List<String> missing = CaseCards.missing(JSON.valueToTree(card));
        if (missing.contains("/place/zh")) {
            card.put("place", both(""));
        }
        if (missing.contains("/trick/zh")) {
            card.put("trick", both(""));
        }
        String head = """
                # 案例卡草稿，来自结案登记。请补全空着的内容：%s。
                # 确认没有姓名、单位和账号后，接到 content/cases.yaml 末尾，再运行 ./kiosk content check。
                # Draft of a case. Fill in what is empty, leave out who it was, append it to cases.yaml, and check.
                """.formatted(String.join("、", missing));
        String rows = card.entrySet().stream()
                .map(field -> field.getKey() + ": " + Flow.text(field.getValue()))
                .collect(Collectors.joining("\n  ", "- ", "\n"));
        return head + StoryText.note(withoutNames(closure.note())) + rows;
    }

    private Map<String, Object> fields() {
        var card = new LinkedHashMap<String, Object>();
        card.put("id", id);
        card.put("scam", closure.was());
        card.put("place", both(branch));
        card.put("date", month.toString());
        card.put("trick", both(withoutNames(closure.trick())));
        card.put(
                "loss",
                request.<Object>map(known -> Example.units(known.amount())).orElse(""));
        return card;
    }

    private static Map<String, Object> both(String zh) {
        var text = new LinkedHashMap<String, Object>();
        text.put("zh", zh);
        text.put("en", "");
        return text;
    }

    private String withoutNames(String words) {
        return request.map(known -> words.replace(known.payee().name(), "某人")).orElse(words);
    }
}
