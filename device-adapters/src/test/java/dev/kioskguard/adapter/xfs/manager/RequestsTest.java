package dev.kioskguard.adapter.xfs.manager;

import static dev.kioskguard.device.Stages.PATIENCE;
import static dev.kioskguard.device.Stages.done;
import static dev.kioskguard.device.Stages.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.header.Header;
import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.library.PlayedXfs;
import dev.kioskguard.adapter.xfs.library.Results;
import dev.kioskguard.adapter.xfs.memory.ForeignMemory;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.device.Backoff;
import dev.kioskguard.device.DeviceException.Fault;
import java.lang.ref.WeakReference;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestsTest {

    private static final Timings TIMINGS =
            new Timings(PATIENCE, PATIENCE, PATIENCE, PATIENCE, new Backoff(PATIENCE, PATIENCE));
    private static final int SERVICE = 3;
    private static final int ID = 7;

    private final ForeignMemory memory = ForeignMemory.here();
    private final Header header = Header.of(memory.abi(), Version.V3_30);
    private final Environment environment = Environment.create(new Random(1), TIMINGS, "played");
    private int toCancel = Api.WFS_SUCCESS;
    private final PlayedXfs xfs =
            new PlayedXfs(function -> function.equals("WFSCancelAsyncRequest") ? toCancel : Api.WFS_SUCCESS);
    private final Results results = new Results(xfs, memory);
    private final Requests requests = new Requests(environment, xfs, results);

    @AfterEach
    void endTheLoop() {
        environment.loop().close();
    }

    private Request<Boolean> request(Object kept, Request.Call call) {
        return new Request<>(
                new Request.Task<>(
                        "WFSAsyncExecute", this, SERVICE, call, Decoder.nothing(), event -> {}, PATIENCE, kept),
                header);
    }

    /** A request that the manager gives a number to, and nothing else yet. */
    private Request<Boolean> issued(Object kept, int number) {
        Request<Boolean> request = request(kept, id -> {
            id.setValue(number);
            return Api.WFS_SUCCESS;
        });
        assertThat(requests.issue(request)).isEqualTo(Api.WFS_SUCCESS);
        return request;
    }

    private void completes(int number) {
        var result = new NativeStruct(memory, header.struct("WFSRESULT")).set("RequestID", number);
        requests.received(Api.WFS_EXECUTE_COMPLETE, results.look(result.pointer()), result.pointer())
                .run();
    }

    @Test
    void aCallThatCrashesFailsAndHoldsNothingUp() {
        Request<Boolean> crashed = request(
                "",
                id -> environment.crash().during("WFSAsyncExecute", () -> {
                    throw new Error("Invalid memory access");
                }));

        int unused = requests.issue(crashed);

        assertThat(failure(crashed.done())).hasMessageContaining("the driver crashed: Invalid memory access");
        completes(ID); // of nobody, which is known at once where no call is under way
        assertThat(requests.unclaimed()).isOne();
    }

    @Test
    void anErrorThatNobodyMadeSenseOfHoldsNothingUpEither() {
        Request<Boolean> broken = request("", id -> {
            throw new StackOverflowError();
        });

        assertThat(catchThrowable(() -> requests.issue(broken))).isInstanceOf(StackOverflowError.class);

        assertThat(failure(broken.done()).fault()).isEqualTo(Fault.CONNECTION_LOST);
        completes(ID);
        assertThat(requests.unclaimed()).isOne();
    }

    @Test
    void ofTwoRequestsWithOneNumberTheFirstFails() {
        Request<Boolean> first = issued("", ID);
        Request<Boolean> second = issued("", ID);

        assertThat(failure(first.done())).hasMessageContaining("gave its number to another request");
        completes(ID);
        assertThat(done(second.done())).isTrue();
    }

    @Test
    void whatCannotBeCancelledAnyMoreSaysItselfHowItEnded() {
        toCancel = Api.WFS_ERR_INVALID_REQ_ID;
        Request<Boolean> ended = issued("", ID);

        requests.cancel(ended);

        assertThat(ended.done()).isNotDone();
        completes(ID);
        assertThat(done(ended.done())).isTrue();
    }

    @Test
    void whatAManagerDoesNotCancelIsGivenUp() {
        toCancel = Api.WFS_ERR_INVALID_HSERVICE;
        Request<Boolean> given = issued("", ID);

        requests.cancel(given);

        assertThat(failure(given.done()).fault()).isEqualTo(Fault.CANCELED);
    }

    @Test
    void whatARequestWasGivenIsKeptUntilItsCompletionThoughNobodyWaitsForIt() {
        WeakReference<Object> kept = givenUp();

        System.gc();
        assertThat(kept.get()).as("what the provider may still read").isNotNull();
        completes(ID);
        await().atMost(PATIENCE).until(() -> {
            System.gc();
            return kept.get() == null;
        });
    }

    /** In a method of its own, so that nothing here holds on to it. */
    private WeakReference<Object> givenUp() {
        Object data = new byte[1];
        Request<Boolean> request = issued(data, ID);
        requests.abandon(each -> true, Fault.CANCELED, "closed");
        assertThat(failure(request.done()).fault()).isEqualTo(Fault.CANCELED);
        return new WeakReference<>(data);
    }

    @Test
    void aCompletionThatComesBeforeItsCallReturnsIsNotLost() {
        Request<Boolean> request = request("", id -> {
            id.setValue(ID);
            completes(ID);
            return Api.WFS_SUCCESS;
        });

        int unused = requests.issue(request);

        assertThat(request.done()).isCompletedWithValue(true);
    }
}
