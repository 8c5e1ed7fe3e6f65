/** The words of a screen in blocks, so that they can follow each other where they do not fit at once. */

import { element, fieldList, sentence } from './parts.js';
import { langOf, say } from './words.js';

export function message(state, language, mode) {
  const title = sentence('h1', '', state.title);
  title.id = 'title';
  title.tabIndex = -1;
  title.dataset.part = 'text';
  const section = element('section', 'message', title, ...bodies(state.body ?? []));
  if (state.fields) {
    const fields = fieldList(state.fields, language);
    fields.lang = 'zh-CN';
    section.append(fields);
  }
  // Who wants few words wants none about somebody else.
  if (state.case && mode !== 'plain') {
    section.append(caseCard(state.case, language));
  }
  if (state.code) {
    const label = say(state.kind === 'paused' ? 'codeToGoOn' : 'codeForStaff', language);
    section.append(element('p', 'code', element('span', '', label), element('strong', '', state.code)));
  }
  section.append(turnMark());
  return section;
}

/** That there are more words than these, by dots; where nothing takes turns it is not there. */
function turnMark() {
  const mark = element('p', 'turn');
  mark.setAttribute('role', 'img');
  mark.hidden = true;
  return mark;
}

/** The lines of the body, a block for each run of lines in one language. */
function bodies(lines) {
  const blocks = [];
  for (const line of lines) {
    const paragraph = sentence('p', 'line', line);
    paragraph.dataset.part = 'text';
    if (blocks.at(-1)?.lang !== langOf(line)) {
      const block = element('div', 'body block');
      block.lang = langOf(line);
      blocks.push(block);
    }
    blocks.at(-1).append(paragraph);
  }
  return blocks;
}

/** What happened to somebody near here: where and when, by which trick, and what it cost. */
function caseCard({ place, date, trick, loss }, language) {
  const card = element('aside', 'case block');
  card.lang = langOf(trick);
  card.setAttribute('aria-label', say('caseNear', language));
  const where = element('p', 'where line', element('b', '', say('caseNear', language)), ` ${place}\u00a0· ${date}`);
  card.append(where, sentence('p', 'line', trick), sentence('p', 'loss line', loss));
  return card;
}
