package dev.kioskguard.risk;

/** Where evidence comes from. Two kinds in one visit call a person; one alone never does. */
public enum EvidenceKind {
    CAMERA,
    BEHAVIOUR,
    ANSWERS,
    HOST
}
