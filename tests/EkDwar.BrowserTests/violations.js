// What axe finds against WCAG 2.2 AA, one sentence each. Only violations are told in full: all else would cost more than looking.
async () => {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const found = await axe.run(document, { resultTypes: ['violations'], selectors: false, preload: false, runOnly: { type: 'tag', values: tags } });
  return found.violations.map(one => `${one.id}: ${one.help}: ${one.nodes.slice(0, 3).map(node => node.html).join(' | ')}`);
}
