// What the page brought over the line, "kind bytes" each and the document first, as the browser noted it; a file it held already
// counts as when it came, and a script that is not run is not fetched.
async () => {
  await document.fonts.ready;
  const [shown] = performance.getEntriesByType('navigation');
  const kinds = { css: 'stylesheet', js: 'script', woff2: 'font' };
  const others = performance.getEntriesByType('resource').filter(entry => /^https?:/.test(entry.name) && entry.encodedBodySize > 0)
    .map(entry => [kinds[new URL(entry.name).pathname.split('.').pop()] || entry.initiatorType, entry.encodedBodySize]);
  return [['document', shown.encodedBodySize], ...others].map(([kind, bytes]) => `${kind} ${bytes}`);
}
