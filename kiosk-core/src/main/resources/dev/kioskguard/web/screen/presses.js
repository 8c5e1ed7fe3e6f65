/** Whether a press is the one before it once more: the same place of the glass, or the same key, within a moment. */

/** The guard counts the keys of the terminal the same way. */
const SAME_PRESS_MS = 1500;

export class Presses {
  #last = null;

  /** Says whether a press of a button repeats the last one; on the same button it does so wherever that stands. */
  isRepeated(event, button) {
    const last = this.#last;
    return last !== null && performance.now() - last.at < SAME_PRESS_MS
      && (last.button === button || samePlace(last, placeOf(event, button), button));
  }

  /** Says whether the very button was pressed a moment ago, which another screen cannot have brought. */
  isOn(button) {
    return this.#last?.button === button && performance.now() - this.#last.at < SAME_PRESS_MS;
  }

  note(event, button) {
    this.#last = { at: performance.now(), button, ...placeOf(event, button) };
  }
}

/** A finger or a mouse has a place; a press that came from a key is told by what stands on the key. */
function placeOf(event, button) {
  const touched = Boolean(event.pointerType);
  return touched
    ? { x: event.clientX, y: event.clientY }
    : { key: (button.querySelector('.key') ?? button).textContent };
}

/** A finger never hits the same dot twice: the place is the button that now lies under the last press. */
function samePlace(last, now, button) {
  if (now.key !== undefined || last.key !== undefined) {
    return now.key === last.key;
  }
  const { left, right, top, bottom } = button.getBoundingClientRect();
  return last.x >= left && last.x <= right && last.y >= top && last.y <= bottom;
}
