// What the browser made of the page. The functions run inside it, so each stands alone.

// Words as they are compared: runs of the blanks of HTML as one. Not \s, which takes U+FEFF for a blank.
export function words(text) {
  return text.replace(/[ \t\n\r\f]+/g, ' ').trim();
}

export function openAll() {
  for (const one of document.querySelectorAll('details')) one.open = true;
}

// A few rows are done: they may look otherwise, and are still to be read.
export function tickSome() {
  for (const one of [...document.querySelectorAll('input[type=checkbox]')].slice(0, 3)) one.checked = true;
}

export function pageFacts() {
  const all = [...document.querySelectorAll('*')];
  const shown = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const ofText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  // Words that run from right to left must not pull their neighbours along: their element isolates them. Pieces of
  // one passage must stay together, or they would stand in a wrong order.
  const pieces = 'mark, mark *, s, u, svg *';
  const turned = all.filter((e) => ofText(e) && !e.matches(pieces) && /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(e.textContent));
  const isolated = (element) => {
    const style = getComputedStyle(element);
    return style.unicodeBidi !== 'normal' || !style.display.startsWith('inline');
  };
  return {
    compat: document.compatMode,
    tags: [...new Set(all.map((element) => element.localName))].sort(),
    handlers: all.flatMap((e) => [...e.attributes]).filter((a) => a.name.startsWith('on')).map((a) => a.name),
    not_isolated: [...new Set(turned.filter((e) => !isolated(e)).map((e) => `${e.parentElement.className} > ${e.localName}.${e.className}`))],
    stored: [localStorage.length, sessionStorage.length, document.cookie.length],
    globals: Object.keys(window).filter((name) => name.startsWith('hacked')),
    // What is read out of each part that has to have a name.
    boxes: [...document.querySelectorAll('input')].map((e) => ({ type: e.type, shown: shown(e) })),
    // All that stands there, also what is folded away.
    text: document.body.textContent.replace(/[ \t\n\r\f]+/g, ' ').trim(),
  };
}
