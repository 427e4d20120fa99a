// The page by keyboard: what Tab reaches, whether one sees where one is, what a tick changes.

const STOPS = 'a[href], input, summary, button, select, textarea, [tabindex]';

// Where the focus is: number of the stop in the order of the document, whether it can be seen there.
function focused(selector) {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const stops = [...document.querySelectorAll(selector)];
  const style = getComputedStyle(at);
  const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1;
  const rect = at.getClientRects()[0] ?? at.getBoundingClientRect();
  const x = rect.x + Math.min(rect.width, 24) / 2;
  const y = rect.y + rect.height / 2;
  const top = document.elementFromPoint(x, y);
  return {
    stop: stops.indexOf(at),
    what: `${at.localName} ${at.id || at.getAttribute('href') || ''} ${at.textContent}`.slice(0, 80),
    seen: ring && Number(style.opacity) > 0 && rect.width > 0,
    // WCAG 2.4.11: no band that stays in place lies over it.
    bare: top !== null && (at.contains(top) || top.contains(at) || [...(at.labels ?? [])].includes(top)),
  };
}

function stopsOf(selector) {
  const stops = [...document.querySelectorAll(selector)];
  const usable = (e) => e.checkVisibility({ visibilityProperty: true }) && !e.disabled && e.tabIndex >= 0;
  const what = (e) => `${e.localName} ${e.id || e.getAttribute('href') || ''} ${e.textContent}`.slice(0, 80);
  return stops.map((e, n) => [n, e]).filter(([, e]) => usable(e)).map(([n, e]) => ({ stop: n, what: what(e) }));
}

export async function keyboardFacts(page) {
  await page.setViewportSize({ width: 1400, height: 1000 });
  // Else the page is still on its way to a stop when one looks where it is.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => { document.activeElement?.blur(); window.scrollTo(0, 0); });
  const stops = await page.evaluate(stopsOf, STOPS);
  const walked = [];
  for (let n = 0; n < stops.length + 2; n += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(focused, STOPS);
    if (at === null) break;
    walked.push(at);
  }
  await page.emulateMedia({ reducedMotion: null });
  const reached = new Set(walked.map((at) => at.stop));
  return {
    stops: stops.length,
    walked: walked.map((at) => at.stop),
    missed: stops.filter((one) => !reached.has(one.stop)).map((one) => one.what),
    unseen: walked.filter((at) => !at.seen).map((at) => at.what),
    covered: walked.filter((at) => !at.bare).map((at) => at.what),
    folds: await folds(page),
  };
}

// Whether Enter folds and unfolds the first part that can be folded; null where there is none.
async function folds(page) {
  const summary = page.locator('summary').first();
  if (!(await summary.count())) return null;
  const open = () => page.locator('details').first().evaluate((e) => e.open);
  const before = await open();
  await summary.focus();
  await page.keyboard.press('Enter');
  const after = await open();
  await page.keyboard.press('Enter');
  return before !== after && (await open()) === before;
}

// Pieces of text as a screen reader gets them. Numbers that the style sheet counts are among them, as they are shown.
async function heard(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  await client.detach();
  const role = (node) => node.role?.value;
  return {
    text: nodes.filter((node) => !node.ignored && role(node) === 'StaticText').map((node) => node.name?.value ?? ''),
    boxes: nodes.filter((node) => !node.ignored && role(node) === 'checkbox').map((node) => ({
      name: node.name?.value ?? '',
      checked: node.properties?.find((one) => one.name === 'checked')?.value.value,
    })),
  };
}

// What the first boxes change when they are ticked with the space bar, one after the other, and unticked.
export async function tickFacts(page) {
  const boxes = page.locator('input[type=checkbox]');
  const all = await boxes.count();
  const before = await heard(page);
  const steps = [before.text];
  const few = Math.min(all, 2);
  for (let n = 0; n < few; n += 1) {
    await boxes.nth(n).focus();
    await page.keyboard.press('Space');
    steps.push((await heard(page)).text);
  }
  for (let n = 0; n < few - 1; n += 1) {
    await boxes.nth(n).focus();
    await page.keyboard.press('Space');
  }
  const last = await heard(page);
  steps.push(last.text);
  return {
    boxes: before.boxes,
    // The pieces that differ from one step to the next.
    changes: steps.slice(1).map((text, n) => changed(steps[n], text)),
    checked: last.boxes.filter((box) => box.checked === 'true').length,
  };
}

function changed(before, after) {
  if (before.length !== after.length) return [{ from: `${before.length} pieces`, to: `${after.length} pieces` }];
  return before.map((from, n) => ({ from, to: after[n] })).filter(({ from, to }) => from !== to);
}
