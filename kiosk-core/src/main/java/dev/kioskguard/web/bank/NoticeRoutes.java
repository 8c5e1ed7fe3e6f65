package dev.kioskguard.web.bank;

import dev.kioskguard.content.Language;
import dev.kioskguard.content.Told;
import dev.kioskguard.guard.event.GuardEvent;
import dev.kioskguard.guard.event.NoticeWanted;
import dev.kioskguard.guard.run.GuardRunner;
import dev.kioskguard.guard.state.Notice;
import dev.kioskguard.guard.state.Notice.Subject;
import dev.kioskguard.guard.state.Visit;
import dev.kioskguard.web.front.BankBoard;
import dev.kioskguard.web.front.NoticeBook;
import dev.kioskguard.web.front.NoticeBook.Entry;
import dev.kioskguard.web.front.Replies;
import dev.kioskguard.web.front.Wording;
import dev.kioskguard.web.http.Fields;
import dev.kioskguard.web.http.Json;
import dev.kioskguard.web.http.Problem;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /api/notices}: what is told beside other business, and whether it was understood. */
public final class NoticeRoutes {

    /** The longest that a pack may make anybody read. */
    static final Duration READ_FOR_MAX = Duration.ofMinutes(1);

    private static final int ID_LENGTH_MAX = 80;
    private static final Map<String, Subject> SUBJECTS =
            Arrays.stream(Subject.values()).collect(Collectors.toUnmodifiableMap(Subject::word, Function.identity()));

    private final GuardRunner guard;
    private final NoticeBook book;
    private final BankBoard board;
    private final Wording wording;
    private final Supplier<String> ids;

    /** Makes the routes; {@code ids} gives a new notice id each time. */
    public NoticeRoutes(GuardRunner guard, NoticeBook book, BankBoard board, Wording wording, Supplier<String> ids) {
        this.guard = guard;
        this.book = book;
        this.board = board;
        this.wording = wording;
        this.ids = ids;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/api/notices", this::request);
        routes.get("/api/notices/{id}", this::follow);
    }

    private void request(Context ctx) {
        Fields fields = Fields.of(ctx);
        String session = fields.text("sessionId", 1, ID_LENGTH_MAX);
        Subject subject = fields.choice("subject", SUBJECTS);
        boolean elder = Boolean.TRUE.equals(fields.optionalBoolean("elder"));
        fields.done();
        String id = ids.get();
        NoticeWanted wanted = wanted(subject, elder);
        ctx.future(() -> guard.offer(at -> new GuardEvent.NoticeRequested(at, id, session, wanted))
                .thenAccept(reply -> {
                    Replies.taken(reply);
                    Json.answer(ctx, 201, body(find(id)));
                })
                .exceptionally(thrown -> {
                    throw Replies.trouble(thrown);
                })
                .toCompletableFuture());
    }

    private NoticeWanted wanted(Subject subject, boolean elder) {
        Wording said = wording.now();
        Told.Notice notice = said.words().told().notices().get(subject.word());
        if (notice == null) {
            throw Problem.conflict("no-such-notice", "the content pack has no such notice; add it to notices.yaml")
                    .asException();
        }
        Visit visit = guard.state().visit();
        Language language = Language.of(visit == null ? "zh-CN" : visit.language());
        String digest =
                said.told("notice." + subject.word(), Map.of(), language).digest();
        Duration readFor = notice.readFor().compareTo(READ_FOR_MAX) > 0 ? READ_FOR_MAX : notice.readFor();
        return new NoticeWanted(new Notice.Wording(subject, digest, said.pack()), readFor, elder);
    }

    private void follow(Context ctx) {
        String id = ctx.pathParam("id");
        Notice.State before = find(id).state();
        board.polls()
                .answer(
                        ctx,
                        () -> find(id).isOver() || find(id).state() != before,
                        () -> Json.answer(ctx, 200, body(find(id))));
    }

    private Entry find(String id) {
        return book.find(id)
                .orElseThrow(() -> Problem.notFound("no notice has this id; use the one that POST /api/notices gave")
                        .asException());
    }

    private static Map<String, Object> body(Entry entry) {
        var body = new LinkedHashMap<String, Object>();
        body.put("noticeId", entry.noticeId());
        body.put("subject", entry.wording().subject().word());
        body.put("state", entry.state().word());
        body.put("textDigest", entry.wording().textDigest());
        body.put("pack", entry.wording().pack());
        return body;
    }
}
