// Replaces every var(--x, fallback) by its fallback, for browsers that know no custom properties, and GOV.UK's own
// colours, which are written into some components, by ours.
const ours = {
  "#0b5c3e": "#161F49", "#083d29": "#0D1330", // button: hover, shadow
  "#ca3535": "#A6192E", "#982828": "#7A0F20", "#651b1b": "#5A0A17", // warning button
  "#f3f3f3": "#F1EBE0", "#cecece": "#C9C1B3", "#858686": "#5B606B", "#0b0c0c": "#1A1D24", // secondary button, greys
  "#1d70b8": "#22306B", "#f4f8fb": "#FAF7F1", "#0f385c": "#22306B", "#d2e2f1": "#ECEDEF", // blue, and the plain tag
};
// The coloured tags of GOV.UK: ours say a state of a case instead (.ek-tag--*).
const unused = /\.govuk-tag--[a-z]+\{[^}]*\}/g;

export function flatten(css) {
  let before;
  do {
    before = css;
    css = css.replace(/var\(--govuk-[a-z-]+,\s*([^()]*(?:\([^()]*\))?[^()]*?)\)/g, (_, fallback) => fallback);
  } while (css !== before);
  css = css.replace(/--govuk-[a-z-]+:[^;}]+;?/g, "").replace(/(^|[{};])[^{};@]+\{\}/g, "$1");
  // The notification banner keeps its colours in private properties; own/_page.scss gives the success banner its own.
  css = css.replace(/--_govuk-[a-z-]+:[^;}]+;?/g, "")
    .replaceAll("var(--_govuk-notification-banner-colour)", "#22306B")
    .replaceAll("var(--_govuk-notification-banner-title-text-colour)", "#ffffff");
  // Lines of one line's height cut the marks above and below Indic letters.
  css = css.replace(/line-height:1\.[012]\d*(?=[;}])/g, "line-height:1.35");
  css = css.replace(unused, "").replace(/([{;])letter-spacing:[^;}]+;?/g, "$1");
  for (const [theirs, mine] of Object.entries(ours)) css = css.replaceAll(new RegExp(theirs, "gi"), mine);
  return css;
}

const always = ["#fff", "#ffffff", "#000", "#000000"];

export function foreignColours(css, tokens) {
  const known = new Set([...always, ...(tokens.match(/#[0-9a-f]{6}/gi) ?? [])].map(c => c.toLowerCase()));
  const used = new Set((css.match(/#(?:[0-9a-f]{6}|[0-9a-f]{3})\b/gi) ?? []).map(c => c.toLowerCase()));
  return [...used].filter(colour => !known.has(colour));
}
