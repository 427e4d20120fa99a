// Whether all fits into the window, what moves, what the colours are.

export function layoutFacts() {
  const name = (e) => `${e.localName}#${e.id} ${e.getAttribute('class') ?? ''} ${e.textContent}`.slice(0, 80);
  const root = document.documentElement;
  const scrolls = (e) => ['auto', 'scroll'].includes(getComputedStyle(e).overflowX);
  const scrolled = new Set([...document.body.querySelectorAll('*')].filter(scrolls));
  const inScrolled = (e) => e !== null && (scrolled.has(e) || inScrolled(e.parentElement));
  const wide = [...document.body.querySelectorAll('*')].filter((e) => {
    // Shapes of a drawing may reach out of it; its words must not.
    if (e.closest('svg') !== null && !['svg', 'text'].includes(e.localName)) return false;
    // A table that is read by scrolling in its own part is not wider than the window.
    if (inScrolled(e.parentElement)) return false;
    const { left, right, width } = e.getBoundingClientRect();
    return right > root.clientWidth + 1 || (left < -1 && width > 1);
  });
  // Words that an element cuts off: more stands in it than it shows, and nobody can scroll to the rest.
  const clipped = [...document.body.querySelectorAll('*')].filter((e) => {
    const style = getComputedStyle(e);
    const hides = style.overflowX === 'hidden' || style.overflowX === 'clip';
    const tiny = e.clientWidth <= 1 || e.clientHeight <= 1;
    return hides && !tiny && e.scrollWidth > e.clientWidth + 1;
  });
  // What stays in place when one scrolls, but what is itself read by scrolling in it.
  const pinned = [...document.body.querySelectorAll('*')].filter((e) => {
    const style = getComputedStyle(e);
    const column = style.overflowY === 'auto' && e.clientWidth < innerWidth / 2;
    return ['sticky', 'fixed'].includes(style.position) && !column;
  });
  return {
    width: innerWidth,
    scroll_width: root.scrollWidth,
    height: root.scrollHeight,
    wide: wide.slice(0, 5).map(name),
    clipped: clipped.slice(0, 5).map(name),
    // The part of the window's height that the highest of these takes.
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
  const light = (colour) => colour.map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
    .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
  const contrast = (one, other) => {
    const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  // Letters that are partly seen through have the colour of their ground mixed in.
  const ink = (e, under) => {
    const [red, green, blue, alpha = 1] = numbers(getComputedStyle(e).color);
    let seen = alpha;
    for (let at = e; at; at = at.parentElement) seen *= Number(getComputedStyle(at).opacity);
    return [red, green, blue].map((part, n) => part * seen + under[n] * (1 - seen));
  };
  const told = (selector) => [...document.querySelectorAll(selector)].map((e) => look(e) !== look(e.parentElement));
  const look = (e) => {
    const style = getComputedStyle(e);
    return [String(ground(e)), style.color, style.textDecorationLine, style.fontWeight, style.fontStyle].join(' ');
  };
  const worded = [...document.querySelectorAll('body, body *:not(svg, svg *)')].filter((e) =>
    e.checkVisibility() && [...e.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const canvas = [255, 255, 255];
  const faint = worded.filter((e) => contrast(ink(e, ground(e) ?? canvas), ground(e) ?? canvas) < 4.5);
  // What lies under the letters of a drawing: a shape, or the ground of the page.
  const under = (text) => {
    text.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = text.getBoundingClientRect();
    const shapes = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      .filter((e) => ['circle', 'rect', 'path'].includes(e.localName) && numbers(getComputedStyle(e).fill).length);
    return shapes.length ? numbers(getComputedStyle(shapes[0]).fill).slice(0, 3) : ground(text) ?? canvas;
  };
  const drawn = [...document.querySelectorAll('svg text')];
  const fill = (e) => numbers(getComputedStyle(e).fill).slice(0, 3);
  return {
    ground: ground(document.body),
    letters: numbers(getComputedStyle(document.body).color).slice(0, 3),
    faint: faint.map((e) => e.textContent.slice(0, 60)).slice(0, 5),
    marks_told: told('mark'),
    cuts_told: told('del, s'),
    drawn: drawn.length,
    unseen: drawn.filter((e) => fill(e).length < 3 || contrast(fill(e), under(e)) < 4.5).map((e) => e.textContent),
  };
}
