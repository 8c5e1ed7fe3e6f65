/** The engineer's bench: a terminal to play with, and what the bank has got from it. */

import { fillControls } from './controls.js';
import { call, get } from './calls.js';
import { showHost } from './host.js';
import { fillKeypad, showTerminal } from './terminal.js';
import { note, noteProblem } from './log.js';

const POLL_MS = 1000;
const screen = document.getElementById('screen');
const link = document.getElementById('link');
let framed = false;
let seen = '';

async function frameScreen() {
  try {
    const { url } = await get('/sim/screen');
    screen.src = url;
    framed = true;
  } catch (problem) {
    noteProblem('屏幕 screen', problem);
  }
}

async function look() {
  if (document.visibilityState === 'visible') {
    try {
      const [terminal, host] = await Promise.all([get('/sim/terminal'), get('/sim/host')]);
      showTerminal(terminal);
      showHost(host, act);
      noteChange(terminal);
      setLink(true);
      if (!framed) {
        await frameScreen();
      }
    } catch {
      setLink(false);
      framed = false;
    }
  }
  setTimeout(look, POLL_MS);
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
look();
