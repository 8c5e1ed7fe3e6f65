/* What the sensors and indicators of a terminal in software show. */
#ifndef SIU_H
#define SIU_H

#include "xfs_siu.h"

struct siu {
    PORTS now;
    PORTS enabled; /* 1 where a change is an event; at first nowhere */
};

/* WFSSIUCAPS: a mask of values, or WFS_SIU_AVAILABLE; 0 where there is no such port. */
extern const PORTS SIU_PORTS_OFFERED;

struct device;
struct request;
void reset_ports(struct device *device);
void enable_events(struct request *request);
void set_ports(struct request *request);
void set_port(struct request *request, WORD port_type);
/* FALSE where there is no such sensor. */
BOOL sense(struct device *device, const char *sensor, BOOL on);
/* FALSE where there is no such light; a number does too. */
BOOL light_shown(const struct device *device, const char *light, WORD *shown);
void set_muted(struct device *device, BOOL muted);

#endif
