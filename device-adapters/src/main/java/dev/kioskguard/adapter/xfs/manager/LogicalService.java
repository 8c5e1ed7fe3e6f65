package dev.kioskguard.adapter.xfs.manager;

/**
 * A logical service as the manager's configuration has it. Immutable.
 *
 * @param serviceClass by the standard's letters, such as {@code IDC}; empty where the configuration does not say
 * @param provider the key of its service provider; empty where the configuration does not say
 */
public record LogicalService(String name, String serviceClass, String provider) {}
