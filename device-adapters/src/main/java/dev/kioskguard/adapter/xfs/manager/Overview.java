package dev.kioskguard.adapter.xfs.manager;

import dev.kioskguard.adapter.xfs.header.Api;
import dev.kioskguard.adapter.xfs.header.Version;
import dev.kioskguard.adapter.xfs.library.Msxfs;
import dev.kioskguard.adapter.xfs.library.NativeLibraries;
import dev.kioskguard.adapter.xfs.library.XfsCheck;
import dev.kioskguard.adapter.xfs.memory.NativeStruct;
import dev.kioskguard.adapter.xfs.memory.StructView;
import dev.kioskguard.device.DeviceException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * What a manager says of itself and of its terminal, without a service being opened. Immutable.
 *
 * @param agreed the version that it speaks with us
 * @param lowest of the versions that it knows
 * @param highest of the versions that it knows
 * @param systemStatus in the vendor's own words
 * @param services empty where they cannot be read
 * @param unread why the services cannot be read; empty where they can
 */
public record Overview(
        Version agreed,
        Version lowest,
        Version highest,
        String description,
        String systemStatus,
        List<LogicalService> services,
        String unread) {

    public Overview {
        services = List.copyOf(services);
    }

    /**
     * Looks, in the manager's turn among everything else that is asked of it. It is started for that where nobody has
     * it started, and left again. Fails with {@link DeviceException} where there is none, or none that we can speak to.
     */
    public static CompletableFuture<Overview> of(XfsManager manager) {
        return CompletableFuture.supplyAsync(() -> look(manager), manager.environment()::run);
    }

    private static Overview look(XfsManager manager) {
        Environment environment = manager.environment();
        Msxfs xfs =
                NativeLibraries.load(environment.library(), environment.crash()).xfs();
        NativeStruct version =
                new NativeStruct(manager.memory(), manager.header(Version.V3_30).struct("WFSVERSION"));
        int code = xfs.WFSStartUp(Version.range(Version.V3_00, Version.V3_30), version.pointer());
        if (code == Api.WFS_SUCCESS) {
            int unused = xfs.WFSCleanUp();
        } else if (code != Api.WFS_ERR_ALREADY_STARTED) {
            throw XfsCheck.failure("WFSStartUp", code);
        }
        try {
            return told(version.view(), services(environment), "");
        } catch (DeviceException e) {
            return told(version.view(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static List<LogicalService> services(Environment environment) {
        return NativeLibraries.configuration(environment.library(), environment.crash())
                .map(LogicalServices::read)
                .orElseThrow(() -> new DeviceException(
                        DeviceException.Fault.UNSUPPORTED, "WFMOpenKey", "neither the manager nor xfs_conf has it"));
    }

    private static Overview told(StructView version, List<LogicalService> services, String unread) {
        return new Overview(
                Version.ofWord(version.number("wVersion")),
                Version.ofWord(version.number("wLowVersion")),
                Version.ofWord(version.number("wHighVersion")),
                version.chars("szDescription"),
                version.chars("szSystemStatus"),
                services,
                unread);
    }
}
