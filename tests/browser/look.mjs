// Looks at pages as a person with a browser does: `node look.mjs PAGE.html FOLDER [PAGE.html FOLDER ...]`.
// Prints what it finds of each as JSON, a list in the order of the pages; pictures and the printed page go into
// the folders. Reads files only: it asks no network, and no check is left out in silence.
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

import { axeFacts } from './axe_facts.mjs';
import { keyboardFacts, tickFacts } from './keyboard.mjs';
import { layoutFacts, motionFacts, schemeFacts } from './layout.mjs';
import { openAll, pageFacts, words } from './page_facts.mjs';

const CHROMIUM = process.env.BRIEFGEN_CHROMIUM ?? '/usr/bin/chromium';
// Without these a browser asks its maker for news, which would be mistaken for the page's requests.
const QUIET = [
  '--disable-background-networking', '--disable-component-update', '--disable-gpu', '--disable-quic',
  '--disable-sync', '--no-first-run',
];
const WIDTHS = [320, 400, 800, 1400];
const SCHEMES = ['light', 'dark'];

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

async function pictures(page, folder) {
  const facts = [];
  for (const colorScheme of SCHEMES) {
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
async function spaced(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }' +
        'p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });
  const facts = [];
  for (const width of [320, 1400]) {
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
async function withoutScript(browser, url) {
  const { context, page } = await opened(browser, url, { javaScriptEnabled: false });
  const text = words(await page.locator('body').innerText());
  const ticks = await tickFacts(page);
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

async function look(browser, file, folder) {
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
  found.layout = await pictures(page, folder);
  found.axe = [await axeFacts(page, { width: 1400, colorScheme: 'light' })];
  await page.evaluate(openAll);
  found.keyboard = await keyboardFacts(page);
  for (const [width, colorScheme] of [[1400, 'light'], [1400, 'dark'], [400, 'light'], [400, 'dark']]) {
    found.axe.push(await axeFacts(page, { width, colorScheme, open: true }));
  }
  found.axe.push(await axeFacts(page, { width: 1400, colorScheme: 'dark', forcedColors: 'active', open: true }));
  found.schemes = await schemeFacts(page);
  found.spaced = await spaced(page);
  found.motion = await motionFacts(page);
  found.phone = await onPhone(browser, url);
  await context.close();
  found.without_script = await withoutScript(browser, url);
  return found;
}

async function main(args) {
  if (!args.length || args.length % 2) throw new Error('node look.mjs PAGE.html FOLDER [PAGE.html FOLDER ...]');
  const browser = await chromium.launch({
    executablePath: CHROMIUM, args: QUIET, chromiumSandbox: process.getuid?.() !== 0,
  });
  const found = [];
  try {
    for (let n = 0; n < args.length; n += 2) found.push(await look(browser, args[n], args[n + 1]));
  } finally {
    await browser.close();
  }
  return { chromium: browser.version(), axe: createRequire(import.meta.url)('axe-core').version, pages: found };
}

console.log(JSON.stringify(await main(process.argv.slice(2))));
