package dev.kioskguard.app.config;

import dev.kioskguard.vision.View;
import dev.kioskguard.vision.View.Region;
import dev.kioskguard.vision.View.Turn;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The section {@code camera} of a file that fits the schema; without it the whole picture is looked at. */
final class CameraSection {

    private final ConfigText text;
    private final List<String> complaints;

    private CameraSection(ConfigText text, List<String> complaints) {
        this.text = text;
        this.complaints = complaints;
    }

    /** Maps the section; what is out of range becomes a complaint and counts as left out. */
    static View map(ConfigText text, List<String> complaints) {
        return new CameraSection(text, complaints).view(text.tree().path("camera"));
    }

    private View view(JsonNode camera) {
        var masks = new ArrayList<Region>();
        JsonNode listed = camera.path("masks");
        for (int i = 0; i < listed.size(); i++) {
            masks.add(region(listed.path(i), "/camera/masks/" + i));
        }
        return new View(Turn.of(camera.path("turn").asInt(0)), region(camera.path("region"), "/camera/region"), masks);
    }

    private Region region(JsonNode part, String pointer) {
        if (part.isMissingNode()) {
            return Region.ALL;
        }
        try {
            return new Region(side(part, "left"), side(part, "top"), side(part, "width"), side(part, "height"));
        } catch (IllegalArgumentException outside) {
            complaints.add(text.complaint(
                    pointer,
                    "reaches past the picture; left and width together, and top and height, may come to 100 percent"));
            return Region.ALL;
        }
    }

    private static int side(JsonNode part, String name) {
        return part.path(name).asInt(0);
    }
}
