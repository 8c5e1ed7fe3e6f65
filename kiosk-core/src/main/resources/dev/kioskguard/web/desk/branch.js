/** The machines of a branch, where one desk is for all of them: which are here, which are lost, and whether it hears them. */

const STATES = {
  here: '在线 Here', gone: '失联，请到机器旁查看 Lost; go and look', stopped: '已停机 Stopped',
  silent: '没有消息 Silent', unknown: '等待消息 Not heard yet',
};
const BECAUSE = {
  'clock-jumped': '时钟不对 Clock', 'screen-missing': '客户屏幕不在 Screen', 'speaker-mute': '没有声音 Speaker',
};
/** Not to be reached: what is said to one of these is not heard. */
const LOST = new Set(['gone', 'stopped', 'silent']);

const byId = (id) => document.getElementById(id);
let states = new Map();

/** Shows how machines and line are; null where nobody may see it any more. */
export function tell(branch) {
  states = new Map((branch?.machines ?? []).map((machine) => [machine.machine, machine.state]));
  byId('branch').hidden = !branch;
  const down = branch ? !branch.line.up : false;
  byId('machines').replaceChildren(...(branch?.machines ?? []).map((machine) => line(machine, down)));
  byId('line').hidden = !down;
  if (down) {
    const since = new Date(branch.line.since).toLocaleTimeString('zh-CN');
    byId('line').firstElementChild.textContent = `与机器的线路中断，自 ${since} 起的呼叫可能看不到；请到机器旁查看`;
  }
  byId('no-machine').hidden = states.size > 0;
  mark();
}

/** Whether a branch is shown here. */
export const isShown = () => !byId('branch').hidden;

/** Says beside each page that is not over whether its machine can be reached. */
export function mark() {
  document.querySelectorAll('article[data-id]').forEach((article) => {
    const state = states.get(article.dataset.machine);
    article.querySelector('.lost').hidden = !LOST.has(state) || article.dataset.state === 'resolved';
  });
}

function line(machine, down) {
  const item = document.createElement('li');
  item.dataset.state = machine.state;
  const name = Object.assign(document.createElement('strong'), { textContent: machine.machine });
  const heard = new Date(machine.heard).toLocaleTimeString('zh-CN');
  const why = machine.transfersRefusedBecause.map((code) => BECAUSE[code] ?? code);
  const words = [`${down ? '中断前 Before: ' : ''}${STATES[machine.state] ?? machine.state}`];
  if (down || machine.state !== 'here') {
    item.dataset.state = down ? 'unknown' : machine.state;
    words.push(`最后消息 last ${heard}`);
  } else if (why.length) {
    words.push(`不办理转账 No transfers: ${why.join('、')}`);
    item.dataset.state = 'refusing';
  }
  item.append(name, words.join(' · '));
  return item;
}
