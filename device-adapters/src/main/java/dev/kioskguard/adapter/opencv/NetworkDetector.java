package dev.kioskguard.adapter.opencv;

import dev.kioskguard.adapter.opencv.capture.Frame;
import dev.kioskguard.adapter.opencv.detector.Detector;
import dev.kioskguard.adapter.opencv.detector.Mark;
import dev.kioskguard.adapter.opencv.fuse.Looker;
import dev.kioskguard.adapter.opencv.fuse.Pace;
import dev.kioskguard.adapter.opencv.model.Models;
import dev.kioskguard.vision.Sighting;
import java.util.List;

/** The pinned networks and what is made of them, as a detector. */
final class NetworkDetector implements Detector {

    private final Looker looker;

    private NetworkDetector(Looker looker) {
        this.looker = looker;
    }

    /** Loads the networks of a folder. */
    static Detector open(Models models) {
        var looker = Looker.open(models);
        looker.begin(Pace.STREAM);
        return new NetworkDetector(looker);
    }

    @Override
    public Sighting look(Frame frame) {
        return looker.look(frame.number(), frame.at(), frame.pixels());
    }

    @Override
    public List<Mark> marks() {
        return looker.marks();
    }

    @Override
    public void close() {
        looker.close();
    }
}
