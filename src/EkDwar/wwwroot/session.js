// Says five minutes before a session ends that it will, and asks for more time with one request. Without this script
// the page names the time, and what is sent too late is kept by the house.
(() => {
  'use strict';
  const bar = document.querySelector('[data-session]');
  if (!bar) return;
  const warnBefore = 5 * 60 * 1000;
  const line = bar.querySelector('p');
  const live = bar.querySelector('[role=alert]');
  let end = Date.now() + bar.dataset.seconds * 1000;
  let said = '';

  const say = what => {
    if (said === what) return;
    said = what;
    live.replaceChildren(bar.querySelector(`template[data-${what}]`).content.cloneNode(true));
    line.hidden = true;
    live.querySelector('button')?.addEventListener('click', stay);
  };

  // An image is the one request this site's policy lets a script make; the answer renews the session.
  const stay = () => {
    const asked = new Image();
    asked.onload = () => {
      end = Date.now() + bar.dataset.life * 1000;
      say('more');
    };
    asked.onerror = () => say('over');
    asked.src = `${bar.dataset.session}?${Date.now()}`;
  };

  const look = () => {
    const left = end - Date.now();
    if (left <= 0) say('over');
    else if (left <= warnBefore) say('soon');
  };
  // Looked at often: a sleeping tab's clock stands still, the session's does not.
  setInterval(look, 10000);
  document.addEventListener('visibilitychange', look);
  look();
})();
