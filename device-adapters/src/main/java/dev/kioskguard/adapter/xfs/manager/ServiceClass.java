package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.header.Cam;
import dev.kioskguard.adapter.xfs.header.Idc;
import dev.kioskguard.adapter.xfs.header.Pin;
import dev.kioskguard.adapter.xfs.header.Siu;

/** A kind of service that the binding speaks, by the standard's letters. */
public enum ServiceClass {
    IDC(Api.WFS_SERVICE_CLASS_IDC, Idc.WFS_INF_IDC_STATUS, Idc.WFS_INF_IDC_CAPABILITIES),
    PIN(Api.WFS_SERVICE_CLASS_PIN, Pin.WFS_INF_PIN_STATUS, Pin.WFS_INF_PIN_CAPABILITIES),
    CAM(Api.WFS_SERVICE_CLASS_CAM, Cam.WFS_INF_CAM_STATUS, Cam.WFS_INF_CAM_CAPABILITIES),
    SIU(Api.WFS_SERVICE_CLASS_SIU, Siu.WFS_INF_SIU_STATUS, Siu.WFS_INF_SIU_CAPABILITIES);

    private final int number;
    private final int statusCategory;
    private final int capabilitiesCategory;

    ServiceClass(int number, int statusCategory, int capabilitiesCategory) {
        this.number = number;
        this.statusCategory = statusCategory;
        this.capabilitiesCategory = capabilitiesCategory;
    }

    int number() {
        return number;
    }

    int statusCategory() {
        return statusCategory;
    }

    int capabilitiesCategory() {
        return capabilitiesCategory;
    }

    /** Returns the structure that the status comes in. */
    public String statusStruct() {
        return "WFS" + name() + "STATUS";
    }

    /** Returns the structure that the capabilities come in. */
    public String capabilitiesStruct() {
        return "WFS" + name() + "CAPS";
    }
}
