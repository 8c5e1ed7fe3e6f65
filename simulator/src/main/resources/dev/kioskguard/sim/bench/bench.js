/** The engineer's bench: a terminal to play with, and what the bank has got from it. */

import { fillControls } from './controls.js';
import { call, get } from './calls.js';
import { fillDesk, showDesk } from './desk.js';
import { fillWebcam, showCamera } from './camera.js';
import { showHost } from './host.js';
import { fillKeypad, showTerminal } from './terminal.js';
import { note, noteProblem } from './log.js';

const RETRY_MS = 2000;
const screen = document.getElementById('screen');
const link = document.getElementById('link');
let seen = '';

/** Frames the customer's screen anew. A terminal that stands alone has none, which is no fault of anybody's. */
async function frameScreen() {
  try {
    const { url } = await get('/sim/screen');
    screen.src = url;
  } catch (problem) {
    noteProblem('屏幕 screen', problem);
  }
}

function listen() {
  const source = new EventSource('/sim/events');
  source.addEventListener('open', () => {
    setLink(true);
    frameScreen();
  });
  source.addEventListener('terminal', (event) => {
    const terminal = JSON.parse(event.data);
    showTerminal(terminal);
    noteChange(terminal);
  });
  source.addEventListener('camera', (event) => showCamera(JSON.parse(event.data)));
  source.addEventListener('desk', (event) => showDesk(JSON.parse(event.data)));
  source.addEventListener('host', (event) => showHost(JSON.parse(event.data), act));
  source.addEventListener('error', () => {
    setLink(false);
    // A browser reconnects by itself after a broken line, but never after a refusal.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(listen, RETRY_MS);
    }
  });
}

/** Does one thing to the simulated world, writes down how it went, and shows what has come of it. */
async function act(what, path, body) {
  try {
    const answer = await call('POST', path, body);
    note(what, answer);
    return answer;
  } catch (problem) {
    noteProblem(what, problem);
    return null;
  }
}

function noteChange(terminal) {
  const now = JSON.stringify(terminal);
  if (now !== seen && seen !== '') {
    note('终端 terminal', terminal);
  }
  seen = now;
}

function setLink(up) {
  link.classList.toggle('down', !up);
  link.replaceChildren(up ? '已连接 ' : '没有连接，正在重试 ', small(up ? 'connected' : 'not connected, trying again'));
}

function small(text) {
  const node = document.createElement('small');
  node.lang = 'en';
  node.textContent = text;
  return node;
}

// The page in the frame cannot get itself a new ticket after a restart of the guard.
addEventListener('message', (event) => {
  if (event.source === screen.contentWindow && event.data === 'screen-ticket-wanted') {
    frameScreen();
  }
});

fillKeypad(act);
fillControls(act);
fillDesk(act);
fillWebcam(act);
listen();
