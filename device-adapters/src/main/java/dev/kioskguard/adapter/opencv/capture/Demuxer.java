package dev.kioskguard.adapter.opencv.capture;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_network_init;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_max_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import dev.kioskguard.device.DeviceStatus.State;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;

/** The packets of the one video in a file or stream. Everything that may wait ends by a deadline. */
final class Demuxer implements AutoCloseable {

    /** The largest piece of memory that FFmpeg may ask for at once, in bytes: what no honest picture needs. */
    private static final long ALLOCATION_BYTES_MAX = 64L * 1024 * 1024;

    private static final Duration OPENED_WITHIN = Duration.ofSeconds(10);
    private static final Duration PACKET_WITHIN = Duration.ofSeconds(5);
    private static final int ERROR_TEXT_BYTES = 256;

    private final Deadline deadline;
    private final AVFormatContext context;
    private final AVPacket packet;
    private final int stream;

    /**
     * Opens a place.
     *
     * @param options what FFmpeg is told about it, by its own names
     * @param stopped ends every wait soon once it says so
     * @throws SourceException when there is nothing, or no video in it
     */
    Demuxer(String place, Map<String, String> options, BooleanSupplier stopped) throws SourceException {
        deadline = new Deadline(stopped);
        avformat_network_init();
        av_log_set_level(AV_LOG_QUIET);
        av_max_alloc(ALLOCATION_BYTES_MAX);
        context = avformat_alloc_context();
        context.interrupt_callback().callback(deadline);
        deadline.in(OPENED_WITHIN);
        open(place, options);
        packet = av_packet_alloc();
        stream = videoOf(place);
    }

    private void open(String place, Map<String, String> options) throws SourceException {
        var told = new AVDictionary(null);
        try {
            options.forEach((name, value) -> av_dict_set(told, name, value, 0));
            int opened = avformat_open_input(context, place, null, told); // frees the context where it fails
            if (opened < 0) {
                deadline.close();
                throw new SourceException(
                        State.OFFLINE, "cannot open %s: %s".formatted(Sources.shown(place), words(opened)));
            }
        } finally {
            av_dict_free(told);
        }
    }

    private int videoOf(String place) throws SourceException {
        int looked = avformat_find_stream_info(context, (AVDictionary) null);
        int found = looked < 0 ? looked : av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (AVCodec) null, 0);
        if (found < 0) {
            String why = deadline.isPast() ? words(found) : "there is no video in it";
            close();
            throw new SourceException(State.HARDWARE_ERROR, "cannot read %s: %s".formatted(Sources.shown(place), why));
        }
        return found;
    }

    AVStream video() {
        return context.streams(stream);
    }

    /** Returns the next packet of the video, valid until the next call; null at the end. */
    @Nullable
    AVPacket next() throws SourceException {
        deadline.in(PACKET_WITHIN);
        while (true) {
            av_packet_unref(packet);
            int read = av_read_frame(context, packet);
            if (read == AVERROR_EOF) {
                return null;
            }
            if (read < 0) {
                throw new SourceException(State.OFFLINE, "the stream broke off: " + words(read));
            }
            if (packet.stream_index() == stream) {
                return packet;
            }
        }
    }

    private String words(int error) {
        if (deadline.isPast()) {
            return "nothing came in time";
        }
        var text = new byte[ERROR_TEXT_BYTES];
        av_strerror(error, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avformat_close_input(context);
        deadline.close();
    }

    /** Asked by FFmpeg whenever it waits, on the waiting thread. */
    private static final class Deadline extends AVIOInterruptCB.Callback_Pointer {

        private final BooleanSupplier stopped;
        private volatile long atNanos;

        Deadline(BooleanSupplier stopped) {
            this.stopped = stopped;
        }

        void in(Duration time) {
            atNanos = System.nanoTime() + time.toNanos();
        }

        boolean isPast() {
            return stopped.getAsBoolean() || System.nanoTime() - atNanos > 0;
        }

        @Override
        public int call(Pointer ignored) {
            return isPast() ? 1 : 0;
        }
    }
}
