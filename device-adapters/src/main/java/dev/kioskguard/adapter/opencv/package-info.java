/**
 * Cameras that are looked through on this machine: a camera number, a clip, a folder, an MJPEG or an RTSP stream.
 */
@NullMarked
package dev.kioskguard.adapter.opencv;

import org.jspecify.annotations.NullMarked;
