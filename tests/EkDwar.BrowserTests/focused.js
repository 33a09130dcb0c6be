// The stop that has the focus, and how it looks: [stop, name, look with focus, look without].
() => {
  const element = document.activeElement;
  if (!element || element === document.body) return ['', 'nothing', '', ''];
  const label = element.labels && element.labels[0];
  const look = () => [element, label].filter(Boolean).flatMap(e => [null, '::before', '::after'].map(part => {
    const s = getComputedStyle(e, part);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor, s.color, s.borderColor, s.borderWidth, s.clipPath, s.position].join(' ');
  })).join('|');
  const on = look();
  const box = element.getBoundingClientRect();
  const isInView = box.bottom > 0 && box.top < window.innerHeight;
  element.blur();
  const off = look();
  element.focus();
  return [element.dataset.stop || '', `${element.tagName} ${element.name || element.textContent.trim().slice(0, 30)}`, on, off, isInView ? '' : 'out of view'];
}
