package dev.kioskguard.sim.xfs;

/** The service classes that the manager has devices of. */
public enum ServiceClass {
    IDC,
    PIN,
    CAM,
    SIU
}
