package dev.kioskguard.adapter.opencv.capture;

import java.time.Instant;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One picture, upright, cut and masked. It belongs to whoever took it: nothing of it is kept past the call that it was
 * handed to, not even a part that shares its memory.
 *
 * @param number counted by its source from 0; numbers may be left out
 * @param at when it was taken
 * @param pixels 8-bit BGR, in native memory
 */
public record Frame(long number, Instant at, Mat pixels) {}
