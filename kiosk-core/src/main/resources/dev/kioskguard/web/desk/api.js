/** What the desk asks of the machine, and what a refusal means to the person who reads it. */

const REFUSALS = {
  'transfer-ended': '这笔转账已经结束 The transfer has ended',
  'not-held': '客户的屏幕不在等待状态，暂不能放行 Not held, so nothing to release',
  'journal-failed': '机器无法保存记录，没有执行 Not written, so not done',
  'transfer-open': '转账还在办理，请先取消或放行 Still under way; cancel or release it first',
  'not-yet-level-3': '还没有到第三级 Not at the last level yet',
  personal: '请不要写账号、卡号、电话和邮箱 Leave out numbers of accounts, cards and phones, and addresses',
  'page-open': '有真实呼叫未结束，请先处理 A real page is open; see to it first',
  'drill-runs': '演练正在进行 A drill is under way',
  'drill-step': '演练还没有到这一步，或已有人完成 Not the next step, or done by somebody',
  'staff-exists': '这个工号已登记 This staff number is taken',
  'pin-to-choose': '请先换成自己的口令 Choose a PIN of your own first',
  'passkey-refused': '这个通行密钥在这里无效，请用口令登录 This passkey does not count here; sign in with the PIN',
  'passkey-known': '这个通行密钥已经添加过 This passkey was added before',
  'passkeys-full': '每人最多五个通行密钥，请先删除一个 Five passkeys at most; remove one first',
  'challenge-over': '时间过长，请再试一次 This took too long; try again',
  'no-passkeys': '此地址不能使用通行密钥，请用口令登录 No passkeys at this address; sign in with the PIN',
  'not-counted': '机器无法保存记录，请用口令登录 It cannot be written; sign in with the PIN',
  'machine-lost': '机器失联，没有送达，请直接过去 The machine is lost; nothing was said; go there',
  'line-down': '线路中断，没有送达，请直接过去 No line; nothing was said; go there',
  'machine-away': '这台机器不在线，请到机器自己的值班台办理 Not on the line; do it at its own desk',
  'machines-away': '没有机器在线，请到各台机器自己的值班台办理 None is on the line; do it at their own desks',
  'no-answer': '机器没有答复，请看页面是否变化，或直接过去 No answer; look whether the page changes, or go there',
  'command-expired': '指令到得太晚，没有执行；请核对两边的时钟 Too late, not done; compare the clocks',
  'inbox-full': '机器繁忙，请再试一次 Busy; try again',
};

/** Sends one call; a refusal is an error with its status and code, in words for whoever is at the desk. */
export async function send(method, path, body) {
  const init = { method, cache: 'no-store' };
  if (body) {
    init.headers = { 'Content-Type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  const response = await fetch(path, init);
  const answer = response.status === 204 ? null : await response.json();
  if (!response.ok) {
    throw Object.assign(new Error(words(answer, response)), { status: response.status, code: codeOf(answer) });
  }
  return answer;
}

const codeOf = (problem) => problem.type.split(':').pop();

function words(answer, response) {
  const code = codeOf(answer);
  if (code === 'too-many') {
    const wait = response.headers.get('Retry-After') ?? '60';
    return `尝试过多，请 ${wait} 秒后再试 Too many tries; wait ${wait} seconds`;
  }
  return REFUSALS[code] ?? answer.detail;
}

export const pathOf = (page) => `/desk/pages/${encodeURIComponent(page)}`;
