// Whether all fits into the window, what moves, what the colours are.

export function layoutFacts() {
  const name = (e) => `${e.localName}#${e.id} ${e.getAttribute('class') ?? ''} ${e.textContent}`.slice(0, 80);
  const root = document.documentElement;
  const wide = [...document.body.querySelectorAll('*')].filter((e) => {
    if (e.closest('svg') !== null && e.localName !== 'svg') return false;
    return e.getBoundingClientRect().right > root.clientWidth + 1;
  });
  // Words that an element cuts off: more stands in it than it shows, and nobody can scroll to the rest.
  const clipped = [...document.body.querySelectorAll('*')].filter((e) => {
    const style = getComputedStyle(e);
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
    const tiny = e.clientWidth <= 1 || e.clientHeight <= 1;
    return hides && !tiny && e.scrollWidth > e.clientWidth + 1;
  });
  const pinned = [...document.body.querySelectorAll('*')].filter((e) =>
    ['sticky', 'fixed'].includes(getComputedStyle(e).position));
  return {
    width: innerWidth,
    scroll_width: root.scrollWidth,
    height: root.scrollHeight,
    wide: wide.slice(0, 5).map(name),
    clipped: clipped.slice(0, 5).map(name),
    // The part of the window's height that stays when one scrolls.
    pinned: Math.max(0, ...pinned.map((e) => e.getBoundingClientRect().height)) / innerHeight,
    // The smallest letters of running words, in CSS pixels.
    smallest: Math.min(...[...document.querySelectorAll('main p, main td, main li')]
      .filter((e) => e.textContent.trim()).map((e) => parseFloat(getComputedStyle(e).fontSize))),
  };
}

// Animations, transitions and smooth scrolling for somebody who asked for less motion.
export async function motionFacts(page) {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const facts = await page.evaluate(() => {
    const moving = (e) => {
      const style = getComputedStyle(e);
      const lasts = `${style.transitionDuration}, ${style.animationDuration}`.split(', ').map(parseFloat);
      return style.scrollBehavior === 'smooth' || lasts.some((seconds) => seconds > 0.01);
    };
    return [...document.querySelectorAll('*')].filter(moving).map((e) => e.localName);
  });
  await page.emulateMedia({ reducedMotion: null });
  return facts;
}

// Ground and letters of the page in each scheme, as [red, green, blue], and what tells marked from other words.
export async function schemeFacts(page) {
  const facts = {};
  for (const [name, media] of Object.entries({
    light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { forcedColors: 'active' },
  })) {
    await page.emulateMedia({ colorScheme: null, forcedColors: null, ...media });
    facts[name] = await page.evaluate(colours);
  }
  await page.emulateMedia({ colorScheme: null, forcedColors: null });
  return facts;
}

function colours() {
  const numbers = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const found = numbers(getComputedStyle(e).backgroundColor);
      if (found.length === 3 || found[3] > 0) return found.slice(0, 3);
    }
    return null; // the canvas
  };
  const look = (e) => {
    const style = getComputedStyle(e);
    return [String(ground(e)), style.color, style.textDecorationLine, style.fontWeight, style.fontStyle].join(' ');
  };
  const told = (selector) => [...document.querySelectorAll(selector)].map((e) => look(e) !== look(e.parentElement));
  const drawn = [...document.querySelectorAll('svg text, svg line, svg path, svg circle, svg rect')];
  const painted = (e) => {
    const style = getComputedStyle(e);
    const own = e.localName === 'line' || style.fill === 'none' ? style.stroke : style.fill;
    return String(numbers(own).slice(0, 3)) !== String(ground(e) ?? []);
  };
  return {
    ground: ground(document.body),
    letters: numbers(getComputedStyle(document.body).color).slice(0, 3),
    marks_told: told('mark'),
    cuts_told: told('del, s'),
    drawn: drawn.length,
    unseen: drawn.filter((e) => e.localName === 'text' && !painted(e)).length,
  };
}
