/** Short tones beside a text, for whoever does not look at the screen just now. */

const NOTES_HZ = { soonOver: [880, 660, 880], extended: [660, 880] };
const NOTE_S = 0.18;
const LOUDNESS = 0.3;

let sound = null;

/** Plays the notes of an occasion; where the browser has no sound the text has to do. */
export async function chime(occasion) {
  try {
    sound ??= new AudioContext();
    await sound.resume();
    NOTES_HZ[occasion].forEach((hertz, i) => note(hertz, sound.currentTime + i * NOTE_S));
  } catch {
    // Without a sound device there is nothing to play on.
  }
}

function note(hertz, at) {
  const volume = new GainNode(sound, { gain: LOUDNESS });
  // A tone that is cut off clicks; this one fades.
  volume.gain.setTargetAtTime(0, at + NOTE_S / 2, NOTE_S / 6);
  const tone = new OscillatorNode(sound, { frequency: hertz });
  tone.connect(volume).connect(sound.destination);
  tone.start(at);
  tone.stop(at + NOTE_S);
}
