/**
 * Networks as two public formats write them down: read as TensorFlow.js keeps them, written as ONNX, the same bytes
 * each time.
 */
@NullMarked
package dev.kioskguard.adapter.opencv.model.onnx;

import org.jspecify.annotations.NullMarked;
