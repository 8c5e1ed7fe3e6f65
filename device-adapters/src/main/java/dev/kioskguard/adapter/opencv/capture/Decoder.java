package dev.kioskguard.adapter.opencv.capture;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import dev.kioskguard.device.DeviceStatus.State;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/** Packets to pictures, on the calling thread. A picture that came damaged is left out, like one that never came. */
final class Decoder implements AutoCloseable {

    // The binding leaves both out: AV_FRAME_FLAG_CORRUPT, AV_EF_EXPLODE (what is damaged fails at once).
    private static final int CORRUPT = 1;
    private static final int EXPLODE = 1 << 3;

    private final AVCodecContext context;
    private final AVFrame picture = av_frame_alloc();

    Decoder(AVStream video) throws SourceException {
        AVCodec codec = avcodec_find_decoder(video.codecpar().codec_id());
        if (codec == null) {
            av_frame_free(picture);
            throw new SourceException(State.HARDWARE_ERROR, "the video is of a kind that cannot be decoded here");
        }
        context = avcodec_alloc_context3(codec);
        avcodec_parameters_to_context(context, video.codecpar());
        context.thread_count(1);
        context.err_recognition(EXPLODE);
        context.max_pixels(Source.PIXELS_MAX);
        if (avcodec_open2(context, codec, (AVDictionary) null) < 0) {
            close();
            throw new SourceException(
                    State.HARDWARE_ERROR,
                    "its decoder refuses it, or its pictures are larger than %d pixels".formatted(Source.PIXELS_MAX));
        }
    }

    /** Hands a packet in; null says that no more come. Returns whether it could be made anything of. */
    boolean put(@Nullable AVPacket packet) {
        return avcodec_send_packet(context, packet) >= 0;
    }

    /** Returns the next whole picture, valid until the next call; null when another packet is needed first. */
    @Nullable
    AVFrame next() {
        while (avcodec_receive_frame(context, picture) >= 0) {
            if ((picture.flags() & CORRUPT) == 0 && picture.decode_error_flags() == 0) {
                return picture;
            }
        }
        return null;
    }

    @Override
    public void close() {
        av_frame_free(picture);
        avcodec_free_context(context);
    }
}
