package dev.kioskguard.adapter.opencv.capture;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import dev.kioskguard.device.DeviceStatus.State;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** A clip, a picture or a stream, by FFmpeg: it reads what neither OpenCV build for Java can. */
final class MediaSource implements Source {

    /** Packets in a row that may be spoilt before the whole is. */
    private static final int SPOILT_MAX = 100;

    private final boolean live;
    private final Demuxer demuxer;
    private final Decoder decoder;
    private final Scaler scaler = new Scaler();
    private final long beganNanos = System.nanoTime();
    private boolean ended;
    private @Nullable Double firstSeconds;
    private long pictures;

    private MediaSource(boolean live, Demuxer demuxer, Decoder decoder) {
        this.live = live;
        this.demuxer = demuxer;
        this.decoder = decoder;
    }

    /**
     * Opens a place.
     *
     * @param options what FFmpeg is told about it
     * @param live whether its pictures come when they happen
     * @param stopped ends every wait soon once it says so
     */
    static MediaSource open(String place, Map<String, String> options, boolean live, BooleanSupplier stopped)
            throws SourceException {
        var demuxer = new Demuxer(place, options, stopped);
        try {
            return new MediaSource(live, demuxer, new Decoder(demuxer.video()));
        } catch (SourceException e) {
            demuxer.close();
            throw e;
        }
    }

    @Override
    public @Nullable Duration take(Mat into) throws SourceException {
        AVFrame picture = picture();
        if (picture == null) {
            if (live || pictures == 0) {
                throw new SourceException(
                        live ? State.OFFLINE : State.HARDWARE_ERROR,
                        live ? "the stream has ended" : "there is no picture in it that can be decoded");
            }
            return null;
        }
        scaler.convert(picture, into);
        return at(picture.best_effort_timestamp(), pictures++);
    }

    private @Nullable AVFrame picture() throws SourceException {
        int spoilt = 0;
        while (true) {
            AVFrame picture = decoder.next();
            if (picture != null || ended) {
                return picture;
            }
            AVPacket packet = demuxer.next();
            ended = packet == null;
            spoilt = decoder.put(packet) || ended ? spoilt : spoilt + 1;
            if (spoilt > SPOILT_MAX) {
                throw new SourceException(State.HARDWARE_ERROR, "nothing that comes can be decoded");
            }
        }
    }

    private Duration at(long timestamp, long number) {
        if (live) {
            return Duration.ofNanos(System.nanoTime() - beganNanos);
        }
        if (timestamp == AV_NOPTS_VALUE) {
            return STILL.multipliedBy(number);
        }
        double seconds = timestamp * av_q2d(demuxer.video().time_base());
        if (firstSeconds == null) {
            firstSeconds = seconds;
        }
        return Duration.ofMillis(Math.round((seconds - firstSeconds) * 1000));
    }

    @Override
    public boolean isLive() {
        return live;
    }

    @Override
    public void close() {
        scaler.close();
        decoder.close();
        demuxer.close();
    }
}
