package dev.kioskguard.adapter.opencv.capture;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A camera on loopback that speaks RTSP 1.0 (RFC 2326) and sends JPEG in RTP (RFC 2435) over the same connection, to
 * one client after another. It ends each by hanging up after so many pictures.
 */
final class RtspServer implements AutoCloseable {

    private static final int PART_BYTES = 1_000;
    private static final int TICKS = 9_000; // ten pictures a second at 90 kHz
    private static final int MARKER_DQT = 0xdb;
    private static final int MARKER_SOS = 0xda;

    private final ServerSocket door;
    private final int pictures;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private int sequence;

    RtspServer(int pictures) throws IOException {
        this.door = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        this.pictures = pictures;
        var thread = new Thread(this::serve, "rtsp-server");
        thread.setDaemon(true);
        thread.start();
    }

    String place() {
        return "rtsp://127.0.0.1:" + door.getLocalPort() + "/camera";
    }

    /** Returns the methods that were asked for, in order. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket client = door.accept()) {
                talk(client);
            } catch (IOException gone) {
                // The client has left, or the test is over.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
        var out = new DataOutputStream(client.getOutputStream());
        String request = in.readLine();
        while (request != null) {
            String method = request.split(" ", -1)[0];
            String number = "0";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                boolean counts = line.toLowerCase(Locale.ROOT).startsWith("cseq:");
                number = counts ? line.substring(5).strip() : number;
            }
            asked.add(method);
            answer(out, method, number);
            if (method.equals("PLAY")) {
                for (int i = 0; i < pictures; i++) {
                    send(out, i);
                }
                return;
            }
            request = in.readLine();
        }
    }

    private void answer(DataOutputStream out, String method, String number) throws IOException {
        String head = "RTSP/1.0 200 OK\r\nCSeq: " + number + "\r\n";
        String described = String.join(
                "\r\n",
                "v=0",
                "o=- 0 0 IN IP4 127.0.0.1",
                "s=camera",
                "c=IN IP4 0.0.0.0",
                "t=0 0",
                "m=video 0 RTP/AVP 26",
                "a=control:one",
                "");
        String rest = switch (method) {
            case "OPTIONS" -> "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN\r\n\r\n";
            case "DESCRIBE" ->
                "Content-Type: application/sdp\r\nContent-Base: " + place() + "/\r\nContent-Length: "
                        + described.length() + "\r\n\r\n" + described;
            case "SETUP" -> "Session: 7\r\nTransport: RTP/AVP/TCP;unicast;interleaved=0-1\r\n\r\n";
            default -> "Session: 7\r\n\r\n";
        };
        out.write((head + rest).getBytes(US_ASCII));
        out.flush();
    }

    /** One picture in as many packets as it takes; the last has the marker. */
    private void send(DataOutputStream out, int number) throws IOException {
        byte[] jpeg = Drawn.jpeg(160, 120, number % 32);
        byte[] tables = tables(jpeg);
        byte[] scan = scan(jpeg);
        for (int from = 0; from < scan.length; from += PART_BYTES) {
            int to = Math.min(scan.length, from + PART_BYTES);
            var payload = new ByteArrayOutputStream();
            var head = new DataOutputStream(payload);
            head.writeInt(from); // type-specific 0, and 24 bits of offset
            head.write(new byte[] {1, (byte) 255, 160 / 8, 120 / 8}); // 4:2:0, tables of its own, width, height
            if (from == 0) {
                head.writeShort(0);
                head.writeShort(tables.length);
                head.write(tables);
            }
            head.write(scan, from, to - from);
            out.writeByte('$');
            out.writeByte(0);
            out.writeShort(12 + payload.size());
            out.writeByte(0x80);
            out.writeByte(26 | (to == scan.length ? 0x80 : 0));
            out.writeShort(sequence++);
            out.writeInt(number * TICKS);
            out.writeInt(4711);
            out.write(payload.toByteArray());
        }
        out.flush();
    }

    /** The quantisation tables of a picture, one after the other. */
    private static byte[] tables(byte[] jpeg) {
        var tables = new ByteArrayOutputStream();
        for (int at = 2; marker(jpeg, at) != MARKER_SOS; at += 2 + length(jpeg, at)) {
            if (marker(jpeg, at) == MARKER_DQT) {
                for (int table = at + 4; table < at + 2 + length(jpeg, at); table += 65) {
                    tables.write(jpeg, table + 1, 64);
                }
            }
        }
        return tables.toByteArray();
    }

    /** What comes after the head of the scan, without the end marker. */
    private static byte[] scan(byte[] jpeg) {
        int at = 2;
        while (marker(jpeg, at) != MARKER_SOS) {
            at += 2 + length(jpeg, at);
        }
        return Arrays.copyOfRange(jpeg, at + 2 + length(jpeg, at), jpeg.length - 2);
    }

    private static int marker(byte[] jpeg, int at) {
        return jpeg[at + 1] & 0xff;
    }

    private static int length(byte[] jpeg, int at) {
        return ((jpeg[at + 2] & 0xff) << 8) | (jpeg[at + 3] & 0xff);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
