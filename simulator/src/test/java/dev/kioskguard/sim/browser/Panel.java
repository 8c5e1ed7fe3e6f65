package dev.kioskguard.sim.browser;

import tools.jackson.databind.node.ObjectNode;

/** A display in its real size, and how far from it the customer's eyes are. */
record Panel(String name, int width, int height, int widthMm, int heightMm, int distanceMm) {

    static final Panel SMALL = new Panel("15 inch", 1024, 768, 304, 228, 600);
    static final Panel MIDDLE = new Panel("17 inch", 1280, 1024, 338, 270, 600);
    static final Panel WIDE = new Panel("21.5 inch", 1920, 1080, 476, 268, 700);

    void tell(ObjectNode state) {
        state.putObject("panel")
                .put("widthMm", widthMm)
                .put("heightMm", heightMm)
                .put("distanceMm", distanceMm);
    }
}
