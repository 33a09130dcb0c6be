// On desk pages a letter does what a link or a box of the page does. They are off while somebody types, and for good
// where she switches them off. Without this script nothing is missing: each is a link or a box.
(() => {
  'use strict';
  const part = document.querySelector('[data-keys]');
  if (!part) return;
  const kept = 'ek-keys';
  const box = part.querySelector('input');
  let isOn = true;
  try {
    isOn = localStorage.getItem(kept) !== 'off';
  } catch {
    // A browser that keeps nothing has them on.
  }
  box.checked = isOn;
  box.addEventListener('change', () => {
    isOn = box.checked;
    try {
      localStorage.setItem(kept, isOn ? 'on' : 'off');
    } catch {
      // Then they are off on this page.
    }
  });
  part.hidden = false;

  // What a row of a list is opened by, or else ticked by.
  const rows = [...document.querySelectorAll('main tbody tr')].filter(row => row.querySelector('th a, input'));
  const here = () => rows.findIndex(row => row.contains(document.activeElement));
  const go = step => {
    const row = rows[Math.min(rows.length - 1, Math.max(0, here() + step))];
    row?.querySelector('th a, input').focus();
  };
  const does = {
    j: () => go(1),
    k: () => go(here() < 0 ? 1 : -1),
    x: () => rows[here()]?.querySelector('input')?.click(),
    i: () => location.assign(part.dataset.keys),
    s: () => {
      const words = document.querySelector('#search #words');
      if (words) words.focus();
      else location.assign(part.dataset.search);
    },
    '?': () => {
      part.querySelector('details').open = true;
      part.querySelector('summary').focus();
    },
  };
  document.addEventListener('keydown', event => {
    if (!isOn || event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !Object.hasOwn(does, event.key)) return;
    if (event.target.closest('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])')) return;
    event.preventDefault();
    does[event.key]();
  });
})();
