/** The camera's live picture with what the detector found in it, and the engineer's own webcam on its way in. */

import { SIGHTINGS } from './controls.js';

const PICTURE_EVERY_MS = 200;
const WEBCAM_EVERY_MS = 100;
const WEBCAM_WIDTH = 640;
const WEBCAM_QUALITY = 0.6;
const PICTURE_BYTES_MAX = 64 * 1024;
const SIGNALS_MAX = 50;
const JPEG = 'image/jpeg';

const live = document.getElementById('live');
const picture = document.getElementById('live-picture');
const webcam = document.getElementById('webcam');
let playing = null;
let held = new Set();
let pictures = null;
let sending = null;

/** Shows what is played, how the lens is, and what was found in the last frame that was looked at. */
export function showCamera(camera) {
  setPlaying(camera.playing ?? null);
  showMarks(camera.marks ?? []);
  document.getElementById('live-says').textContent = [
    `镜头 lens: ${camera.fault}`,
    camera.looking ? '正在看 looking' : '没有在看，转账时才看 not looking: it looks during a transfer',
    ...Object.entries(camera.scores ?? {}).map(([name, score]) => `${name} ${score === null ? '—' : score.toFixed(2)}`),
  ].join(' · ');
  noteSignals(new Set(camera.signals ?? []));
}

function setPlaying(now) {
  if (now === playing) {
    return;
  }
  playing = now;
  live.hidden = now === null;
  clearTimeout(pictures);
  if (now !== null) {
    nextPicture();
  }
  if (now !== 'webcam') {
    stopWebcam();
  }
}

/** The next picture is asked for once the last is there: asked for sooner, none would ever come on a slow machine. */
function nextPicture() {
  picture.src = `/sim/camera/picture?at=${Date.now()}`;
}

for (const done of ['load', 'error']) {
  picture.addEventListener(done, () => {
    clearTimeout(pictures);
    if (playing !== null) {
      pictures = setTimeout(nextPicture, PICTURE_EVERY_MS);
    }
  });
}

function showMarks(marks) {
  document.getElementById('live-marks').replaceChildren(...marks.map((mark) => {
    const box = document.createElement('span');
    box.className = mark.width === 0 ? 'point' : '';
    box.style.left = `${mark.left * 100}%`;
    box.style.top = `${mark.top * 100}%`;
    if (mark.width > 0) {
      box.style.width = `${mark.width * 100}%`;
      box.style.height = `${mark.height * 100}%`;
      const name = document.createElement('b');
      name.textContent = `${mark.what} ${mark.score.toFixed(2)}`;
      box.append(name);
    }
    return box;
  }));
}

function noteSignals(now) {
  const list = document.getElementById('live-signals');
  const changes = [
    ...[...now].filter((signal) => !held.has(signal)).map((signal) => [signal, '开始 begins']),
    ...[...held].filter((signal) => !now.has(signal)).map((signal) => [signal, '结束 ends']),
  ];
  for (const [signal, what] of changes) {
    const line = document.createElement('li');
    line.textContent = `${new Date().toLocaleTimeString('zh-CN')} ${SIGHTINGS[signal] ?? ''} ${signal} ${what}`;
    list.prepend(line);
  }
  while (list.children.length > SIGNALS_MAX) {
    list.lastChild.remove();
  }
  held = now;
}

/** Lets the engineer be the customer: pictures go to the simulator on this machine and nowhere else. */
export function fillWebcam(act) {
  webcam.addEventListener('click', async () => {
    if (sending) {
      stopWebcam();
      return;
    }
    await act('摄像头 webcam', '/sim/camera', { play: 'webcam' });
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ video: { width: WEBCAM_WIDTH } });
      const video = Object.assign(document.createElement('video'), { srcObject: stream, muted: true });
      await video.play();
      sending = { stream, timer: setInterval(() => send(video), WEBCAM_EVERY_MS), busy: false };
      webcam.setAttribute('aria-pressed', 'true');
    } catch (problem) {
      document.getElementById('live-says').textContent = `摄像头打不开 no webcam: ${problem.message}`;
    }
  });
}

/** One picture at a time: what the simulator has not taken yet is not overtaken by a queue. */
async function send(video) {
  if (!sending || sending.busy) {
    return;
  }
  sending.busy = true;
  try {
    const canvas = document.createElement('canvas');
    canvas.width = WEBCAM_WIDTH;
    canvas.height = Math.round((video.videoHeight / video.videoWidth) * WEBCAM_WIDTH);
    canvas.getContext('2d').drawImage(video, 0, 0, canvas.width, canvas.height);
    const body = await new Promise((done) => { canvas.toBlob(done, JPEG, WEBCAM_QUALITY); });
    if (body && body.size <= PICTURE_BYTES_MAX) {
      await fetch('/sim/camera/pictures', { method: 'POST', headers: { 'Content-Type': JPEG }, body });
    }
  } finally {
    if (sending) {
      sending.busy = false;
    }
  }
}

function stopWebcam() {
  if (sending) {
    clearInterval(sending.timer);
    sending.stream.getTracks().forEach((track) => track.stop());
    sending = null;
    webcam.setAttribute('aria-pressed', 'false');
  }
}
