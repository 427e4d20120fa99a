// Looks at pages as a person with a browser does: `node look.mjs PAGE.html FOLDER [...] [--quick PAGE.html FOLDER ...]`.
// Prints what it finds of each as JSON, a list in the order of the pages; pictures and the printed page go into
// the folders. Reads files only and asks no network. Of a page behind --quick it leaves out what depends on the
// look of pages and not on their words: dark and other colours, the walk by keyboard, all but one run of axe.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

import { axeFacts } from './axe_facts.mjs';
import { keyboardFacts, tickFacts } from './keyboard.mjs';
import { layoutFacts, motionFacts, schemeFacts } from './layout.mjs';
import { openAll, pageFacts, tickSome, words } from './page_facts.mjs';

const CHROMIUM = process.env.BRIEFGEN_CHROMIUM ?? '/usr/bin/chromium';
// Without these a browser asks its maker for news, which would be mistaken for the page's requests.
const QUIET = [
  '--disable-background-networking', '--disable-component-update', '--disable-gpu', '--disable-quic',
  '--disable-sync', '--no-first-run',
];
const AXE_VERSION = createRequire(import.meta.url)('axe-core').version;
const WIDTHS = [320, 400, 800, 1400];

// Requests, messages and dialogs of one page from its first byte on.
function watch(page, url) {
  const seen = { requests: [], console: [], dialogs: [] };
  page.on('request', (asked) => asked.url() === url || seen.requests.push(asked.url()));
  page.on('websocket', (socket) => seen.requests.push(socket.url()));
  page.on('console', (said) => ['error', 'warning'].includes(said.type()) && seen.console.push(said.text()));
  page.on('pageerror', (error) => seen.console.push(String(error)));
  page.on('dialog', (dialog) => (seen.dialogs.push(dialog.message()), dialog.dismiss()));
  page.on('popup', (popup) => seen.requests.push(`popup ${popup.url()}`));
  return seen;
}

async function pictures(page, folder, schemes) {
  const facts = [];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 1000 });
      facts.push({ scheme: colorScheme, ...(await page.evaluate(layoutFacts)) });
      await page.screenshot({ path: `${folder}/${width}-${colorScheme}.png` });
    }
  }
  return facts;
}

// WCAG 1.4.12: nothing is lost when a reader sets wider spaces between letters, words and lines.
async function spaced(page, widths) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }' +
        'p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const facts = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 1000 });
    facts.push(await page.evaluate(layoutFacts));
  }
  await page.evaluate(() => { document.adoptedStyleSheets = []; });
  return facts;
}

async function opened(browser, url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1400, height: 1000 }, ...options });
  const page = await context.newPage();
  const seen = watch(page, url);
  await page.goto(url);
  return { context, page, seen };
}

// The page where scripts are forbidden, as in the preview of a mail program.
async function withoutScript(browser, url, quick) {
  const { context, page } = await opened(browser, url, { javaScriptEnabled: false });
  const text = words(await page.locator('body').innerText());
  const ticks = quick ? null : await tickFacts(page);
  await context.close();
  return { text, ticks };
}

// A telephone: 400 CSS pixels wide, where only the page's own viewport line keeps the letters readable.
async function onPhone(browser, url) {
  const { context, page } = await opened(browser, url, {
    viewport: { width: 400, height: 800 }, isMobile: true, hasTouch: true,
  });
  const facts = await page.evaluate(layoutFacts);
  await context.close();
  return facts;
}

// What axe and the keyboard find, and the colours, each in the states in which they may differ.
async function examined(page) {
  const axe = [await axeFacts(page, { width: 1400, colorScheme: 'light' })];
  await page.evaluate(openAll);
  const keyboard = await keyboardFacts(page);
  await page.evaluate(tickSome);
  for (const [width, colorScheme] of [[1400, 'light'], [400, 'dark']]) {
    axe.push(await axeFacts(page, { width, colorScheme, open: true }));
  }
  return { axe, keyboard, schemes: await schemeFacts(page), motion: await motionFacts(page) };
}

async function look(browser, file, folder, quick) {
  const url = pathToFileURL(file).href;
  await mkdir(folder, { recursive: true });
  const { context, page, seen } = await opened(browser, url);
  const found = { file, seen, text: words(await page.locator('body').innerText()) };
  found.page = await page.evaluate(pageFacts);
  found.ticks = await tickFacts(page);
  found.printed = `${folder}/printed.pdf`;
  await page.pdf({ path: found.printed, format: 'A4' });
  await page.reload();
  found.ticked_after_reload = await page.locator('input:checked').count();
  found.layout = await pictures(page, folder, quick ? ['light'] : ['light', 'dark']);
  found.spaced = await spaced(page, quick ? [320] : [320, 1400]);
  Object.assign(found, quick ? { axe: [await axeFacts(page, { width: 1400, colorScheme: 'light' })] } : await examined(page));
  await context.close();
  found.phone = await onPhone(browser, url);
  found.without_script = await withoutScript(browser, url, quick);
  return found;
}

async function main(args) {
  const pages = [];
  let quick = false;
  for (const one of args) one === '--quick' ? (quick = true) : pages.push([one, quick]);
  if (!pages.length || pages.length % 2) throw new Error('node look.mjs PAGE.html FOLDER [...] [--quick ...]');
  const browser = await chromium.launch({
    executablePath: CHROMIUM, args: QUIET, chromiumSandbox: process.getuid?.() !== 0,
  });
  const looks = pages.map(([file, quick], n) => n % 2 === 0 && look(browser, file, pages[n + 1][0], quick));
  try {
    // All at once: each page is a process of its own.
    const found = await Promise.all(looks.filter(Boolean));
    return { chromium: browser.version(), axe: AXE_VERSION, pages: found };
  } finally {
    await browser.close();
  }
}

console.log(JSON.stringify(await main(process.argv.slice(2))));
