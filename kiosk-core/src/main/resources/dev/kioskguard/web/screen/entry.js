/** The place where a customer types: a field for the keyboard and, for digits, a pad on the screen. */

import { element, keyCap, sentence } from './parts.js';
import { say } from './words.js';

const FORMS = {
  amount: { allowed: /[^\d.]/g, lengthMax: 12, pad: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] },
  'last-four': { allowed: /\D/g, lengthMax: 4, pad: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0'] },
  surname: { allowed: /[^\p{L}]/gu, lengthMax: 8, pad: [] },
};

export function entry(typed, language) {
  const form = FORMS[typed.form] ?? FORMS.surname;
  const label = sentence('label', '', typed.label);
  const field = element('input');
  Object.assign(field, { id: 'typed', type: 'text', autocomplete: 'off', spellcheck: false, maxLength: form.lengthMax });
  field.inputMode = form.pad.length > 0 ? 'none' : 'text';
  label.htmlFor = field.id;
  field.addEventListener('input', (event) => {
    // A half-written character of an input method is not yet what the customer means.
    if (!event.isComposing) {
      field.value = field.value.replace(form.allowed, '');
    }
  });
  const erase = control('erase', keyCap('clear', language), () => {
    field.value = '';
  });
  const send = control('send', keyCap('enter', language));
  send.append(element('span', 'says', say('send', language)));
  const pad = element('div', 'pad', ...form.pad.map((digit) => digitButton(digit, field)));
  pad.append(erase);
  const box = element('div', 'entry', label, field, pad, send);
  box.dataset.form = typed.form;
  return box;
}

/** Adds a digit as the pad does; for keys that were pressed while the field had no focus. */
export function typeInto(field, digit) {
  if (field.value.length < field.maxLength) {
    field.value += digit;
  }
}

function digitButton(digit, field) {
  return control('digit', digit, () => typeInto(field, digit));
}

function control(className, label, press) {
  const button = element('button', className, label);
  button.type = 'button';
  if (press) {
    button.addEventListener('click', press);
  }
  return button;
}
