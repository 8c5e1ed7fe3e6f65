/* What a camera in software sees. */
#ifndef CAM_H
#define CAM_H

#include "xfs_cam.h"

struct cam {
    BYTE *scene; /* an encoded picture */
    size_t scene_bytes;
    USHORT pictures[WFS_CAM_CAMERAS_SIZE];
};

struct device;
BOOL set_scene(struct device *device, const char *hex);
void forget_scene(struct device *device);

#endif
