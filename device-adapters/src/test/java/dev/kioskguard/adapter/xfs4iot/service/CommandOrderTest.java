package dev.kioskguard.adapter.xfs4iot.service;

import static dev.kioskguard.adapter.xfs4iot.service.WireClient.code;
import static dev.kioskguard.adapter.xfs4iot.service.WireClient.status;
import static dev.kioskguard.adapter.xfs4iot.service.WireClient.type;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CommandOrderTest extends OneServiceOnTheWire {

    private static final String MOVE = "CardReader.Move";
    private static final String EJECT = "{\"from\":\"transport\",\"to\":\"exit\"}";

    @Test
    void aCommandIsAcknowledgedAtOnceAndCompletedWhenItIsDone() throws InterruptedException {
        int id = client.send(READ, "{\"track2\":true}", 0);
        assertThat(status(client.next())).isEqualTo("ok");
        Call call = service.begun();
        call.event("CardReader.InsertCardEvent", null);
        call.succeed(null);
        call.succeed(null);
        call.event("CardReader.InsertCardEvent", null);
        assertThat(type(client.next())).isEqualTo("event");
        assertThat(code(client.completion(id))).isEqualTo("success");
        assertThat(type(client.call("Common.Status", "{}"))).isEqualTo("completion");
        assertThat(client.frames()).hasSize(5);
    }

    @Test
    void oneCommandIsAtWorkAndTheOthersFollowInOrder() throws InterruptedException {
        int first = client.send(READ, "{}", 0);
        int second = client.send(MOVE, EJECT, 0);
        int third = client.send("CardReader.Reset", "{}", 0);
        client.acknowledge(third);
        Call reading = service.begun();
        assertThat(service.isIdle()).isTrue();
        assertThat(code(client.call("Common.Status", "{}"))).isEqualTo("success");
        reading.succeed(null);
        assertThat(code(client.completion(first))).isEqualTo("success");
        service.begun().refuse("noMedia", "no card");
        JsonNode moved = client.completion(second);
        assertThat(code(moved)).isEqualTo("commandErrorCode");
        assertThat(moved.at("/payload/errorCode").asString()).isEqualTo("noMedia");
        assertThat(code(client.completion(third))).isEqualTo("success");
    }

    @Test
    void tooManyCommandsAreTurnedAwayAndTheOthersStillDone() throws InterruptedException {
        for (int id = 1; id <= Client.COMMANDS_MAX; id++) {
            client.send(id, "CardReader.Move", EJECT, 0);
        }
        client.send(99, "CardReader.Move", EJECT, 0);
        assertThat(status(client.acknowledge(99))).isEqualTo("tooManyRequests");
        client.send(100, "Common.Status", "{}", 0);
        assertThat(code(client.completion(100))).isEqualTo("success");
        for (int id = 1; id <= Client.COMMANDS_MAX; id++) {
            service.begun().succeed(null);
            assertThat(code(client.completion(id))).isEqualTo("success");
        }
    }

    @Test
    void timeOutsCountFromReceiptAlsoInTheQueue() throws InterruptedException {
        int atWork = client.send(READ, "{}", 5_000);
        int waiting = client.send(MOVE, EJECT, 2_000);
        int patient = client.send(MOVE, EJECT, 0);
        client.acknowledge(patient);
        service.begun();
        alarms.advance(Duration.ofSeconds(2));
        assertThat(code(client.completion(waiting))).isEqualTo("timeOut");
        assertThat(service.released).isEmpty();
        alarms.advance(Duration.ofSeconds(3));
        assertThat(code(client.completion(atWork))).isEqualTo("timeOut");
        assertThat(service.released).containsExactly(READ);
        service.begun().succeed(null);
        assertThat(code(client.completion(patient))).isEqualTo("success");
        assertThat(alarms.size()).isZero();
    }

    @Test
    void cancelCompletesFirstAndThenTheCancelledCommand() throws InterruptedException {
        int reading = client.send(READ, "{}", 0);
        service.begun();
        int cancel = client.send("Common.Cancel", "{\"requestIds\":[%d]}".formatted(reading), 0);
        JsonNode first = client.await(frame -> type(frame).equals("completion"));
        JsonNode second = client.await(frame -> type(frame).equals("completion"));
        assertThat(first.at("/header/requestId").asInt()).isEqualTo(cancel);
        assertThat(code(first)).isEqualTo("success");
        assertThat(second.at("/header/requestId").asInt()).isEqualTo(reading);
        assertThat(code(second)).isEqualTo("canceled");
        assertThat(service.released).containsExactly(READ);
    }

    @Test
    void cancelWithoutIdsCancelsAllOfOnesOwnAndNobodyElses() throws InterruptedException {
        int mine = client.send(READ, "{}", 0);
        int alsoMine = client.send(MOVE, EJECT, 0);
        service.begun();
        try (WireClient other = WireClient.connect(host.service("CardReader"))) {
            int theirs = other.send(MOVE, EJECT, 0);
            other.acknowledge(theirs);
            JsonNode nothing = other.call("Common.Cancel", "{\"requestIds\":[%d,77]}".formatted(mine + 500));
            assertThat(nothing.at("/payload/errorCode").asString()).isEqualTo("noMatchingRequestIDs");
            assertThat(code(client.call("Common.Cancel", "null"))).isEqualTo("success");
            client.await(frame -> code(frame).equals("canceled"));
            client.await(frame -> code(frame).equals("canceled"));
            service.begun().succeed(null);
            assertThat(code(other.completion(theirs))).isEqualTo("success");
        }
        assertThat(client.frames())
                .filteredOn(frame -> frame.contains("canceled"))
                .hasSize(2);
        assertThat(alsoMine).isGreaterThan(mine);
    }

    @Test
    void aClientThatLeavesTakesItsCommandsWithIt() throws InterruptedException {
        try (WireClient leaver = WireClient.connect(host.service("CardReader"))) {
            leaver.send(READ, "{}", 0);
            leaver.send(READ, "{}", 0);
            service.begun();
            int mine = client.send(MOVE, EJECT, 0);
            client.acknowledge(mine);
            leaver.vanish();
            Call next = service.begun();
            assertThat(next.name()).isEqualTo(MOVE);
            next.succeed(null);
            assertThat(code(client.completion(mine))).isEqualTo("success");
        }
        assertThat(service.released).contains(READ);
    }

    @Test
    void aServiceThatThrowsIsAnInternalErrorOfThatCommandOnly() {
        assertThat(code(client.call("CardReader.ChipPower", "{\"chipPower\":\"cold\"}")))
                .isEqualTo("internalError");
        assertThat(code(client.call("CardReader.Reset", "{}"))).isEqualTo("success");
    }
}
