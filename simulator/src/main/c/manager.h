/* What the parts of the manager know of each other. All of it is touched under the one lock, see platform.h. */
#ifndef MANAGER_H
#define MANAGER_H

#include "cam.h"
#include "hostile.h"
#include "idc.h"
#include "pin.h"
#include "results.h"
#include "siu.h"
#include "xfs.h"

enum { NAME_CHARS_MAX = 32, DEVICES_MAX = 16, SESSIONS_MAX = 256, REGISTRATIONS_MAX = 256, REQUESTS_MAX = 4096 };

/* Versions are compared as major * 256 + minor; the standard writes the two bytes the other way round. */
#define VERSION(major, minor) ((WORD)((major)*256 + (minor)))
#define LOWEST_VERSION VERSION(3, 0)
#define HIGHEST_VERSION VERSION(3, 30)
WORD swapped(WORD version);

/* --- services.c: devices and the sessions on them --------------------------------------------------- */

enum fault { FAULT_NONE, FAULT_DEAD, FAULT_SLOW, FAULT_MUTE, FAULT_OFFLINE, FAULT_DEAF };

struct request;
struct device;

struct service_class {
    const char *name;
    WORD number;
    WORD first_code; /* of its categories and commands; they end 99 later */
    void (*reset)(struct device *device);
    void (*info)(struct request *request);
    void (*execute)(struct request *request);
    /* Tells the nth of many events. */
    void (*storm)(struct device *device, unsigned n);
};
extern const struct service_class IDC, PIN, CAM, SIU;

struct device {
    char name[NAME_CHARS_MAX + 1];
    const struct service_class *class;
    WORD highest;
    enum fault fault;
    BOOL killed;
    BOOL crashes; /* at its next question or command, within the call */
    WORD agrees;  /* on this version whatever was asked for; 0: as it should */
    int64_t delay_ms;
    unsigned storm_left, storm_told;
    struct request *running;
    struct session *owner;
    struct hostility hostility;
    union {
        struct idc idc;
        struct pin pin;
        struct cam cam;
        struct siu siu;
    } is;
};

struct session {
    HSERVICE handle; /* 0: not in use */
    struct device *device;
    WORD version;
    BOOL closing;
    char app_id[NAME_CHARS_MAX + 1];
};

struct device *device_named(const char *name);
struct device *device_number(int index); /* NULL behind the last */
struct device *the_manager(void);        /* stands for the device of handle 0 */
struct device *define_device(const char *name, const char *class_name, WORD highest);
void default_devices(void);
WORD state_of(const struct device *device); /* WFS_STAT_DEV… */
struct session *session_of(HSERVICE handle); /* NULL where there is none, or it is being closed */
struct session *new_session(struct device *device, WORD version, const char *app_id);
void end_session(struct session *session);
void end_all_sessions(void);

/* --- events.c ------------------------------------------------------------------------------------- */

HRESULT add_registration(HSERVICE session, DWORD classes, HWND window);
HRESULT remove_registration(HSERVICE session, DWORD classes, HWND window);
void remove_registrations_of(HSERVICE session);
void remove_all_registrations(void);
/* Each window gets a parcel of its own, filled by this; with may be NULL. */
typedef void (*filler)(struct parcel *parcel, const struct session *session, const void *with);
/* To whoever runs the request, and to nobody where it has not registered. */
void execute_event(struct request *request, DWORD id, filler fill, const void *with);
/* To all sessions of the device that have registered for the class. */
void device_event(struct device *device, DWORD class, DWORD id, filler fill, const void *with);
void device_status_event(struct device *device);
void hardware_error_event(struct device *device);
void provider_died_event(struct device *device);
void lock_requested_event(struct device *device);

/* --- requests.c: each gets exactly one completion --------------------------------------------------- */

struct waiter {
    struct request *request; /* NULL when it is done */
    HRESULT result;
    LPWFSRESULT handed; /* NULL where the call has no result to give */
    DWORD thread;
};

struct request {
    struct request *next;
    REQUESTID id;
    UINT message; /* of its completion */
    DWORD code;   /* category or command */
    struct session *session;
    HSERVICE handle;
    struct device *device;
    HWND window;
    struct waiter *waiter; /* of a blocking call, which has no window */
    const void *data;      /* the caller's memory, read until the completion and never copied */
    int64_t deadline, due; /* 0: none */
    BOOL started, cancelled, asked;
    HWND registered; /* of WFSRegister and WFSDeregister */
    DWORD classes;
    LPWFSVERSION service_version, provider_version; /* of WFSOpen, written when it is carried out */
    DWORD versions;
};

/* Puts a request behind all others and goes on with what can be done at once, this request perhaps included. */
HRESULT issue(struct request request, DWORD timeout_ms, LPREQUESTID id);
/* The one place where a request ends. The parcel may be NULL. */
void complete(struct request *request, HRESULT result, struct parcel *parcel);
HRESULT cancel(HSERVICE session, REQUESTID id);
BOOL cancel_waiting(DWORD thread);
struct request *request_with(REQUESTID id);
BOOL earlier_of_session(const struct request *request);
void lose_requests(struct device *device, HRESULT result);
void drop_all_requests(void);
void begin_counting_requests_anew(void);
void describe_requests(char *into, size_t room);

/* --- turns.c -------------------------------------------------------------------------------------- */

extern struct request *first_request; /* of requests.c */
/* Does all that can be done now. Whoever changes anything calls it last. */
void advance(void);
BOOL start_worker(void);

/* --- carrying.c: what the manager does itself, and whom it gives the rest to ------------------------- */

BOOL may_start(struct request *request);
void carry_out(struct request *request);

/* --- start.c -------------------------------------------------------------------------------------- */

BOOL is_started(void);
/* Forgets sessions, registrations and requests, whose windows hear nothing of it. */
void stop_manager(void);
/* Fills in what is offered and what is agreed on; 0, too_low or too_high. */
HRESULT negotiate(DWORD required, WORD highest, LPWFSVERSION into, HRESULT too_low, HRESULT too_high);
BOOL is_app_handle(HAPP handle);

/* --- calls.c: the asynchronous calls, which blocking.c makes too --------------------------------------- */

struct request request_for(UINT message, HSERVICE handle, HWND window);
HRESULT call(struct request request, DWORD timeout_ms, LPREQUESTID id);
EXPORT HRESULT WINAPI WFSFreeResult(LPWFSRESULT result);
EXPORT BOOL WINAPI WFSIsBlocking(void);
HRESULT check_open(LPSTR name, HAPP app, LPVOID service_version, LPVOID provider_version, LPVOID handle);
HRESULT open_request(struct request *request, LPSTR name, LPSTR app_id, LPHSERVICE handle);
HRESULT check_registration(const struct request *request);
HRESULT check_code(const struct request *request);
void crash_here(void); /* as a bad driver would: writes to address 8 */

/* --- control.c, commands.c ------------------------------------------------------------------------ */

void connect_control_once(void);
/* Asks the controller; FALSE where there is none. */
BOOL ask(const char *question);
/* Tries the command that waits; whether it has been answered now. */
BOOL step_control(int64_t now);
int64_t control_due(void);
/* One command: its answer is written, or FALSE while it has to wait. */
BOOL command(const char *line, char *answer, size_t room, BOOL last_chance);
void answered(char *line);
/* Hex digits as bytes, as many as there is room for. */
size_t bytes_of(const char *hex, BYTE *into, size_t room);

#endif
