/** What close-outs have left to be looked through: read here, finished elsewhere. */

import { send } from '/desk/api.js';

const PARTS = { case: '案例卡 Case card', story: '故事 Story' };

const byId = (id) => document.getElementById(id);

/** Shows the drafts to whoever reads them, at the desk where they lie. */
export function offer(me) {
  const drafts = byId('drafts');
  drafts.hidden = !me?.may.includes('draft');
  if (drafts.hidden) {
    drafts.open = false;
    byId('draft-list').replaceChildren();
  }
}

byId('drafts').addEventListener('toggle', async () => {
  if (!byId('drafts').open) {
    return;
  }
  const said = byId('drafts-said');
  try {
    const { drafts, full } = await send('GET', '/desk/drafts');
    said.textContent = full
      ? '草稿已满，请先请工程师取出 Full: have the engineer take some out'
      : drafts.length ? '' : '还没有草稿 No drafts yet';
    byId('draft-list').replaceChildren(...drafts.map(item));
  } catch (refused) {
    said.textContent = refused.message;
  }
});

function item(id) {
  const line = document.createElement('li');
  const draft = document.createElement('details');
  draft.append(Object.assign(document.createElement('summary'), { textContent: id }));
  draft.addEventListener('toggle', () => {
    if (draft.open && draft.childElementCount === 1) {
      read(id, draft);
    }
  });
  line.append(draft);
  return line;
}

async function read(id, draft) {
  try {
    const found = await send('GET', `/desk/drafts/${encodeURIComponent(id)}`);
    Object.entries(PARTS).filter(([part]) => found[part]).forEach(([part, name]) => draft.append(
      Object.assign(document.createElement('h3'), { textContent: name }),
      Object.assign(document.createElement('pre'), { textContent: found[part] })));
  } catch (refused) {
    draft.append(Object.assign(document.createElement('p'), { textContent: refused.message }));
  }
}
