// Everything a keyboard must reach, in the order of the document. A group of radio buttons is one stop.
() => {
  const groups = new Set();
  return [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(element => {
    if (element.disabled || element.type === 'hidden' || element.tabIndex < 0) return false;
    if (!element.checkVisibility({ checkVisibilityCSS: true })) return false;
    if (element.type !== 'radio') return true;
    const group = [...document.querySelectorAll(`input[type=radio][name="${element.name}"]`)];
    const stop = group.find(radio => radio.checked) || group[0];
    return element === stop && !groups.has(element.name) && groups.add(element.name);
  }).map((element, index) => element.dataset.stop = String(index)).length;
}
