/** What happened at this bench, newest first. */

const LINES_MAX = 200;
const TEXT_MAX = 400;

export function note(what, answer) {
  add(what, answer === null || answer === undefined ? '' : JSON.stringify(answer), false);
}

export function noteProblem(what, problem) {
  add(what, problem.message, true);
}

function add(what, text, bad) {
  const line = document.createElement('li');
  line.classList.toggle('bad', bad);
  const time = document.createElement('time');
  time.textContent = new Date().toLocaleTimeString('zh-CN', { hour12: false });
  const subject = document.createElement('b');
  subject.textContent = bad ? `✗ ${what}` : what;
  const said = document.createElement('span');
  said.textContent = text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text;
  line.append(time, subject, said);
  const list = document.getElementById('log');
  list.prepend(line);
  while (list.children.length > LINES_MAX) {
    list.lastElementChild.remove();
  }
}
