// What a page must hold at its present width; returns one sentence for each thing that is wrong.
() => {
  const wrong = [];
  const indic = /[\u0900-\u097F\u0A00-\u0A7F]/;
  const name = element => `<${element.tagName.toLowerCase()} class="${element.className}"> “${(element.textContent || '').trim().slice(0, 40)}”`;
  const isShown = element => element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true }) && element.getClientRects().length > 0;
  const isHiddenForEyes = element => element.closest('.govuk-visually-hidden, .govuk-visually-hidden-focusable, .govuk-skip-link, svg, head') !== null;

  if (document.querySelectorAll('h1').length !== 1) wrong.push(`${document.querySelectorAll('h1').length} h1`);
  for (const missing of document.documentElement.outerHTML.match(/\[[a-z]+(\.[A-Za-z0-9_-]+)+\]/g) || []) wrong.push(`missing text ${missing}`);
  const root = document.scrollingElement;
  if (root.scrollWidth > window.innerWidth) {
    const wide = [...document.body.querySelectorAll('*')].filter(e => isShown(e) && e.getBoundingClientRect().right > window.innerWidth + 1 && !e.closest('[role=region][tabindex="0"]'));
    wrong.push(`scrolls sideways by ${root.scrollWidth - window.innerWidth} px: ${wide.slice(0, 3).map(name).join(', ')}`);
  }
  for (const element of document.body.querySelectorAll('*')) {
    if (!isShown(element) || isHiddenForEyes(element)) continue;
    const style = getComputedStyle(element);
    const scrolls = /auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    const isLabelled = element.tabIndex === 0 && element.getAttribute('role') === 'region' && (element.hasAttribute('aria-label') || element.hasAttribute('aria-labelledby'));
    if (scrolls && !isLabelled && !/INPUT|TEXTAREA|SELECT/.test(element.tagName)) wrong.push(`scrolls unlabelled: ${name(element)}`);
    const words = [...element.childNodes].filter(n => n.nodeType === 3).map(n => n.textContent).join('').trim();
    if (!words) continue;
    const clips = /hidden|clip/.test(style.overflow + style.overflowX + style.overflowY);
    if (clips && (element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)) wrong.push(`cut off: ${name(element)}`);
    if (!indic.test(words)) continue;
    if (style.letterSpacing !== 'normal' && !document.adoptedStyleSheets.length) wrong.push(`Indic letters spaced: ${name(element)}`);
    if (style.textTransform === 'uppercase' || style.textOverflow === 'ellipsis') wrong.push(`Indic letters transformed: ${name(element)}`);
    if (parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.4 - 0.001) wrong.push(`Indic lines too close (${(parseFloat(style.lineHeight) / parseFloat(style.fontSize)).toFixed(2)}): ${name(element)}`);
  }
  return wrong;
}
