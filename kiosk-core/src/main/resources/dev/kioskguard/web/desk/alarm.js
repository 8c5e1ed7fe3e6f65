/** Loud while somebody waits for the person at this desk, and silent otherwise. */

const NOTES_HZ = [740, 988, 740];
const NOTE_S = 0.22;
const LOUDNESS = 0.6;
const VIBRATION_MS = [400, 150, 400];
const RING_EVERY_MS = 4_000;
const QUIET_TITLE = '大堂经理台';

let sound = null;
let ringing = null;
let waiting = [];
let told = new Set();

/** Browsers let a page sound and notify only after a touch: call this on one. */
export function allow() {
  try {
    sound ??= new AudioContext();
    sound.resume().catch(() => {});
  } catch {
    // Without a sound device vibration, title and notification have to do.
  }
}

/** Returns whether asking for notifications would still change anything. */
export const mayAsk = () => 'Notification' in globalThis && Notification.permission === 'default';

export const ask = () => Notification.requestPermission();

/** Rings as long as any page is in the list; a page rings anew once it calls another level. */
export function ringFor(pages) {
  waiting = pages;
  document.title = pages.length ? `(${pages.length}) 请到 ${pages[0].machine}` : QUIET_TITLE;
  pages.forEach(notify);
  if (!pages.length) {
    clearInterval(ringing);
    ringing = null;
    told = new Set();
  } else if (ringing === null) {
    ring();
    ringing = setInterval(ring, RING_EVERY_MS);
  }
}

function ring() {
  navigator.vibrate?.(VIBRATION_MS);
  document.title = document.title.startsWith('(') ? `请到 ${waiting[0].machine}` : `(${waiting.length}) 请到 ${waiting[0].machine}`;
  if (sound?.state === 'running') {
    NOTES_HZ.forEach((hertz, i) => note(hertz, sound.currentTime + i * NOTE_S));
  }
}

function note(hertz, at) {
  const volume = new GainNode(sound, { gain: LOUDNESS });
  volume.gain.setTargetAtTime(0, at + NOTE_S / 2, NOTE_S / 6);
  const tone = new OscillatorNode(sound, { frequency: hertz });
  tone.connect(volume).connect(sound.destination);
  tone.start(at);
  tone.stop(at + NOTE_S);
}

function notify(page) {
  const occasion = `${page.id} ${page.level}`;
  if (told.has(occasion) || document.visibilityState === 'visible'
      || !('Notification' in globalThis) || Notification.permission !== 'granted') {
    return;
  }
  told.add(occasion);
  const body = page.reasons.map((reason) => reason.zh).join('；');
  const shown = new Notification(`请到 ${page.machine}`, { body, tag: page.id, requireInteraction: true });
  shown.onclick = () => globalThis.focus();
}
