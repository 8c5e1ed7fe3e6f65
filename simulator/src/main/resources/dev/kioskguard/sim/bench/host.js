/** The bank's side: transfers that arrived, and the two things a thief would try with a clearance. */

import { submittedTransfer } from './controls.js';

const STATUSES = {
  paid: '已付 paid', pending: '待付 pending', cancelled: '已撤销 cancelled', refused: '已拒绝 refused',
};
let shown = '';

export function showHost(host, act) {
  const now = JSON.stringify(host);
  if (now === shown) {
    return;
  }
  shown = now;
  const attempts = Array.isArray(host.attempts) ? host.attempts.length : host.attempts;
  document.getElementById('attempts').textContent = `提交次数 attempts: ${attempts ?? 0}`;
  const rows = (host.transfers ?? []).map((transfer) => row(transfer, act));
  document.getElementById('host').replaceChildren(...(rows.length > 0 ? rows.reverse() : [nothing()]));
}

function row(transfer, act) {
  const { transferId, clearance, status, payAt } = transfer;
  const line = document.createElement('tr');
  line.className = status;
  const pays = payAt ? new Date(payAt).toLocaleString('zh-CN', { hour12: false }) : '';
  line.append(cell(transferId), cell(STATUSES[status] ?? status), cell(pays));
  const tries = document.createElement('td');
  if (status === 'pending') {
    tries.append(button('撤销', 'cancel', () => act('撤销 cancel', '/sim/host/cancel', { transferId })));
  }
  if (clearance) {
    const again = (what, body) => act(what, '/sim/host/submit', { clearance, transfer: body });
    tries.append(
      button('再交一次', 'submit again', () => again('再交一次 submit again', submittedTransfer(transferId))),
      button('改金额再交', 'changed amount', () =>
        again('改金额再交 changed amount', withChangedAmount(submittedTransfer(transferId)))),
    );
  }
  line.append(tries);
  return line;
}

function withChangedAmount(transfer) {
  return { ...transfer, amount: { ...transfer.amount, minor: transfer.amount.minor + 100 } };
}

function nothing() {
  const line = document.createElement('tr');
  const only = cell('还没有 nothing yet');
  only.colSpan = 4;
  line.append(only);
  return line;
}

function cell(text) {
  const node = document.createElement('td');
  node.textContent = text ?? '';
  return node;
}

function button(label, english, press) {
  const node = document.createElement('button');
  node.type = 'button';
  const small = document.createElement('small');
  small.lang = 'en';
  small.textContent = english;
  node.append(label, ' ', small);
  node.addEventListener('click', press);
  return node;
}
