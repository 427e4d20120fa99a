// What axe-core finds, with all its rules for WCAG 2.2 A and AA and its best practices.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// What lies over other words now and then, or cuts them off until one scrolls, keeps axe from judging colours.
function laidFlat() {
  const flat = [...document.body.querySelectorAll('*')].filter((e) => {
    const style = getComputedStyle(e);
    return ['sticky', 'fixed'].includes(style.position) || ['auto', 'scroll'].includes(style.overflowY);
  });
  for (const e of flat) e.style.cssText = 'position: static; overflow: visible; max-height: none';
}

// `media` as `emulateMedia` takes it, `width` of the window; `open`: with all parts unfolded and laid flat.
export async function axeFacts(page, { width, open = false, ...media }) {
  await page.emulateMedia({ colorScheme: null, ...media });
  await page.setViewportSize({ width, height: 1000 });
  if (open) await page.evaluate(laidFlat);
  // Not by a script element: the page's own policy would refuse it, as it should.
  await page.evaluate(AXE);
  const found = await page.evaluate(
    (tags) => axe.run(document, {
      runOnly: tags,
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations', 'incomplete', 'passes'],
    }),
    TAGS,
  );
  const told = (rules) => rules.map((rule) => ({
    id: rule.id,
    nodes: rule.nodes.length,
    first: rule.nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
  }));
  await page.emulateMedia({ colorScheme: null });
  return {
    state: { width, open, ...media },
    violations: told(found.violations),
    undecided: told(found.incomplete),
    passed: found.passes.map((rule) => rule.id),
  };
}
