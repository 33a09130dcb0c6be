// The text spacing a reader may set (WCAG 2.2, 1.4.12). By a constructed sheet, so that the page's own policy holds meanwhile.
isSet => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }');
  document.adoptedStyleSheets = isSet ? [sheet] : [];
}
