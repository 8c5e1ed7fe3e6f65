/* Service class CAM: a camera that puts pictures into files, as 3.30 lets it, or keeps them to itself. */
#include "manager.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PICTURES_HIGH 90
#define PICTURES_MAX 100

static void reset(struct device *device) { device->is.cam = (struct cam){0}; }

BOOL set_scene(struct device *device, const char *hex) {
    size_t most = strlen(hex) / 2;
    BYTE *scene = malloc(most > 0 ? most : 1);
    if (!scene) return FALSE;
    free(device->is.cam.scene);
    device->is.cam.scene = scene;
    device->is.cam.scene_bytes = bytes_of(hex, scene, most);
    return TRUE;
}

void forget_scene(struct device *device) {
    free(device->is.cam.scene);
    device->is.cam = (struct cam){0};
}

static WORD media_of(USHORT pictures) {
    if (pictures >= PICTURES_MAX) return WFS_CAM_MEDIAFULL;
    return pictures >= PICTURES_HIGH ? WFS_CAM_MEDIAHIGH : WFS_CAM_MEDIAOK;
}

static BOOL is_there(WORD camera) { return camera == WFS_CAM_ROOM || camera == WFS_CAM_PERSON; }

static void status(struct request *request) {
    struct cam *cam = &request->device->is.cam;
    WORD state = state_of(request->device);
    WFSCAMSTATUS full = {.fwDevice = state};
    for (WORD i = 0; i < WFS_CAM_CAMERAS_SIZE; i++) {
        full.fwMedia[i] = is_there(i) ? media_of(cam->pictures[i]) : WFS_CAM_MEDIANOTSUPP;
        full.fwCameras[i] = !is_there(i)                     ? WFS_CAM_CAMNOTSUPP
                            : state == WFS_STAT_DEVHWERROR ? WFS_CAM_CAMINOP
                                                           : WFS_CAM_CAMOK;
        full.usPictures[i] = cam->pictures[i];
    }
    size_t old = offsetof(WFSCAMSTATUS, wAntiFraudModule);
    struct parcel *parcel = new_parcel();
    WFSCAMSTATUS *given = copied(parcel, &full, request->session->version < VERSION(3, 30) ? old : sizeof full);
    given->lpszExtra = extra(parcel, "simulated=yes");
    complete(request, WFS_SUCCESS, parcel);
}

static void capabilities(struct request *request) {
    WFSCAMCAPS full = {
        .wClass = WFS_SERVICE_CLASS_CAM,
        .fwType = WFS_CAM_TYPE_CAM,
        .fwCameras = {WFS_CAM_AVAILABLE, WFS_CAM_AVAILABLE},
        .usMaxPictures = PICTURES_MAX,
        .fwCamData = WFS_CAM_NOTADD,
        .fwCharSupport = WFS_CAM_ASCII,
        .bPictureFile = TRUE,
    };
    size_t old = offsetof(WFSCAMCAPS, bPictureFile);
    struct parcel *parcel = new_parcel();
    WFSCAMCAPS *given = copied(parcel, &full, request->session->version < VERSION(3, 30) ? old : sizeof full);
    given->lpszExtra = extra(parcel, "simulated=yes");
    complete(request, WFS_SUCCESS, parcel);
}

static void info(struct request *request) {
    switch (request->code) {
        case WFS_INF_CAM_STATUS: return status(request);
        case WFS_INF_CAM_CAPABILITIES: return capabilities(request);
        default: return complete(request, WFS_ERR_UNSUPP_CATEGORY, NULL);
    }
}

static void fill_media(struct parcel *parcel, const struct session *session, const void *with) {
    (void)session;
    copied(parcel, with, sizeof(WORD));
}

static void take_picture(struct request *request) {
    const WFSCAMTAKEPICT *wanted = request->data;
    if (!wanted) return complete(request, WFS_ERR_INVALID_DATA, NULL);
    if (!is_there(wanted->wCamera)) return complete(request, WFS_ERR_CAM_CAMNOTSUPP, NULL);
    USHORT *pictures = &request->device->is.cam.pictures[wanted->wCamera];
    WORD before = media_of(*pictures);
    if (before == WFS_CAM_MEDIAFULL) return complete(request, WFS_ERR_CAM_MEDIAFULL, NULL);
    WORD after = media_of(++*pictures);
    if (after != before) device_event(request->device, USER_EVENTS, WFS_USRE_CAM_MEDIATHRESHOLD, fill_media, &after);
    complete(request, WFS_SUCCESS, NULL);
}

static BOOL written(const struct cam *cam, const char *path) {
    FILE *file = fopen(path, "wb");
    if (!file) return FALSE;
    BOOL whole = fwrite(cam->scene, 1, cam->scene_bytes, file) == cam->scene_bytes;
    return fclose(file) == 0 && whole;
}

static void take_picture_into_file(struct request *request) {
    const WFSCAMTAKEPICTEX *wanted = request->data;
    const struct cam *cam = &request->device->is.cam;
    if (request->session->version < VERSION(3, 30)) return complete(request, WFS_ERR_UNSUPP_COMMAND, NULL);
    if (!wanted || !wanted->lpszPictureFile) return complete(request, WFS_ERR_INVALID_DATA, NULL);
    if (!is_there(wanted->wCamera)) return complete(request, WFS_ERR_CAM_CAMNOTSUPP, NULL);
    BOOL has = cam->scene_bytes > 0 && written(cam, wanted->lpszPictureFile);
    complete(request, has ? WFS_SUCCESS : WFS_ERR_CAM_FILEIOERROR, NULL);
}

static void execute(struct request *request) {
    switch (request->code) {
        case WFS_CMD_CAM_TAKE_PICTURE: return take_picture(request);
        case WFS_CMD_CAM_TAKE_PICTURE_EX: return take_picture_into_file(request);
        case WFS_CMD_CAM_RESET:
            memset(request->device->is.cam.pictures, 0, sizeof request->device->is.cam.pictures);
            return complete(request, WFS_SUCCESS, NULL);
        default: return complete(request, WFS_ERR_UNSUPP_COMMAND, NULL);
    }
}

/* Tells how full the media is: a number that counts, modulo 65,536. */
static void storm(struct device *device, unsigned n) {
    WORD counted = (WORD)n;
    device_event(device, USER_EVENTS, WFS_USRE_CAM_MEDIATHRESHOLD, fill_media, &counted);
}

const struct service_class CAM = {"CAM", WFS_SERVICE_CLASS_CAM, 1000, reset, info, execute, storm};
