/**
 * Running one network on one picture, by ONNX Runtime, on the calling thread.
 */
@NullMarked
package dev.kioskguard.adapter.opencv.infer;

import org.jspecify.annotations.NullMarked;
