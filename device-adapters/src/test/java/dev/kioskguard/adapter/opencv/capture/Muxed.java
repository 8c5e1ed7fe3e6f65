package dev.kioskguard.adapter.opencv.capture;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;

import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;

/** Clips of drawn pictures at ten a second, in whatever container FFmpeg writes. */
final class Muxed {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 120;

    private Muxed() {}

    /** Writes a clip; {@code format} is FFmpeg's name of the container. */
    static Path clip(Path file, String format, int pictures) {
        var context = new AVFormatContext(null);
        done(avformat_alloc_output_context2(context, (AVOutputFormat) null, format, file.toString()));
        var out = new AVIOContext(null);
        try {
            AVStream stream = avformat_new_stream(context, null);
            stream.codecpar()
                    .codec_type(AVMEDIA_TYPE_VIDEO)
                    .codec_id(AV_CODEC_ID_MJPEG)
                    .format(AV_PIX_FMT_YUVJ420P)
                    .width(WIDTH)
                    .height(HEIGHT);
            stream.time_base(av_make_q(1, 10));
            done(avio_open(out, file.toString(), AVIO_FLAG_WRITE));
            context.pb(out);
            done(avformat_write_header(context, (AVDictionary) null));
            for (int i = 0; i < pictures; i++) {
                write(context, stream, i);
            }
            done(av_write_trailer(context));
        } finally {
            avio_closep(out);
            avformat_free_context(context);
        }
        return file;
    }

    private static void write(AVFormatContext context, AVStream stream, int number) {
        byte[] jpeg = Drawn.jpeg(WIDTH, HEIGHT, number % 32);
        AVPacket packet = av_packet_alloc();
        done(av_new_packet(packet, jpeg.length));
        packet.data().put(jpeg, 0, jpeg.length);
        packet.pts(number).dts(number).duration(1).flags(AV_PKT_FLAG_KEY).stream_index(0);
        av_packet_rescale_ts(packet, av_make_q(1, 10), stream.time_base());
        done(av_interleaved_write_frame(context, packet));
        av_packet_free(packet);
    }

    private static void done(int result) {
        if (result < 0) {
            throw new AssertionError("FFmpeg says " + result);
        }
    }
}
