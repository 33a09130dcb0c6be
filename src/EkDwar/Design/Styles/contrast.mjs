// A state may choose its brand, but not an unreadable one: white on brand at least 7, the focus colour against it at least 3.
const focus = "#FFC43D";

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16) / 255).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

export function assertReadable(states) {
  for (const [state, colours] of Object.entries(states))
    for (const [name, colour] of Object.entries(colours)) {
      if (!/^#[0-9A-F]{6}$/i.test(colour)) throw new Error(`${state} ${name}: ${colour} is not a #RRGGBB colour`);
      if (ratio("#FFFFFF", colour) < 7) throw new Error(`${state} ${name}: white on ${colour} is under 7`);
      if (ratio(focus, colour) < 3) throw new Error(`${state} ${name}: the focus colour on ${colour} is under 3`);
    }
}
