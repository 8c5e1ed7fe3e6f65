package dev.kioskguard.sim.xfs;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.ptr.ShortByReference;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the manager itself promises: starting, opening, exactly one completion, locks, memory. */
class NativeCallsTest extends OnTheNativeSide {

    private static final int READ = 207;
    private static final int STATUS = 201;
    private static final Memory TRACK_2 = word(2);

    @Test
    void theVersionAgreedOnIsTheHighestThatBothKnow() {
        assertThat(xfs.WFSCleanUp()).isZero();
        Memory version = new Memory(Xfs.VERSION_BYTES);

        assertThat(xfs.WFSStartUp(0x0A036303, version)).isZero();

        assertThat(version.getShort(0)).isEqualTo((short) 0x1E03);
        assertThat(version.getShort(2)).isEqualTo((short) 0x0003);
    }

    @Test
    void aVersionThatNobodyHasIsRefusedByItsSide() {
        assertThat(xfs.WFSStartUp(ANY, new Memory(Xfs.VERSION_BYTES))).isEqualTo(-1);
        assertThat(xfs.WFSCleanUp()).isZero();
        assertThat(xfs.WFSStartUp(0x28032803, new Memory(Xfs.VERSION_BYTES))).isEqualTo(-2);
        assertThat(xfs.WFSStartUp(0x00020002, new Memory(Xfs.VERSION_BYTES))).isEqualTo(-3);
        assertThat(xfs.WFSCleanUp()).isEqualTo(-39);
    }

    @Test
    void aStructHasTheSizeOfTheVersionOfItsService() {
        terminal.service("OLD", ServiceClass.IDC, "3.00");
        ShortByReference service = new ShortByReference();
        Memory version = new Memory(Xfs.VERSION_BYTES);

        assertThat(xfs.WFSOpen("OLD", null, "", 0, 0, ANY, version, new Memory(Xfs.VERSION_BYTES), service))
                .isZero();

        assertThat(version.getShort(0)).isEqualTo((short) 0x0003);
        assertThat(asked(service.getValue(), STATUS, 2)).isEqualTo(2);
        assertThat(xfs.WFSOpen("OLD", null, "", 0, 0, 0x14031E03, version, new Memory(Xfs.VERSION_BYTES), service))
                .isEqualTo(-46);
    }

    @Test
    void aServiceThatIsNotThereIsNamedAsSuch() {
        Memory version = new Memory(Xfs.VERSION_BYTES);
        ShortByReference service = new ShortByReference();

        assertThat(xfs.WFSOpen("NONE", null, "", 0, 0, ANY, version, version, service))
                .isEqualTo(-43);
        assertThat(xfs.WFSOpen("IDCARD1", Pointer.createConstant(99), "", 0, 0, ANY, version, version, service))
                .isEqualTo(-17);
    }

    @Test
    void anApplicationsHandleIsGoodUntilItIsDestroyed() {
        PointerByReference app = new PointerByReference();
        assertThat(xfs.WFSCreateAppHandle(app)).isZero();

        assertThat(xfs.WFSDestroyAppHandle(app.getValue())).isZero();
        assertThat(xfs.WFSDestroyAppHandle(app.getValue())).isEqualTo(-17);
    }

    @Test
    void anOpenByMessageTellsTheServiceAndItsVersion() {
        Memory version = new Memory(Xfs.VERSION_BYTES);
        Memory provider = new Memory(Xfs.VERSION_BYTES);
        ShortByReference service = new ShortByReference();
        IntByReference request = new IntByReference();

        int result = xfs.WFSAsyncOpen(
                "IDCARD1", null, "", 0, 0, service, window.handle(), UP_TO_320, version, provider, request);

        assertThat(result).isZero();
        Window.Message opened = came(1);
        assertThat(opened.request()).isEqualTo(request.getValue());
        assertThat(opened.service()).isEqualTo(service.getValue());
        assertThat(version.getShort(0)).isEqualTo((short) 0x1403);
        free(opened);
    }

    @Test
    void aRequestThatTimesOutEndsOnce() {
        short reader = open("IDCARD1");

        int request = issued(reader, READ, TRACK_2, 20);

        Window.Message ended = came(EXECUTE_COMPLETE);
        assertThat(ended.request()).isEqualTo(request);
        assertThat(ended.code()).isEqualTo(READ);
        assertThat(free(ended)).isEqualTo(TIMEOUT);
        assertThat(xfs.WFSCancelAsyncRequest(reader, request)).isEqualTo(-27);
        assertThat(terminal.requests().open()).isZero();
    }

    @Test
    void aCancelledRequestEndsOnceAndCannotBeCancelledAgain() {
        short reader = open("IDCARD1");
        int request = issued(reader, READ, TRACK_2, 0);

        assertThat(xfs.WFSCancelAsyncRequest(reader, request)).isZero();

        assertThat(free(came(EXECUTE_COMPLETE))).isEqualTo(CANCELED);
        assertThat(xfs.WFSCancelAsyncRequest(reader, request)).isEqualTo(-27);
    }

    @Test
    void cancellingRequestZeroCancelsAllOfAServiceAndNoOther() {
        short reader = open("IDCARD1");
        short other = open("IDCARD1");
        issued(reader, READ, TRACK_2, 0);
        issued(reader, READ, TRACK_2, 0);
        int kept = issued(other, READ, TRACK_2, 0);

        assertThat(xfs.WFSCancelAsyncRequest(reader, 0)).isZero();

        assertThat(free(came(EXECUTE_COMPLETE))).isEqualTo(CANCELED);
        assertThat(free(came(EXECUTE_COMPLETE))).isEqualTo(CANCELED);
        assertThat(terminal.requests().open()).isEqualTo(1);
        xfs.WFSCancelAsyncRequest(other, kept);
        free(came(EXECUTE_COMPLETE));
    }

    @Test
    void aNormalCompletionMayArriveAfterACancel() {
        short reader = open("IDCARD1");
        int request = issued(reader, READ, TRACK_2, 0);
        terminal.fault("IDCARD1", Fault.DEAF);

        assertThat(xfs.WFSCancelAsyncRequest(reader, request)).isZero();
        terminal.insert("IDCARD1", "6222=3012");

        assertThat(free(came(EXECUTE_COMPLETE))).isZero();
    }

    @Test
    void whatIsAskedForBeforeACloseIsDoneFirst() {
        short reader = open("IDCARD1");
        issued(reader, READ, TRACK_2, 0);
        IntByReference closing = new IntByReference();

        assertThat(xfs.WFSAsyncClose(reader, window.handle(), closing)).isZero();
        assertThat(xfs.WFSGetInfo(reader, STATUS, null, 0, new PointerByReference()))
                .isEqualTo(-22);
        terminal.insert("IDCARD1", "6222=3012");

        assertThat(free(came(EXECUTE_COMPLETE))).isZero();
        assertThat(free(came(2))).isZero();
    }

    @Test
    void whoeverHoldsADeviceIsAskedForItAndOthersWait() {
        short owner = watched("IDCARD1");
        short other = open("IDCARD1");
        PointerByReference result = new PointerByReference();
        assertThat(xfs.WFSLock(owner, 0, result)).isZero();
        xfs.WFSFreeResult(result.getValue());

        assertThat(executed(other, READ, TRACK_2)).isEqualTo(-32);
        assertThat(xfs.WFSAsyncLock(other, 0, window.handle(), new IntByReference()))
                .isZero();
        Window.Message requested = came(SYSTEM_EVENT);
        assertThat(requested.code()).isEqualTo(8);
        free(requested);
        assertThat(xfs.WFSUnlock(other)).isEqualTo(-37);
        assertThat(xfs.WFSUnlock(owner)).isZero();

        assertThat(free(came(3))).isZero();
    }

    @Test
    void aResultIsFreedOnce() {
        short reader = open("IDCARD1");
        PointerByReference result = new PointerByReference();
        xfs.WFSGetInfo(reader, STATUS, null, 0, result);

        assertThat(terminal.outstanding()).isEqualTo(1);
        assertThat(xfs.WFSFreeResult(result.getValue())).isZero();
        assertThat(xfs.WFSFreeResult(result.getValue())).isEqualTo(-28);
    }

    @Test
    void aNumberOfAnotherClassIsRefusedAtOnceAndOneThatIsNotThereByItsCompletion() {
        short reader = open("IDCARD1");

        assertThat(xfs.WFSExecute(reader, 801, null, 0, new PointerByReference()))
                .isEqualTo(-20);
        assertThat(xfs.WFSGetInfo(reader, 801, null, 0, new PointerByReference()))
                .isEqualTo(-19);
        issued(reader, 299 - 1, null, 0);
        assertThat(free(came(EXECUTE_COMPLETE))).isEqualTo(-50);
    }

    @Test
    void aBlockedThreadIsReleasedByAnother() {
        short reader = open("IDCARD1");
        CompletableFuture<Integer> thread = new CompletableFuture<>();
        CompletableFuture<Integer> result = CompletableFuture.supplyAsync(() -> {
            thread.complete(Window.thisThread());
            return executed(reader, READ, TRACK_2);
        });
        int blocked = thread.join();
        org.awaitility.Awaitility.await().until(() -> xfs.WFSCancelBlockingCall(blocked) == 0);

        assertThat(result.join()).isEqualTo(CANCELED);
        assertThat(xfs.WFSCancelBlockingCall(blocked)).isEqualTo(-33);
    }

    @Test
    void aThreadThatIsBlockedMakesNoOtherCall() {
        short reader = open("IDCARD1");
        terminal.delay("IDCARD1", Duration.ofMillis(50));
        int[] seen = new int[2];
        Xfs.Hook hook = () -> {
            seen[0] = xfs.WFSIsBlocking();
            seen[1] = xfs.WFSGetInfo(reader, STATUS, null, 0, new PointerByReference());
            return 0;
        };
        xfs.WFSSetBlockingHook(hook, new PointerByReference());

        asked(reader, STATUS, 0);

        xfs.WFSUnhookBlockingHook();
        assertThat(seen).containsExactly(1, -41);
    }
}
