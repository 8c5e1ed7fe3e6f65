package dev.kioskguard.app.doctor;

import dev.kioskguard.content.Text;
import dev.kioskguard.device.Inspected.Fact;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The commissioning sheet of an examination: one page of HTML to print, sign and file, Chinese before English. */
final class Sheet {

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx");

    private static final List<Text> SIGNERS = List.of(
            new Text("现场工程师", "field engineer"),
            new Text("网点负责人", "head of branch"),
            new Text("大堂经理", "lobby manager"));

    private static final String STYLE = """
            @page { size: A4; margin: 15mm }
            body { font: 10.5pt/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "SimSun", sans-serif; color: #000 }
            h1 { font-size: 18pt; text-align: center; margin: 0 }
            .en { color: #444; font-size: 9pt }
            h1 + p { text-align: center; margin: 0 0 6mm }
            table { border-collapse: collapse; width: 100%; margin: 3mm 0 }
            th, td { border: 1px solid #000; padding: 1mm 2mm; text-align: left; vertical-align: top;
                overflow-wrap: anywhere }
            th { background: #eee }
            tr { break-inside: avoid }
            .fail { font-weight: bold; background: #ddd }
            .checks { table-layout: fixed }
            .checks .en { display: block }
            .checks th:nth-child(1) { width: 8mm }
            .checks th:nth-child(4) { width: 12mm }
            .checks th:nth-child(6) { width: 46mm }
            .checks th:nth-child(2) { width: 21mm }
            .checks th:nth-child(3) { width: 24mm }
            .sign { break-inside: avoid }
            .sign td { height: 14mm }
            """;

    private final StringBuilder page = new StringBuilder();

    private Sheet() {}

    static String of(Report report) {
        var sheet = new Sheet();
        sheet.head(report);
        sheet.checks(report.findings());
        sheet.facts(report.facts());
        sheet.signatures(report);
        return sheet.page.append("</body></html>\n").toString();
    }

    private void head(Report report) {
        page.append("<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>终端验收单 ")
                .append(escaped(report.terminal()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>终端验收单</h1><p class=\"en\">Commissioning sheet</p><table>");
        row(new Text("终端号", "terminal"), report.terminal());
        row(new Text("网点", "branch"), report.branch());
        row(new Text("检查时间", "examined at"), MINUTES.format(report.at()));
        row(new Text("程序版本", "guard"), report.version());
        row(new Text("主机", "machine"), Report.machine());
        row(new Text("在场人员", "present"), report.present());
        cells(new Text("结论", "verdict"), both(report.summary()));
        page.append("</table>");
    }

    private void row(Text name, String value) {
        cells(name, escaped(value));
    }

    private void cells(Text name, String html) {
        page.append("<tr><th>")
                .append(both(name))
                .append("</th><td>")
                .append(html)
                .append("</td></tr>");
    }

    private void checks(List<Finding> findings) {
        page.append("<table class=\"checks\"><tr>");
        for (Text column : List.of(
                new Text("序号", "no."),
                new Text("项目", "check"),
                new Text("位置", "where"),
                new Text("结果", "result"),
                new Text("所见", "seen"),
                new Text("处理", "to do"))) {
            page.append("<th>").append(both(column)).append("</th>");
        }
        page.append("</tr>");
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            page.append("<tr class=\"")
                    .append(finding.grade().word())
                    .append("\"><td>")
                    .append(i + 1);
            cell(both(finding.item().title()));
            cell(escaped(finding.place()));
            cell(both(finding.grade().text()));
            cell(escaped(finding.outcome().seen()));
            cell(both(finding.todo()));
            page.append("</td></tr>");
        }
        page.append("</table>");
    }

    private void cell(String html) {
        page.append("</td><td>").append(html);
    }

    private void facts(List<Fact> facts) {
        if (facts.isEmpty()) {
            return;
        }
        page.append("<table><tr><th>")
                .append(both(new Text("型号与版本", "models and versions")))
                .append("</th><th></th></tr>");
        facts.forEach(fact -> page.append("<tr><td>")
                .append(escaped(fact.name()))
                .append("</td><td>")
                .append(escaped(fact.value()))
                .append("</td></tr>"));
        page.append("</table>");
    }

    private void signatures(Report report) {
        page.append("<table class=\"sign\"><tr><th></th><th>")
                .append(both(new Text("姓名", "name")))
                .append("</th><th>")
                .append(both(new Text("签字", "signature")))
                .append("</th><th>")
                .append(both(new Text("日期", "date")))
                .append("</th></tr>");
        SIGNERS.forEach(
                signer -> page.append("<tr><td>").append(both(signer)).append("</td><td></td><td></td><td></td></tr>"));
        page.append("</table><p class=\"en\">")
                .append(escaped(report.terminal() + " " + MINUTES.format(report.at())))
                .append("</p>");
    }

    private static String both(Text text) {
        String english = text.en().isEmpty() ? "" : " <span class=\"en\">" + escaped(text.en()) + "</span>";
        return escaped(text.zh()) + english;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
