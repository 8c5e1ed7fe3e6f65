package dev.kioskguard.adapter.xfs4iot.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kioskguard.adapter.xfs4iot.catalog.Catalog;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A message is one frame, however long: there are clients that take no continuation (RFC 6455 section 5.4). */
class UnfragmentedFramesTest extends OneServiceOnTheWire {

    private static final int LONG = 500_000;
    private static final int TEXT_AND_LAST = 0x81;
    private static final byte[] NO_MASK = new byte[4];

    @Test
    void aLongCompletionIsOneFrame() throws Exception {
        URI uri = host.service("CardReader");
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.setSoTimeout(20_000);
            var in = new DataInputStream(socket.getInputStream());
            var out = new DataOutputStream(socket.getOutputStream());
            upgrade(uri, in, out);

            send(
                    out,
                    "{\"header\":{\"type\":\"command\",\"name\":\"" + READ + "\",\"version\":\""
                            + Catalog.load().command(READ).version()
                            + "\",\"requestId\":1,\"timeout\":0},\"payload\":{\"track2\":true}}");
            ObjectNode payload = JsonMapper.builder().build().createObjectNode();
            payload.putObject("track2").put("status", "ok").put("data", "A".repeat(LONG));
            service.begun().succeed(payload);

            String acknowledge = frame(in);
            String completion = frame(in);
            assertThat(acknowledge).contains("\"acknowledge\"");
            assertThat(completion).contains("\"completion\"").hasSizeGreaterThan(LONG);
            assertThat(JsonMapper.builder()
                            .build()
                            .readTree(completion)
                            .at("/payload/track2/data")
                            .asString())
                    .hasSize(LONG);
        }
    }

    private static void upgrade(URI uri, DataInputStream in, DataOutputStream out) throws IOException {
        out.write(("GET " + uri.getPath() + " HTTP/1.1\r\nHost: " + uri.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        assertThat(head.toString(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 101");
    }

    private static void send(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(TEXT_AND_LAST);
        out.writeByte(0x80 | 126);
        out.writeShort(bytes.length);
        out.write(NO_MASK);
        out.write(bytes);
    }

    /** Reads one frame, which must be a whole text. */
    private static String frame(DataInputStream in) throws IOException {
        assertThat(in.readUnsignedByte())
                .as("a text, and the last frame of its message")
                .isEqualTo(TEXT_AND_LAST);
        int length = in.readUnsignedByte();
        byte[] text = new byte
                [length == 127 ? Math.toIntExact(in.readLong()) : length == 126 ? in.readUnsignedShort() : length];
        in.readFully(text);
        return new String(text, StandardCharsets.UTF_8);
    }
}
